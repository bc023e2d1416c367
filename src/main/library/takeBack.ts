// Owns what is taken back of a change that an import made to an article: what it changed, and nothing that came after it. Pure.
import type { PartialArticle } from './partialArticles'

/** An article right before and right after an import changed it, as `ActionRepository.readForImport` gives it. */
export interface ArticleChange {
  readonly before: PartialArticle
  readonly after: PartialArticle
}

/** The parts of an article in which it differs from another state of itself, as they are there and as they are here. */
export function differingParts(was: PartialArticle, is: PartialArticle): readonly [PartialArticle, PartialArticle] {
  const names = (Object.keys(is) as (keyof PartialArticle)[]).filter(
    name => JSON.stringify(is[name]) !== JSON.stringify(was[name])
  )
  const pick = (article: PartialArticle): PartialArticle => ({
    ...Object.fromEntries(names.map(name => [name, article[name]])),
    id: article.id
  })
  return [pick(was), pick(is)]
}

/** What stands as the change left it becomes what it was; what was changed again since stays, and so do other tags. */
export function takeBack(current: PartialArticle, { before, after }: ArticleChange): PartialArticle {
  const back = <Value>(now: Value, was: Value, became: Value): Value => (now === became ? was : now)
  const had = new Set(before.tags)
  const added = new Set(after.tags?.filter(name => !had.has(name)))
  return {
    ...current,
    isRead: back(current.isRead, before.isRead, after.isRead) === true,
    isStarred: back(current.isStarred, before.isStarred, after.isStarred) === true,
    isArchived: back(current.isArchived, before.isArchived, after.isArchived) === true,
    trashedAt: back(current.trashedAt, before.trashedAt, after.trashedAt) ?? null,
    tags: (current.tags ?? []).filter(name => !added.has(name)),
    version: back(current.version ?? 1, before.version ?? 1, after.version ?? 1)
  }
}

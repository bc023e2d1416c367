// Owns every change that a person can take back: states, tags, corrections; and the undo journal that makes it so.
import type { Database } from 'better-sqlite3'
import { AppError } from '@shared/errors'
import type { ArticleCorrection, StateChange, TagChange } from '@shared/model/article'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ActionKind, ActionResult } from '@shared/model/library'
import type { LibraryChanges } from './changes'
import { createPartialArticles, type PartialArticle } from './partialArticles'
import type { TagRepository } from './tags'
import { differingParts, takeBack, type ArticleChange } from './takeBack'
import type { VersionRepository } from './versions'

/** So many actions can be taken back; older ones are forgotten. */
const mostActions = 200

/** Changes articles so that each change can be undone and redone. Ids that do not exist are passed over. */
export interface ActionRepository {
  /** Changes states; where nothing changes nothing is journalled and `actionId` is null. */
  readonly changeStates: (
    articleIds: readonly ArticleId[],
    change: StateChange,
    options?: StateChangeOptions
  ) => ActionResult
  readonly changeTags: (articleIds: readonly ArticleId[], change: TagChange) => ActionResult
  /** Corrects the fields of one article. @throws AppError `article_not_found` */
  readonly correct: (articleId: ArticleId, correction: ArticleCorrection) => ActionResult
  /** Shows another version of an article. @throws AppError `article_not_found` | `version_not_found` */
  readonly showVersion: (articleId: ArticleId, version: number) => ActionResult
  /** Journals a new version that is shown already; `previous` was shown before. Call inside its transaction. */
  readonly recordVersion: (articleId: ArticleId, previous: number, version: number) => ActionResult
  /**
   * Takes back what an import changed of articles, in the order in which it did, and moves what it brought in to Trash.
   * What a person or another import has changed since stays.
   */
  readonly undoImport: (
    importId: ImportId,
    made: readonly ArticleChange[],
    broughtIn: readonly ArticleId[]
  ) => ActionResult
  /** What an import may change of an article, as it is now. @throws AppError `article_not_found` */
  readonly readForImport: (articleId: ArticleId) => PartialArticle
  /** Adds tags and turns states on because an export says so; not journalled. Gives whether anything changed. */
  readonly mergeFromImport: (
    articleId: ArticleId,
    told: Readonly<Record<'isRead' | 'isStarred' | 'isArchived', boolean>> & { readonly tags: readonly string[] }
  ) => boolean
  /** Takes back the last action that stands. @throws AppError `nothing_to_undo` */
  readonly undo: () => ActionResult
  /** Does again what was taken back last. @throws AppError `nothing_to_undo` */
  readonly redo: () => ActionResult
}

/** How a change of states is journalled. */
export interface StateChangeOptions {
  /** The word for the action, where the change itself does not say it. */
  readonly kind?: ActionKind | undefined
  /** True where nobody asked for it (an article was read): it is not journalled, and undo passes it over. */
  readonly isAutomatic?: boolean | undefined
}

/** What the repository needs. */
export interface ActionDependencies {
  readonly database: Database
  readonly tags: TagRepository
  readonly versions: VersionRepository
  readonly changes: LibraryChanges
  /** The time in milliseconds since 1970. */
  readonly now: () => number
}

interface ActionRow {
  readonly number: number
  readonly kind: ActionKind
  readonly before: string
  readonly after: string
}

/** Prepares the statements. */
export function createActionRepository(dependencies: ActionDependencies): ActionRepository {
  const { database, tags, versions, changes, now } = dependencies
  const articles = createPartialArticles(database, tags, versions, now)
  const insertAction = database.prepare(
    `INSERT INTO action (kind, done_at, article_count, before, after, import_number)
     VALUES (?, ?, ?, ?, ?, (SELECT number FROM import WHERE id = ?))`
  )
  const forgetUndone = database.prepare('DELETE FROM action WHERE is_undone = 1')
  const forgetOld = database.prepare('DELETE FROM action WHERE number <= ?')
  const lastDone = database.prepare<[], ActionRow>(
    'SELECT number, kind, before, after FROM action WHERE is_undone = 0 ORDER BY number DESC LIMIT 1'
  )
  const firstUndone = database.prepare<[], ActionRow>(
    'SELECT number, kind, before, after FROM action WHERE is_undone = 1 ORDER BY number LIMIT 1'
  )
  const markUndone = database.prepare('UPDATE action SET is_undone = ? WHERE number = ?')

  const announce = (kind: ActionKind, touched: readonly PartialArticle[]): void => {
    if (touched.length > 0) changes.announce({ reason: reasonOf(kind), articleIds: touched.map(article => article.id) })
  }

  /** Applies and journals in one transaction; only articles that differ afterwards count. */
  const perform = (
    kind: ActionKind,
    before: readonly PartialArticle[],
    after: readonly PartialArticle[],
    importId: ImportId | null = null
  ): ActionResult => {
    const changed = differing(before, after)
    if (changed.length === 0) return { actionId: null, kind, articleCount: 0 }
    const ids = new Set(changed.map(article => article.id))
    const actionId = database.transaction(() => {
      articles.apply(changed)
      forgetUndone.run()
      const journalled = before.filter(article => ids.has(article.id))
      const [was, is] = [JSON.stringify(journalled), JSON.stringify(changed)]
      const inserted = insertAction.run(kind, now(), ids.size, was, is, importId)
      const number = Number(inserted.lastInsertRowid)
      forgetOld.run(number - mostActions)
      return number
    })()
    announce(kind, changed)
    return { actionId, kind, articleCount: changed.length }
  }

  const replay = (find: () => ActionRow | undefined, isUndo: boolean): ActionResult => {
    const row = find()
    if (!row) throw new AppError('nothing_to_undo', isUndo ? 'There is nothing to undo' : 'There is nothing to redo')
    const wanted: PartialArticle[] = JSON.parse(isUndo ? row.before : row.after)
    const touched = database.transaction(() => {
      markUndone.run(isUndo ? 1 : 0, row.number)
      return articles.apply(wanted)
    })()
    // What touched only articles that are gone for good is no step that a person could see.
    if (touched.length === 0) return replay(find, isUndo)
    announce(row.kind, touched)
    return { actionId: row.number, kind: row.kind, articleCount: touched.length }
  }

  return {
    changeStates: (articleIds, change, { kind = kindOf(change), isAutomatic = false } = {}) => {
      const before = articles.readStates(articleIds, change)
      const after = before.map(article => articles.withStates(article, change))
      if (!isAutomatic) return perform(kind, before, after)
      const changed = differing(before, after)
      database.transaction(() => articles.apply(changed))()
      announce(kind, changed)
      return { actionId: null, kind, articleCount: changed.length }
    },
    changeTags: (articleIds, change) => {
      const before = articles.readTags(articleIds)
      return perform(
        'tags',
        before,
        before.map(article => ({ ...article, tags: changeTagNames(article.tags ?? [], change) }))
      )
    },
    correct: (articleId, correction) => {
      const [before] = articles.readFields([articleId])
      if (!before) throw new AppError('article_not_found', 'This article is no longer in the library')
      return perform('correct', [before], [articles.withCorrection(before, correction)])
    },
    showVersion: (articleId, version) => {
      const [before] = articles.readVersions([articleId])
      if (!before) throw new AppError('article_not_found', 'This article is no longer in the library')
      return perform('showVersion', [before], [{ id: articleId, version }])
    },
    recordVersion: (articleId, previous, version) =>
      perform('readAgain', [{ id: articleId, version: previous }], [{ id: articleId, version }]),
    readForImport: articleId => {
      const [article] = articles.readAll([articleId])
      if (!article) throw new AppError('article_not_found', 'This article is no longer in the library')
      return article
    },
    mergeFromImport: (articleId, told) => {
      const before = articles.readAll([articleId])
      const after = before.map(article => ({
        ...article,
        tags: changeTagNames(article.tags ?? [], { add: [...told.tags], remove: [] }),
        isRead: article.isRead === true || told.isRead,
        isStarred: article.isStarred === true || told.isStarred,
        isArchived: article.isArchived === true || told.isArchived
      }))
      return articles.apply(differing(before, after)).length > 0
    },
    undoImport: (importId, made, broughtIn) => {
      const byArticle = new Map<ArticleId, ArticleChange[]>()
      for (const change of made) {
        const { id } = change.before
        byArticle.set(id, [...(byArticle.get(id) ?? []), change])
      }
      const current = articles.readAll([...byArticle.keys(), ...broughtIn])
      const brought = new Set(broughtIn)
      const wanted = current.map(article =>
        brought.has(article.id)
          ? articles.withStates(article, { isTrashed: true })
          : (byArticle.get(article.id) ?? []).reduceRight(takeBack, article)
      )
      // Only what is taken back is journalled and written: doing it again must not touch the rest either.
      const parts = wanted.map((article, index) => differingParts(current[index] ?? article, article))
      const [was, is] = [parts.map(([before]) => before), parts.map(([, after]) => after)]
      return perform('undoImport', was, is, importId)
    },
    undo: () => replay(() => lastDone.get(), true),
    redo: () => replay(() => firstUndone.get(), false)
  }
}

/** The articles that are not what they were. */
function differing(before: readonly PartialArticle[], after: readonly PartialArticle[]): readonly PartialArticle[] {
  return after.filter((article, index) => JSON.stringify(article) !== JSON.stringify(before[index]))
}

/** The tags after a change: compared without case, in the spelling that is there, sorted by name. */
function changeTagNames(names: readonly string[], change: TagChange): string[] {
  const removed = new Set(change.remove.map(name => name.toLowerCase()))
  const kept = names.filter(name => !removed.has(name.toLowerCase()))
  const present = new Set(kept.map(name => name.toLowerCase()))
  for (const name of change.add) {
    if (present.has(name.toLowerCase())) continue
    present.add(name.toLowerCase())
    kept.push(name)
  }
  return kept.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
}

/** The word for a change of states; the state that matters most to a person names the whole change. */
function kindOf(change: StateChange): ActionKind {
  if (change.isTrashed !== undefined) return change.isTrashed ? 'trash' : 'restore'
  if (change.isArchived !== undefined) return change.isArchived ? 'archive' : 'unarchive'
  if (change.isStarred !== undefined) return change.isStarred ? 'star' : 'unstar'
  return change.isRead === false ? 'unread' : 'read'
}

function reasonOf(kind: ActionKind): 'trashed' | 'tags' | 'edited' | 'states' {
  if (kind === 'trash' || kind === 'restore' || kind === 'undoImport') return 'trashed'
  if (kind === 'tags') return 'tags'
  return kind === 'correct' || kind === 'showVersion' || kind === 'readAgain' ? 'edited' : 'states'
}

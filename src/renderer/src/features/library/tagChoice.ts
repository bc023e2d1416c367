// Owns what is ticked while tags are edited, and the change that comes of it. Pure.
import type { TagChange } from '@shared/model/article'

/** Whether the articles have a tag: all of them, some of them, none. */
export type TagState = 'all' | 'some' | 'none'

/** How each known tag stands for the articles. */
export function tagStates(
  known: readonly string[],
  articles: readonly { readonly tags: readonly string[] }[]
): ReadonlyMap<string, TagState> {
  return new Map(
    known.map(name => {
      const having = articles.filter(article => article.tags.includes(name)).length
      return [name, having === 0 ? 'none' : having === articles.length ? 'all' : 'some']
    })
  )
}

/** The change from how tags stood to how they were ticked; names that were not touched are left alone. */
export function tagChange(before: ReadonlyMap<string, TagState>, ticked: ReadonlyMap<string, boolean>): TagChange {
  const add: string[] = []
  const remove: string[] = []
  for (const [name, isOn] of ticked) {
    const state = before.get(name) ?? 'none'
    if (isOn && state !== 'all') add.push(name)
    if (!isOn && state !== 'none') remove.push(name)
  }
  return { add, remove }
}

/** The names that a typed text finds, and the new name that it could become (null where it is taken or empty). */
export function findTags(
  names: readonly string[],
  typed: string
): { readonly found: readonly string[]; readonly newName: string | null } {
  const text = typed.trim().replaceAll(/\s+/g, ' ').slice(0, 80)
  const folded = text.toLocaleLowerCase()
  const found = names.filter(name => name.toLocaleLowerCase().includes(folded))
  const isTaken = names.some(name => name.toLocaleLowerCase() === folded)
  return { found, newName: text === '' || isTaken ? null : text }
}

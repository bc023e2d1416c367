// Owns what a filter of a query asks of an article's facts. Knows nothing of how facts are kept.
import { assertNever } from '@shared/errors'
import { articleFormats, type ArticleFormat } from '@shared/model/article'
import type { QueryProblemCode } from '@shared/model/query'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { foldWord } from '../analysis/normalise'
import { dayOfDate, parseDays } from './dates'
import type { FactField } from './fields'
import { findLanguageCode } from './languageNames'
import type { PhraseNode, WordNode } from './syntax'

/** The states that `is:` knows. Articles in Trash are not searched. */
export const stateNames = ['unread', 'read', 'starred', 'archived', 'inbox'] as const
/** A state that `is:` knows. */
export type StateName = (typeof stateNames)[number]

/** The contents that `has:` knows. */
export const contentNames = ['highlight', 'note', 'image', 'tag', 'date'] as const
/** A content that `has:` knows. */
export type ContentName = (typeof contentNames)[number]

/** A question about the facts of an article. */
export type FactFilter =
  | { readonly kind: 'name'; readonly fact: 'source' | 'credit' | 'tag'; readonly isMeant: (name: string) => boolean }
  | { readonly kind: 'language'; readonly tag: string; readonly isPrefix: boolean }
  | { readonly kind: 'format'; readonly isMeant: (format: ArticleFormat) => boolean }
  | { readonly kind: 'state'; readonly state: StateName }
  | { readonly kind: 'has'; readonly content: ContentName }
  /** Days since 1970 from `from` to before `to`; an article without a date is never meant. */
  | { readonly kind: 'published'; readonly from: number; readonly to: number }

/**
 * The question that a field and its value ask, or why the value cannot be one. A name in quotes is the whole name; without
 * quotes it is some of its words. @param now milliseconds since 1970
 */
export function parseFactValue(
  field: FactField,
  node: WordNode | PhraseNode,
  now: number
): FactFilter | QueryProblemCode {
  const text = node.text.trim()
  const isPrefix = node.kind === 'phrase' ? node.isPrefix : node.form === 'prefix'
  const lower = text.toLowerCase()
  switch (field) {
    case 'source':
    case 'credit': {
      const isWhole = node.kind === 'phrase' || node.form === 'exact'
      return { kind: 'name', fact: field, isMeant: isWhole ? matchName(text, isPrefix) : matchWords(text, isPrefix) }
    }
    case 'tag':
      return { kind: 'name', fact: field, isMeant: matchName(text, isPrefix) }
    case 'lang': {
      const code = findLanguageCode(lower)
      if (code !== null) return { kind: 'language', tag: code, isPrefix: false }
      return /^[a-z]{1,8}(-[a-z0-9]{0,8})*$/.test(lower) ? { kind: 'language', tag: lower, isPrefix } : 'value_unknown'
    }
    case 'format': {
      const meant = articleFormats.filter(format => (isPrefix ? format.startsWith(lower) : format === lower))
      return meant.length > 0 ? { kind: 'format', isMeant: format => meant.includes(format) } : 'value_unknown'
    }
    case 'is': {
      const state = findName(stateNames, lower, isPrefix)
      return state ? { kind: 'state', state } : 'value_unknown'
    }
    case 'has': {
      const content = findName(contentNames, lower, isPrefix)
      return content ? { kind: 'has', content } : 'value_unknown'
    }
    case 'after':
    case 'before':
    case 'on':
      return parseDateFilter(field, text, now)
    default:
      return assertNever(field, 'field of a fact')
  }
}

/** `after` counts from the first day of what is named, `before` ends before it; so `after:2023 before:2024` is a year. */
function parseDateFilter(field: 'after' | 'before' | 'on', text: string, now: number): FactFilter | QueryProblemCode {
  const days = parseDays(text, now)
  if (!days) return 'date_unknown'
  const from = field === 'before' ? -Infinity : days.from
  const to = field === 'after' ? Infinity : field === 'before' ? days.from : days.to
  return { kind: 'published', from, to }
}

/** True where an article is what the filter asks for. */
export function matchesFilter(filter: FactFilter, facts: ArticleFacts): boolean {
  switch (filter.kind) {
    case 'name': {
      if (filter.fact === 'tag') return facts.tags.some(filter.isMeant)
      const name = filter.fact === 'source' ? facts.siteName : facts.sourceCredit
      return name !== null && filter.isMeant(name)
    }
    case 'language':
      return facts.language !== null && isLanguage(facts.language, filter)
    case 'format':
      return filter.isMeant(facts.format)
    case 'state':
      return hasState(facts, filter.state)
    case 'has':
      return hasContent(facts, filter.content)
    case 'published': {
      const day = dayOfDate(facts.published)
      return day !== null && day >= filter.from && day < filter.to
    }
    default:
      return assertNever(filter, 'filter')
  }
}

/** True where a language tag is the one that is asked for, or a kind of it (id-ID of id). */
export function isLanguage(language: string, { tag, isPrefix }: { tag: string; isPrefix: boolean }): boolean {
  const lower = language.toLowerCase()
  return lower === tag || lower.startsWith(isPrefix ? tag : `${tag}-`)
}

function hasState({ isRead, isStarred, isArchived }: ArticleFacts, state: StateName): boolean {
  switch (state) {
    case 'unread':
      return !isRead
    case 'read':
      return isRead
    case 'starred':
      return isStarred
    case 'archived':
      return isArchived
    case 'inbox':
      return !isArchived
    default:
      return assertNever(state, 'state')
  }
}

function hasContent(facts: ArticleFacts, content: ContentName): boolean {
  switch (content) {
    case 'highlight':
      return facts.hasHighlight
    case 'note':
      return facts.hasNote
    case 'image':
      return facts.hasImage
    case 'tag':
      return facts.tags.length > 0
    case 'date':
      return facts.published !== null
    default:
      return assertNever(content, 'content')
  }
}

function findName<Name extends string>(names: readonly Name[], text: string, isPrefix: boolean): Name | null {
  return names.find(name => name === text) ?? (isPrefix ? (names.find(name => name.startsWith(text)) ?? null) : null)
}

/** A name as it is compared: case, marks, apostrophes, hyphens and quotes (which no value can hold) do not matter. */
export function foldName(name: string): string {
  return foldWord(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/["“”„«»]/g, '')
      .trim()
      .replace(/\s+/g, ' ')
  )
}

function matchName(text: string, isPrefix: boolean): (name: string) => boolean {
  const wanted = foldName(text)
  return name => (isPrefix ? foldName(name).startsWith(wanted) : foldName(name) === wanted)
}

/** Words in a row, each from its beginning to its end; the last may go on. */
function matchWords(text: string, isPrefix: boolean): (name: string) => boolean {
  const wanted = foldName(text)
  if (wanted === '') return () => false
  return name => {
    const folded = foldName(name)
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const startsWord = !isLetter(folded.charAt(at - 1))
      const endsWord = isPrefix || !isLetter(folded.charAt(at + wanted.length))
      if (startsWord && endsWord) return true
    }
    return false
  }
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character)
}

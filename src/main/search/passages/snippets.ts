// Owns which pieces of an article's text stand for it in a list of results. Gives numbers, never markup.
import type { TextRange } from '@shared/model/common'
import type { SearchField, Snippet } from '@shared/model/search'
import type { FieldMatch } from './matchDocument'

/** The longest snippet, in UTF-16 code units. */
export const maxSnippetLength = 200
/** A snippet is widened on both sides until it has about this length. */
const wantedSnippetLength = 180
const maxSnippets = 3
const maxRunningTextSnippets = 2
const runningTextFields: readonly SearchField[] = ['deck', 'body']

/**
 * The best one to three snippets of an article: first at most two from the running text around its densest hits, then
 * title and other metadata that have hits. An article without hits in its text is represented by its body's beginning.
 */
export function makeSnippets(fields: readonly FieldMatch[]): readonly Snippet[] {
  const windows = fields
    .filter(isRunningText)
    .flatMap(match => findWindows(match, maxRunningTextSnippets).map(window => ({ match, ...window })))
    .toSorted((first, second) => second.hitCount - first.hitCount)
    .slice(0, maxRunningTextSnippets)
  const inText = windows.map(({ match, range }) => cutSnippet(match, range))
  const inMetadata = fields
    .filter(match => !isRunningText(match) && match.hits.length > 0)
    .flatMap(match => findWindows(match, 1).map(({ range }) => cutSnippet(match, range)))
  const snippets = [...inText, ...inMetadata].slice(0, maxSnippets)
  if (snippets.length > 0) return snippets
  const body = fields.find(({ field }) => field === 'body')
  return body && body.text.trim() !== '' ? [cutSnippet(body, widen(body, [0, 0]))] : []
}

function isRunningText({ field }: FieldMatch): boolean {
  return runningTextFields.includes(field)
}

interface Window {
  readonly range: TextRange
  readonly hitCount: number
}

/** The windows with the most hits, best first, earlier ones first among equals; they do not overlap. */
function findWindows(match: FieldMatch, count: number): readonly Window[] {
  const { hits } = match
  const candidates: Window[] = hits.map(([start], index) => {
    let last = index
    while ((hits[last + 1]?.[1] ?? Infinity) - start <= wantedSnippetLength) last++
    return { range: [start, hits[last]?.[1] ?? start], hitCount: last - index + 1 }
  })
  const chosen: Window[] = []
  for (const { range, hitCount } of candidates.toSorted((first, second) => second.hitCount - first.hitCount)) {
    if (chosen.length >= count) break
    const wide = widen(match, range)
    if (chosen.every(({ range: [start, end] }) => wide[1] <= start || wide[0] >= end)) {
      chosen.push({ range: wide, hitCount })
    }
  }
  return chosen
}

/** Widens a range evenly to the wanted length, from the beginning of a word to the end of a word. */
function widen({ text, tokens }: FieldMatch, [hitStart, hitEnd]: TextRange): TextRange {
  if (text.length <= maxSnippetLength) return [0, text.length]
  const spare = Math.max(0, wantedSnippetLength - (hitEnd - hitStart))
  const before = Math.floor(spare / 3)
  const earliest = Math.max(0, Math.min(hitStart - before, text.length - wantedSnippetLength))
  const latest = Math.min(
    text.length,
    Math.max(earliest + wantedSnippetLength, Math.min(hitEnd, earliest + maxSnippetLength))
  )
  const start = earliest === 0 ? 0 : (tokens.find(token => token.start >= earliest)?.start ?? earliest)
  const lastWord = tokens.findLast(token => token.end <= latest && token.end > start)
  let end = latest === text.length ? latest : (lastWord?.end ?? latest)
  // A sentence keeps its full stop, a quotation its closing quote.
  while (end < text.length && end - start < maxSnippetLength && /^[\p{P}\p{S}]$/u.test(text.charAt(end))) end++
  return [Math.min(start, hitStart), Math.max(end, Math.min(hitEnd, hitStart + maxSnippetLength))]
}

function cutSnippet({ field, text, hits }: FieldMatch, [start, end]: TextRange): Snippet {
  const highlights = hits
    .filter(([hitStart, hitEnd]) => hitEnd > start && hitStart < end)
    .map(([hitStart, hitEnd]): [number, number] => [Math.max(hitStart, start) - start, Math.min(hitEnd, end) - start])
  return { field, text: text.slice(start, end).replace(/\s/g, ' '), highlights }
}

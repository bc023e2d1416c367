// Owns a plain scan of texts for a query's hits. It shares no code with search, so that the two can be compared.
import type { ArticleHits } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'

/** A query of plain words: `words` all occur, or stand in a row; the last may go on; `without` does not occur. */
export interface ScanQuery {
  readonly words: readonly string[]
  readonly isPhrase: boolean
  readonly isLastPrefix: boolean
  readonly without: string | null
}

type Place = [start: number, end: number]
interface ScannedWord {
  readonly text: string
  readonly place: Place
}

const fields = ['title', 'deck', 'byline', 'body'] as const

/** An article's words. Made-up articles are words of the letters A to Z, and signs and spaces between them. */
export interface ScannedArticle {
  readonly articleId: string
  /** All text, in lower case. */
  readonly text: string
  readonly words: Readonly<Record<(typeof fields)[number], readonly ScannedWord[]>>
}

/** Cuts an article's fields into words. */
export function scanArticle(document: SearchDocument): ScannedArticle {
  const wordsOf = (text: string): ScannedWord[] =>
    Array.from(text.matchAll(/[A-Za-z]+/g), match => ({
      text: match[0].toLowerCase(),
      place: [match.index, match.index + match[0].length]
    }))
  return {
    articleId: document.articleId,
    text: [document.title, document.deck, document.byline, document.body].join('\n').toLowerCase(),
    words: {
      title: wordsOf(document.title),
      deck: wordsOf(document.deck),
      byline: wordsOf(document.byline),
      body: wordsOf(document.body)
    }
  }
}

/** The places of a query's hits in an article, or null where the article is not what it asks for. */
export function scanForHits({ articleId, text, words }: ScannedArticle, query: ScanQuery): ArticleHits | null {
  const { isPhrase, without } = query
  if (!query.words.every(word => text.includes(word))) return null
  if (without !== null && fields.some(field => words[field].some(word => word.text === without))) return null
  const found = new Set<number>()
  const hits = fields.map(field => {
    const places = isPhrase ? findRows(words[field], query) : findWords(words[field], query, found)
    if (isPhrase && places.length > 0) found.add(0)
    return unite(places)
  })
  if (found.size < (isPhrase ? 1 : query.words.length)) return null
  const [title = [], deck = [], byline = [], body = []] = hits
  return { articleId, title, deck, byline, body } as ArticleHits
}

function matches(text: string, number: number, { words, isLastPrefix }: ScanQuery): boolean {
  const word = words[number] ?? ''
  return isLastPrefix && number === words.length - 1 ? text.startsWith(word) : text === word
}

function findWords(list: readonly ScannedWord[], query: ScanQuery, found: Set<number>): Place[] {
  return list.flatMap(({ text, place }) => {
    const numbers = [...query.words.keys()].filter(number => matches(text, number, query))
    for (const number of numbers) found.add(number)
    return numbers.length > 0 ? [place] : []
  })
}

function findRows(list: readonly ScannedWord[], query: ScanQuery): Place[] {
  const { length } = query.words
  return list.flatMap(({ place }, at) => {
    const row = list.slice(at, at + length)
    const isRow = row.length === length && row.every(({ text }, number) => matches(text, number, query))
    return isRow ? [[place[0], row.at(-1)?.place[1] ?? 0] satisfies Place] : []
  })
}

/** Places that overlap become one. */
function unite(places: readonly Place[]): Place[] {
  const united: Place[] = []
  for (const [start, end] of places) {
    const last = united.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else united.push([start, end])
  }
  return united
}

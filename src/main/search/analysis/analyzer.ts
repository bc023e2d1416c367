// Owns the one Analyzer that the index, queries and highlights share. Knows nothing of how terms are stored or ranked.
import { foldWord } from './normalise'
import { getStemmer, type StemLanguage } from './stemmers'
import { createWordSplitter, type Token } from './words'

/** Grows with every change of the words, forms or stems that the Analyzer gives: an older index is then rebuilt. */
export const ANALYZER_VERSION = 2

/** What stands before a stem, so that a stem is never taken for a word: no word contains a control character. */
export const stemMark = '\u0001'

/** How much a term of a query counts beside the word as written. All stems of a word in one language share `stem`. */
export const termWeights = { exact: 1, folded: 0.8, base: 0.4, stem: 0.35 } as const

/** A term that stands for a query's word. */
export interface QueryTerm {
  readonly term: string
  /** Share of the score of the word as written, 0 to 1. */
  readonly weight: number
  readonly kind: 'exact' | 'stem' | 'fuzzy'
  /** The language of the articles in which the term counts; null where it counts in all. */
  readonly language: StemLanguage | null
}

/** Cuts texts into words and gives the terms under which a word is indexed and looked up. */
export interface Analyzer {
  /** Every word of a text with its place; see `createWordSplitter`. */
  split(text: string): readonly Token[]
  /**
   * The terms under which a word of an article is indexed: exact form, folded form where it differs, and its marked stems
   * where the language has them and they are not the word itself.
   */
  indexTerms(exact: string, language: StemLanguage | null): readonly string[]
  /** The terms that a query's word matches, given the languages of the articles that are searched. */
  queryTerms(token: Token, languages: Iterable<StemLanguage>): readonly QueryTerm[]
}

/** How many words' terms are remembered for a language before its memory is emptied. */
const memoryCapacity = 20_000

/** Creates the Analyzer. It keeps a bounded memory of words' terms and nothing else. */
export function createAnalyzer(): Analyzer {
  const split = createWordSplitter()
  const memories = new Map<StemLanguage | null, Map<string, readonly string[]>>()

  const indexTerms = (exact: string, language: StemLanguage | null): readonly string[] => {
    let memory = memories.get(language)
    if (!memory) memories.set(language, (memory = new Map()))
    const known = memory.get(exact)
    if (known) return known
    const terms = makeIndexTerms(exact, language)
    if (memory.size >= memoryCapacity) memory.clear()
    memory.set(exact, terms)
    return terms
  }

  const queryTerms = (token: Token, languages: Iterable<StemLanguage>): readonly QueryTerm[] => {
    const { exact, folded } = token
    const terms: QueryTerm[] = [{ term: exact, weight: termWeights.exact, kind: 'exact', language: null }]
    if (folded !== exact && folded !== '') {
      terms.push({ term: folded, weight: termWeights.folded, kind: 'exact', language: null })
    }
    const bases = findQueryBases(token, split, new Set(languages))
    for (const base of bases) {
      terms.push({ term: base, weight: termWeights.base, kind: 'stem', language: null })
    }
    for (const language of new Set(languages)) {
      const stems = new Set([exact, ...bases].flatMap(form => stemsOf(form, language)))
      const weight = termWeights.stem / Math.max(1, stems.size)
      for (const stem of stems) {
        terms.push({ term: markStem(stem, language), weight, kind: 'stem', language })
        // A word that is its own stem is indexed under its plain form only.
        if (stem !== folded && !bases.includes(stem)) terms.push({ term: stem, weight, kind: 'stem', language })
      }
    }
    return terms
  }

  return { split, indexTerms, queryTerms }
}

/** What `Analyzer.indexTerms` gives, made anew: for a caller that remembers terms itself. */
export function makeIndexTerms(exact: string, language: StemLanguage | null): readonly string[] {
  const folded = foldWord(exact)
  const terms = folded === exact || folded === '' ? [exact] : [exact, folded]
  if (language) {
    for (const stem of stemsOf(exact, language)) if (stem !== folded) terms.push(markStem(stem, language))
  }
  return terms
}

function stemsOf(exact: string, language: StemLanguage): readonly string[] {
  // A compound's parts are words of their own, and carry the stems; numbers have none.
  if (exact.includes('-') || /^\p{N}/u.test(exact)) return []
  return [...new Set(getStemmer(language)(exact).map(foldWord))].filter(stem => stem !== '')
}

function markStem(stem: string, language: StemLanguage): string {
  return `${stemMark}${language}:${stem}`
}

/** What may be joined to an Indonesian or Malay word by a hyphen without being a word of its own: kuasa-Mu, Allah-lah. */
const hyphenedClitic = /^(?:ku|mu|nya|lah|kah|tah|pun)$/

/**
 * Words that a query's word contains: of Putin's Putin; of the reduplicated anak-anaknya or meniru-niru, whose parts have
 * a form in common, both parts; of kuasa-Mu what the clitic is joined to.
 */
function findQueryBases(
  token: Token,
  split: Analyzer['split'],
  languages: ReadonlySet<StemLanguage>
): readonly string[] {
  const inner = split(token.exact)
  const bases = inner.filter(({ role }) => role === 'base').map(({ exact }) => exact)
  if (token.role !== 'compound') return bases
  const parts = inner.filter(({ role }) => role === 'part').map(({ exact }) => exact)
  const words = new Set(parts.length > 1 && hyphenedClitic.test(parts.at(-1) ?? '') ? parts.slice(0, -1) : parts)
  const [first = '', second = ''] = words
  if (words.size === 1) return [first]
  return words.size === 2 && areRelated(first, second, languages) ? [first, second] : []
}

function areRelated(first: string, second: string, languages: ReadonlySet<StemLanguage>): boolean {
  if (first.includes(second) || second.includes(first)) return true
  return [...languages].some(language => {
    const stems = new Set(stemsOf(first, language))
    return stemsOf(second, language).some(stem => stems.has(stem))
  })
}

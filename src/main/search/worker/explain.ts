// Owns the explanation of how a query's words were read. Decides nothing: it tells what the plan and the index say.
import { mostMatchedWords, type ReadingKind, type WordReading } from '@shared/model/queryHelp'
import type { IndexView } from '../index/indexView'
import { openSheet } from '../index/openSheet'
import { createWordCounts, type WordCounts } from '../index/wordCounts'
import type { PlannedWord, QueryPlan } from '../query/plan'

/** So many forms of a word are counted at most. */
const mostCounted = 400
const kindOrder: readonly ReadingKind[] = ['exact', 'folded', 'stem', 'prefix', 'fuzzy']

/** Explains each word of a plan for a query. */
export function explainWords(query: string, plan: QueryPlan, view: IndexView): WordReading[] {
  const counts = createWordCounts(view)
  return plan.words.map(word => explainWord(query, word, view, counts))
}

function explainWord(query: string, word: PlannedWord, view: IndexView, counts: WordCounts): WordReading {
  const kinds = new Map<string, ReadingKind>()
  const note = (form: string, kind: ReadingKind): void => {
    const known = kinds.get(form)
    if (known === undefined || kindOrder.indexOf(kind) < kindOrder.indexOf(known)) kinds.set(form, kind)
  }
  for (const { term, kind } of word.terms) {
    for (const form of view.wordsOf(term)) {
      note(form, form === word.exact ? 'exact' : kind === 'exact' ? 'folded' : kind)
    }
  }
  if (word.prefix !== null) {
    for (const { word: form } of counts.mostFrequent(word.prefix, mostMatchedWords))
      note(form, form === word.exact ? 'exact' : 'prefix')
  }
  const counted = [...kinds]
    .slice(0, mostCounted)
    .map(([form, kind]) => ({ kind, word: form, articles: counts.count(form, word.fieldMask) }))
    .filter(({ articles }) => articles > 0)
    .toSorted(
      (first, second) =>
        kindOrder.indexOf(first.kind) - kindOrder.indexOf(second.kind) || second.articles - first.articles
    )
  const { start, end } = word.place
  return {
    word: query.slice(start, end),
    start,
    end,
    articles: openSheet(view).findSlots(word).length,
    matched: counted.slice(0, mostMatchedWords),
    more: Math.max(0, counted.length - mostMatchedWords),
    exactQuery: makeExact(query, word)
  }
}

/** The query with a word as written; a phrase's words are so already. */
function makeExact(query: string, { form, place, prefix }: PlannedWord): string | null {
  if (form === 'exact') return null
  const written = query.slice(place.start, place.end)
  const rest = query.slice(place.end)
  // The signs behind it asked for other words.
  const signs = prefix !== null || form === 'fuzzy' ? (/^[*~]+/.exec(rest)?.[0].length ?? 0) : 0
  return `${query.slice(0, place.start)}"${written}"${rest.slice(signs)}`
}

// Owns which other queries would find something where the one as written finds nothing. Decides none of them itself.
import type { QuerySuggestion } from '@shared/model/queryHelp'
import type { IndexView } from '../index/indexView'
import { isKnownWord } from '../index/scoring'
import { findNearTerms } from '../index/spelling'
import { createWordCounts } from '../index/wordCounts'
import { everyField, isFactField } from '../query/fields'
import { parseQuery } from '../query/parser'
import type { PlannedWord, QueryPlan } from '../query/plan'
import type { QueryNode } from '../query/syntax'

/** So many other queries are tried. */
const mostTried = 12
/** Among the words nearest to an unknown one, so many are tried, the most frequent first. */
const respellings = 2

/** Gives how many articles a query finds as written. */
type CountQuery = (query: string) => Promise<number>

/** Tries other queries; gives those that find something: respelt ones first, then those with a part left out. */
export async function suggestQueries(
  query: string,
  plan: QueryPlan,
  view: IndexView,
  countQuery: CountQuery
): Promise<QuerySuggestion[]> {
  const others = [...respell(query, plan, view), ...leaveOut(query)].slice(0, mostTried)
  const suggestions: QuerySuggestion[] = []
  for (const other of others) {
    const total = other.query.trim() === '' ? 0 : await countQuery(other.query)
    if (total > 0) suggestions.push({ ...other, total })
  }
  return suggestions
}

type Untried = Omit<QuerySuggestion, 'total'>

function respell(query: string, plan: QueryPlan, view: IndexView): readonly Untried[] {
  const counts = createWordCounts(view)
  const unknown = plan.words.filter(word => !isKnownWord({ ...word, fieldMask: everyField }, view))
  const nearest = (word: PlannedWord): readonly string[] =>
    findNearTerms(word, view)
      .map(({ term, weight }) => ({ term, weight, articles: counts.count(term, everyField) }))
      // Nearer ones first: the weight says how near.
      .toSorted((first, second) => second.weight - first.weight || second.articles - first.articles)
      .map(({ term }) => term)
  if (unknown.length === 0) return []
  const choices = unknown.map(word => ({ word, terms: nearest(word) }))
  if (choices.some(({ terms }) => terms.length === 0)) return []
  return Array.from({ length: respellings }, (_, choice) => {
    let respelt = query
    const put = choices.map(({ word, terms }) => ({ place: word.place, term: terms[choice] ?? terms[0] ?? '' }))
    for (const { place, term } of put.toSorted((first, second) => second.place.start - first.place.start)) {
      respelt = respelt.slice(0, place.start) + term + respelt.slice(place.end)
    }
    return { kind: 'respelt' as const, changed: put.map(({ term }) => term).join(' '), query: respelt }
  }).filter(({ query: other }, at, all) => all.findIndex(each => each.query === other) === at)
}

/** The query without each part that it needs, and with the words of its phrases anywhere. */
function leaveOut(query: string): readonly Untried[] {
  const { root } = parseQuery(query, false)
  const nodes = root?.kind === 'and' ? root.operands : root ? [root] : []
  const written = ({ start, end }: QueryNode): string => query.slice(start, end)
  const without = (node: QueryNode): string => tidy(query.slice(0, node.start) + ' ' + query.slice(node.end))
  const unquoted = nodes.flatMap((node): Untried[] => {
    if (node.kind !== 'phrase' || !/\s/.test(node.text.trim())) return []
    const other = `${query.slice(0, node.start)}${node.text}${query.slice(node.end)}`
    return [{ kind: 'withoutQuotes', changed: written(node), query: tidy(other) }]
  })
  if (nodes.length < 2) return unquoted
  const filters = nodes.filter(isFilter)
  const others = nodes.filter(node => !isFilter(node))
  return [
    ...unquoted,
    ...filters.map((node): Untried => ({ kind: 'withoutFilter', changed: written(node), query: without(node) })),
    ...others.map((node): Untried => ({ kind: 'withoutWord', changed: written(node), query: without(node) }))
  ]
}

function isFilter(node: QueryNode): boolean {
  const inner = node.kind === 'not' ? node.operand : node
  return inner.kind === 'field' && isFactField(inner.field)
}

function tidy(query: string): string {
  return query.replace(/\s+/g, ' ').trim()
}

// Owns how completions of the library go into a query: which one is shown behind the caret, and what taking one gives. Pure.
import type { Completions } from '@shared/model/queryHelp'

/** One thing that may be put into a query. */
export type Suggestion = Completions['items'][number]

/** The completions of a query as it was when they were asked for. */
export interface CompletionAnswer {
  readonly query: string
  readonly completions: Completions
}

/** A query and where the caret stands in it, a UTF-16 offset. */
export interface EditedQuery {
  readonly query: string
  readonly caret: number
}

/** True where a query differs from the one that was answered in nothing but the piece that is completed. */
function isAbout({ query: answered, completions: { start, end } }: CompletionAnswer, query: string): boolean {
  const behind = answered.slice(end)
  return query.length >= start + behind.length && query.startsWith(answered.slice(0, start)) && query.endsWith(behind)
}

/** What stands now of the piece that is completed. */
function typedPiece({ query: answered, completions: { start, end } }: CompletionAnswer, query: string): string {
  return query.slice(start, query.length - (answered.length - end))
}

/** What is worth offering for a query: nothing of an answer to another one, and nothing that stands there already. */
export function suggestionsFor(answer: CompletionAnswer | null, query: string): readonly Suggestion[] {
  if (!answer || !isAbout(answer, query)) return []
  const typed = typedPiece(answer, query).toLowerCase()
  return answer.completions.items.filter(({ text }) => {
    const lower = text.toLowerCase()
    return lower !== typed && lower !== `"${typed}"`
  })
}

/** True where there is nothing but values of a field to choose from: they are what the person is looking for. */
export function areValues(suggestions: readonly Suggestion[]): boolean {
  return suggestions.length > 0 && suggestions.every(({ kind }) => kind === 'value')
}

/**
 * What would stand behind a caret at the very end, to be taken by one key: the rest of the first suggestion that goes on
 * from the letters that are there. Fields come last, since they are rarer than words. Empty where there is none.
 */
export function restBehindCaret(answer: CompletionAnswer | null, query: string): string {
  if (!answer || answer.completions.end !== answer.query.length) return ''
  const suggestions = suggestionsFor(answer, query)
  const typed = typedPiece(answer, query)
  if (typed === '') return ''
  const goesOn = ({ text }: Suggestion): boolean =>
    text.length > typed.length && text.slice(0, typed.length).toLowerCase() === typed.toLowerCase()
  const first = suggestions.find(each => each.kind !== 'field' && goesOn(each)) ?? suggestions.find(goesOn)
  return first?.text.slice(typed.length) ?? ''
}

/** The query with a suggestion in place of the piece that is completed, the caret behind it. */
export function takeSuggestion(answer: CompletionAnswer, query: string, { text }: Suggestion): EditedQuery {
  const before = query.slice(0, answer.completions.start) + text
  return { query: before + answer.query.slice(answer.completions.end), caret: before.length }
}

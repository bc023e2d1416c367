// Owns what is open below the search field and which of its lines is chosen. Knows no key and no element.
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { en } from '../../i18n/en'
import { useTexts } from '../../i18n/useTexts'
import { areValues, restBehindCaret, suggestionsFor, takeSuggestion, type EditedQuery } from './completion'
import type { FieldState } from './fieldSteps'
import type { SuggestionLine } from './SuggestionList'
import { useCompletions } from './useCompletions'
import { useSearchHistory, type ShownHistory } from './useSearchHistory'

/** The lists of the search field. */
export interface FieldLists {
  readonly state: FieldState
  readonly lines: readonly SuggestionLine[]
  /** What is shown behind a caret at the end; empty where there is nothing. */
  readonly rest: string
  readonly history: ShownHistory
  /** Opens the list with this line chosen; -1 for none. */
  readonly open: (line: number) => void
  readonly close: () => void
  readonly setActive: (line: number) => void
  /** Asks for what goes on from an edited query. */
  readonly ask: (edited: EditedQuery) => void
  /** Closes the list and wants no completion until somebody types again. */
  readonly reset: () => void
  /** The query with a line of the suggestions taken into it. */
  readonly taken: (line: number) => EditedQuery
}

/** The lists for the query in the field; `isAtEnd` is true while the caret stands behind it. */
export function useFieldLists(query: string, isAtEnd: boolean): FieldLists {
  const { t, formats } = useTexts()
  const { answer, ask, drop } = useCompletions()
  const history = useSearchHistory()
  const [wish, setWish] = useState<'open' | 'closed' | 'none'>('none')
  const [active, setActive] = useState(-1)

  const hasText = query.trim() !== ''
  const suggestions = suggestionsFor(answer, query)
  const lines: readonly SuggestionLine[] = hasText
    ? suggestions.map(({ kind, text, count }) => ({
        text,
        hint: kind === 'field' ? hintOfField(t, text) : count === null ? '' : formats.number(count),
        isPast: false
      }))
    : history.queries.map(text => ({ text, hint: '', isPast: true }))
  // Values of a field are listed unasked; words only when somebody wants them, as they would cover the results.
  const isOpen = lines.length > 0 && (wish === 'open' || (wish === 'none' && hasText && areValues(suggestions)))
  const rest = hasText && isAtEnd ? restBehindCaret(answer, query) : ''

  const close = (): void => {
    setWish('closed')
    setActive(-1)
  }
  return {
    state: {
      hasText,
      list: isOpen ? (hasText ? 'suggestions' : 'history') : null,
      lineCount: lines.length,
      active: isOpen ? Math.min(active, lines.length - 1) : -1,
      hasRest: rest !== ''
    },
    lines,
    rest,
    history,
    open: line => {
      setWish('open')
      setActive(line)
    },
    close,
    setActive,
    ask: edited => {
      setActive(-1)
      // What was opened by hand stays open while one types on; what was closed may open again for the next value.
      setWish(wish === 'open' && hasText ? 'open' : 'none')
      ask(edited)
    },
    reset: () => {
      close()
      drop()
    },
    taken: line => {
      const suggestion = suggestions[line]
      return answer && suggestion ? takeSuggestion(answer, query, suggestion) : { query, caret: query.length }
    }
  }
}

/** What a field asks for, in words; empty for one that has none. */
function hintOfField(t: TFunction, text: string): string {
  const field = text.replace(/:$/, '')
  return isDescribed(field) ? t(`completion.fields.${field}`) : ''
}

function isDescribed(field: string): field is keyof typeof en.completion.fields {
  return Object.hasOwn(en.completion.fields, field)
}

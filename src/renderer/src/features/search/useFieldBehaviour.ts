// Owns what the search field does: a search for each letter, steps for keys, suggestions taken into the text.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ChangeEvent, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { assertNever } from '@shared/errors'
import { retype } from '../../app/searchState'
import { useServices } from '../../app/services'
import { withOpenArticle } from '../../app/uiStore'
import { useLayout } from '../../app/useLayout'
import { fetchRow } from '../library/listSource'
import { noSelection, selectOne } from '../library/selection'
import type { EditedQuery } from './completion'
import { fieldStep, type FieldStep } from './fieldSteps'
import { useFieldLists, type FieldLists } from './useFieldLists'

/** The search field's behaviour. */
export interface FieldBehaviour {
  readonly field: RefObject<HTMLInputElement | null>
  readonly query: string
  readonly lists: FieldLists
  readonly clear: () => void
  readonly choose: (line: number) => void
  readonly hearChange: (event: ChangeEvent<HTMLInputElement>) => void
  readonly hearKey: (event: KeyboardEvent) => void
  readonly hearCaret: () => void
}

/** The behaviour of the one search field; `onEnterList` gives the keyboard to the list in front. */
export function useFieldBehaviour(onEnterList: () => void): FieldBehaviour {
  const { ui, client, commands, messages, reader } = useServices()
  const { isListOverlay } = useLayout()
  const queryClient = useQueryClient()
  const query = ui(state => state.search.query)
  const field = useRef<HTMLInputElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(true)
  const lists = useFieldLists(query, isAtEnd)

  const search = (text: string, isTyping: boolean): void =>
    ui.setState(state => ({
      search: retype(state.search, text, isTyping),
      searchSelection: noSelection,
      hitPosition: null
    }))
  const clear = (): void => {
    search('', false)
    lists.reset()
    field.current?.focus()
  }
  const put = ({ query: text, caret }: EditedQuery): void => {
    if (!field.current) return
    field.current.value = text
    field.current.setSelectionRange(caret, caret)
    // The caret may stand where nobody sees it: the end of a long query is scrolled to.
    if (caret === text.length) field.current.scrollLeft = field.current.scrollWidth
    search(text, true)
    lists.reset()
    // A field's name alone asks for nothing yet: its values come at once.
    if (text.slice(0, caret).endsWith(':')) lists.ask({ query: text, caret })
  }
  const choose = (line: number): void => {
    const past = lists.history.queries[line]
    if (lists.state.hasText) put(lists.taken(line))
    else if (past !== undefined) {
      search(past, false)
      lists.reset()
    }
  }
  /** Down and Enter go to the first result; Enter also ends the typing and opens it at its first hit. */
  const enterResults = async (): Promise<void> => {
    const row = await fetchRow(queryClient, client, commands.listSource(), 0)
    if (!row) return
    const { id } = row.article
    // At once: the list that slid over the reader is gone before the keyboard is handed on.
    flushSync(() =>
      ui.setState(state => ({ searchSelection: selectOne(0, id), ...withOpenArticle(state, id), overlay: 'none' }))
    )
    if (isListOverlay) reader.focus()
    else onEnterList()
  }
  const take = (step: NonNullable<FieldStep>): void => {
    switch (step.kind) {
      case 'openList':
        return lists.open(0)
      case 'closeList':
        return lists.close()
      case 'move':
        return lists.setActive(step.line)
      case 'choose':
        return choose(step.line)
      case 'forget':
        return lists.history.forget(lists.history.queries[step.line] ?? '')
      case 'takeRest':
        return put({ query: query + lists.rest, caret: query.length + lists.rest.length })
      case 'clear':
        return clear()
      case 'leave':
        return onEnterList()
      case 'search':
        ui.setState(state => ({ search: retype(state.search, query, false) }))
        lists.reset()
        break
      case 'enterResults':
        break
      default:
        assertNever(step, 'step of the search field')
    }
    enterResults().catch((error: unknown) => messages.failed(error))
  }

  useEffect(() => {
    // Where the search was cleared by a command or a view, the field follows; typing itself comes from the field.
    if (field.current && field.current.value !== query) field.current.value = query
  }, [query])

  return {
    field,
    query,
    lists,
    clear,
    choose,
    hearChange: event => {
      const { value, selectionStart } = event.target
      const isLonger = value.length > query.length
      search(value, true)
      setIsAtEnd(selectionStart === value.length)
      // Who deletes wants less, not more; who composes a character has not written it yet.
      const isComposing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing
      if (isLonger && !isComposing) lists.ask({ query: value, caret: selectionStart ?? value.length })
      else lists.reset()
    },
    hearKey: event => {
      if (event.nativeEvent.isComposing) return
      const step = fieldStep(event, lists.state)
      if (!step) return
      event.preventDefault()
      event.stopPropagation()
      take(step)
    },
    hearCaret: () => {
      const { selectionStart, selectionEnd, value } = field.current ?? {}
      setIsAtEnd(selectionStart === value?.length && selectionEnd === value?.length)
    }
  }
}

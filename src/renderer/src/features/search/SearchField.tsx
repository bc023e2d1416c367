// Owns the search field: every keystroke is a search, Escape ends it and then leaves for the list, Down leads into the results.
import { Search, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { maxQueryLength } from '@shared/model/search'
import { useQueryClient } from '@tanstack/react-query'
import { retype } from '../../app/searchState'
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { noSelection, selectOne } from '../library/selection'
import { fetchRow } from '../library/listSource'
import { withOpenArticle } from '../../app/uiStore'
import { useLayout } from '../../app/useLayout'
import { useTexts } from '../../i18n/useTexts'
import styles from './SearchField.module.css'

/** The field's id, by which the command `find` gives it the keyboard. */
export const searchFieldId = 'search-field'

/** The search field. */
export function SearchField({ onEnterList }: { readonly onEnterList: () => void }) {
  const { ui, client, commands, messages, reader, isMac } = useServices()
  const { isListOverlay } = useLayout()
  const { t } = useTexts()
  const queryClient = useQueryClient()
  const query = ui(state => state.search.query)
  const field = useRef<HTMLInputElement>(null)

  const search = (text: string, isTyping: boolean): void =>
    ui.setState(state => ({
      search: retype(state.search, text, isTyping),
      searchSelection: noSelection,
      hitPosition: null
    }))
  const clear = (): void => {
    search('', false)
    field.current?.focus()
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
  const hearKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      if (query) clear()
      else onEnterList()
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      if (event.key === 'Enter' && query) ui.setState(state => ({ search: retype(state.search, query, false) }))
      if (query) enterResults().catch((error: unknown) => messages.failed(error))
      else onEnterList()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  useEffect(() => {
    // Where the search was cleared by a command or a view, the field follows; typing itself comes from the field.
    if (field.current && field.current.value !== query) field.current.value = query
  }, [query])

  const hint = shortcutHint('find', isMac)
  return (
    <search className={styles.search}>
      <Search size={16} strokeWidth={1.5} aria-hidden />
      <input
        ref={field}
        id={searchFieldId}
        className={styles.field}
        type="text"
        role="searchbox"
        enterKeyHint="search"
        aria-label={t('search.label')}
        aria-keyshortcuts={hint}
        placeholder={t('search.placeholder')}
        maxLength={maxQueryLength}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        dir="auto"
        defaultValue={query}
        onChange={event => search(event.target.value, true)}
        onKeyDown={hearKey}
      />
      {query ? (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('search.clear')}
          title={t('search.clear')}
          onClick={clear}
        >
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      ) : (
        <kbd className={styles.hint} aria-hidden>
          {hint}
        </kbd>
      )}
    </search>
  )
}

// Owns the chips under the search field: each filter of the query in words, and the way to take it out.
import { X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { QueryFilter } from '@shared/model/query'
import { useTexts } from '../../i18n/useTexts'
import { searchFieldId } from '../search/SearchField'
import styles from './FilterChips.module.css'
import { findFilter, withoutPiece } from './queryEdit'
import { filterText } from './resultTexts'
import { useAsk } from './useAsk'

/** The filters of a query as chips. */
export function FilterChips({ filters }: { readonly filters: readonly QueryFilter[] }) {
  const words = useTexts()
  const { t } = words
  const ask = useAsk()
  const list = useRef<HTMLUListElement>(null)
  /** Where the keyboard goes when the chip that had it is gone. */
  const nextFocus = useRef<number | null>(null)

  useEffect(() => {
    if (nextFocus.current === null || filters.length === 0) return
    const chips = [...(list.current?.querySelectorAll('button') ?? [])]
    ;(chips[nextFocus.current] ?? chips.at(-1))?.focus()
    nextFocus.current = null
  }, [filters])

  if (filters.length === 0) return null
  const remove = (filter: QueryFilter, index: number): void => {
    if (filters.length === 1) document.getElementById(searchFieldId)?.focus()
    else nextFocus.current = index
    ask.edited(asked => {
      const same = asked.filters.find(({ start, end }) => start === filter.start && end === filter.end)
      const present = same?.value === filter.value ? same : findFilter(asked.filters, filter)
      return present ? withoutPiece(asked.query, present) : asked.query
    })
  }
  const hearKey = (event: KeyboardEvent, filter: QueryFilter, index: number): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    event.stopPropagation()
    remove(filter, index)
  }
  return (
    <ul ref={list} className={styles.chips} aria-label={t('results.filters')}>
      {filters.map((filter, index) => {
        const text = filterText(words, filter)
        const label = t('results.removeFilter', { filter: text })
        return (
          <li key={`${filter.field}:${filter.value}:${filter.start}`}>
            <button
              type="button"
              className={styles.chip}
              data-excluded={filter.isExcluded || undefined}
              aria-label={label}
              title={label}
              onClick={() => remove(filter, index)}
              onKeyDown={event => hearKey(event, filter, index)}
            >
              <span dir="auto">{text}</span>
              <X size={13} strokeWidth={1.75} aria-hidden />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

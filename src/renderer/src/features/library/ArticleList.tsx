// Owns the list of articles on screen: virtual rows, choosing by pointer and keys, and the row that stays in its place
// while the library changes. Knows neither where rows come from nor what is done with them.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a virtual listbox has no tag of its own, and keeps the focus on itself (aria-activedescendant) */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useImperativeHandle, useRef, type KeyboardEvent, type MouseEvent, type Ref } from 'react'
import type { ArticleId } from '@shared/model/common'
import { useTexts } from '../../i18n/useTexts'
import styles from './ArticleList.module.css'
import { ArticleRow } from './ArticleRow'
import { indexForKey, type Selection } from './selection'
import type { ListRows } from './useListRows'
import { useKeptPosition } from './useKeptPosition'

/** How a row was pointed at: alone, in addition, or as the end of a range. */
export type ChoiceKind = 'one' | 'toggle' | 'range'

/** What others may ask of the list on screen. */
export interface ArticleListHandle {
  focus(): void
}

/** A list of articles. */
export interface ArticleListProps {
  readonly label: string
  readonly rows: ListRows
  readonly selection: Selection
  readonly isChosen: (articleId: ArticleId) => boolean
  /** Changes when the list shows something else, so that it starts from the top again. */
  readonly listKey: string
  readonly onChoose: (index: number, kind: ChoiceKind) => void
  /** The chosen row is to be read: by Enter the text also gets the keyboard, by a click the list keeps it, if it stays. */
  readonly onOpen: (by: 'enter' | 'click') => void
  readonly onSelectAll: () => void
  /** Asked for by the right button or Shift+F10; `at` is the row's element. */
  readonly onMenu: (at: { readonly x: number; readonly y: number }, index: number) => void
  /** The articles that a row of a search stands for beside its own are asked for: by its sign, or by the key that goes in. */
  readonly onSimilar: (at: { readonly x: number; readonly y: number }, index: number) => void
  /** The index of an article in this list now, for keeping the place; null where it has left it. */
  readonly locate: (articleId: ArticleId) => Promise<number | null>
  readonly handle?: Ref<ArticleListHandle>
}

const estimatedRowHeight = 98

/** A list of articles. */
export function ArticleList(props: ArticleListProps) {
  const { rows, selection, onChoose, listKey } = props
  const { t } = useTexts()
  const scroller = useRef<HTMLDivElement>(null)
  const idPrefix = useId()
  const activeIndex = Math.min(selection.activeIndex, rows.total - 1)

  // The virtualizer changes in place, which only the React Compiler (not used here) could not follow.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowHeight,
    overscan: 8,
    getItemKey: index => rows.rowAt(index)?.article.id ?? index,
    rangeExtractor: range => {
      const indexes: number[] = []
      for (let i = Math.max(0, range.startIndex - 8); i <= Math.min(range.count - 1, range.endIndex + 8); i++)
        indexes.push(i)
      // The active row stays in the page, however far it is scrolled away: aria-activedescendant points at it.
      if (activeIndex >= 0 && !indexes.includes(activeIndex)) indexes.push(activeIndex)
      return indexes.toSorted((a, b) => a - b)
    }
  })
  const items = virtualizer.getVirtualItems()
  const firstVisible = virtualizer.range?.startIndex ?? 0
  const lastVisible = virtualizer.range?.endIndex ?? 0
  const { show } = rows
  useEffect(() => show(firstVisible, lastVisible), [show, firstVisible, lastVisible])
  useKeptPosition({ scroller, virtualizer, rows, listKey, locate: props.locate })
  useImperativeHandle(props.handle, () => ({ focus: () => scroller.current?.focus() }), [])

  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
    // Only a new active row scrolls, not one that moved because the library changed.
  }, [selection.activeId, virtualizer, activeIndex])

  const hearKey = (event: KeyboardEvent): void => {
    const isMod = event.ctrlKey || event.metaKey
    if (event.key === 'Enter') props.onOpen('enter')
    else if (isMod && event.key.toLowerCase() === 'a') props.onSelectAll()
    else if ((event.shiftKey && event.key === 'F10') || event.key === 'ContextMenu') openMenuAtRow()
    else if (event.key === inwardKey(scroller.current)) {
      const sign = activeRow()?.querySelector('[data-similar]')
      if (!sign) return
      openSimilarAt(sign, activeIndex)
    } else {
      const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / estimatedRowHeight) - 1)
      const next = isMod || event.altKey ? null : indexForKey(event.key, selection.activeIndex, rows.total, pageRows)
      if (next === null) return
      onChoose(next, event.shiftKey ? 'range' : 'one')
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const activeRow = (): Element | null | undefined => scroller.current?.querySelector(`[data-index="${activeIndex}"]`)
  const openMenuAtRow = (): void => {
    const row = activeRow()?.getBoundingClientRect()
    if (row) props.onMenu({ x: row.left + 40, y: row.top + 40 }, activeIndex)
  }
  const openSimilarAt = (sign: Element, index: number): void => {
    const { left, bottom } = sign.getBoundingClientRect()
    props.onSimilar({ x: left, y: bottom }, index)
  }
  const hearClick = (event: MouseEvent, index: number): void => {
    const sign = event.target instanceof Element ? event.target.closest('[data-similar]') : null
    if (sign) return openSimilarAt(sign, index)
    const isMod = event.ctrlKey || event.metaKey
    onChoose(index, event.shiftKey ? 'range' : isMod ? 'toggle' : 'one')
    if (!event.shiftKey && !isMod) props.onOpen('click')
  }

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable="true"
      aria-busy={rows.isLoading}
      aria-activedescendant={activeIndex >= 0 ? `${idPrefix}-${activeIndex}` : undefined}
      onKeyDown={hearKey}
    >
      <div className={styles.sizer} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(item => {
          const row = rows.rowAt(item.index)
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the listbox around it hears the keys
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              id={`${idPrefix}-${item.index}`}
              className={styles.item}
              role="option"
              aria-selected={row !== null && props.isChosen(row.article.id)}
              aria-setsize={rows.total}
              aria-posinset={item.index + 1}
              data-index={item.index}
              data-active={item.index === activeIndex || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={event => hearClick(event, item.index)}
              onContextMenu={event => {
                event.preventDefault()
                props.onMenu({ x: event.clientX, y: event.clientY }, item.index)
              }}
            >
              {row ? <ArticleRow row={row} /> : <div className={styles.placeholder} aria-label={t('common.loading')} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The arrow key that goes into a row, as into a branch of a tree. */
function inwardKey(element: Element | null): 'ArrowRight' | 'ArrowLeft' {
  return element && getComputedStyle(element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
}

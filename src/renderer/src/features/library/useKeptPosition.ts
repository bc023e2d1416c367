// Owns the promise that a list does not jump: while articles come and go, the row at the upper edge stays there.
import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { ArticleId } from '@shared/model/common'
import type { ListRows } from './useListRows'

/** What is kept in place, and how the list finds it again. */
export interface KeptPositionOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
  readonly rows: ListRows
  readonly listKey: string
  readonly locate: (articleId: ArticleId) => Promise<number | null>
}

interface Anchor {
  readonly articleId: ArticleId
  readonly index: number
  /** How far the row's upper edge lies above the list's, in CSS pixels. */
  readonly distance: number
}

/** Keeps the row at the upper edge in its place; a list at its very top stays at the top, where new articles come in. */
export function useKeptPosition({ scroller, virtualizer, rows, listKey, locate }: KeptPositionOptions): void {
  const anchor = useRef<Anchor | null>(null)
  const shownKey = useRef(listKey)

  const remember = useRef(() => {})
  remember.current = () => {
    const top = scroller.current?.scrollTop ?? 0
    const item = top > 4 ? virtualizer.getVirtualItems().find(candidate => candidate.end > top) : undefined
    const row = item && rows.rowAt(item.index)
    anchor.current = item && row ? { articleId: row.article.id, index: item.index, distance: top - item.start } : null
  }
  useEffect(() => {
    const element = scroller.current
    const hear = (): void => remember.current()
    element?.addEventListener('scroll', hear, { passive: true })
    return () => element?.removeEventListener('scroll', hear)
  }, [scroller])

  useLayoutEffect(() => {
    if (shownKey.current !== listKey) {
      shownKey.current = listKey
      anchor.current = null
      if (scroller.current) scroller.current.scrollTop = 0
    }
  }, [listKey, scroller])

  const before = anchor.current
  const there = before && rows.rowAt(before.index)
  const hasMoved = before !== null && there !== null && there !== undefined && there.article.id !== before.articleId
  useEffect(() => {
    if (!hasMoved || !before) return
    let isCurrent = true
    locate(before.articleId)
      .then(index => {
        if (!isCurrent || index === null) return
        const offset = virtualizer.getOffsetForIndex(index, 'start')?.[0]
        if (offset !== undefined) virtualizer.scrollToOffset(offset + before.distance)
      })
      // The list merely stands a little elsewhere; a library that does not answer is reported by the list itself.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [hasMoved, before, locate, virtualizer])
}

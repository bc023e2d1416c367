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

  useLayoutEffect(() => {
    anchor.current = null
    scroller.current?.scrollTo({ top: 0 })
    // Another list begins at its top.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [listKey, scroller])

  useEffect(() => {
    const element = scroller.current
    const remember = (): void => {
      const top = element?.scrollTop ?? 0
      const item = top > 4 ? virtualizer.getVirtualItems().find(candidate => candidate.end > top) : undefined
      const row = item && rows.rowAt(item.index)
      anchor.current = item && row ? { articleId: row.article.id, index: item.index, distance: top - item.start } : null
    }
    element?.addEventListener('scroll', remember, { passive: true })
    return () => element?.removeEventListener('scroll', remember)
  }, [scroller, virtualizer, rows])

  useEffect(() => {
    const before = anchor.current
    const there = before && rows.rowAt(before.index)
    if (!before || !there || there.article.id === before.articleId) return undefined
    let isCurrent = true
    const follow = async (): Promise<void> => {
      const index = await locate(before.articleId)
      const offset = index === null ? undefined : virtualizer.getOffsetForIndex(index, 'start')?.[0]
      if (isCurrent && index !== null && offset !== undefined) {
        anchor.current = { ...before, index }
        virtualizer.scrollToOffset(offset + before.distance)
      }
    }
    // Where that fails the list merely stands a little elsewhere; a silent library is reported by the list itself.
    follow().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [rows, locate, virtualizer])
}

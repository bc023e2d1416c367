// Owns what scrolling tells the library: the place to come back to, and that an article has been read.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ArticleDetail } from '@shared/model/article'
import { useServices } from '../../app/services'
import type { ArticleView } from './articleView'

/** How long scrolling must rest before the place is saved. */
const saveDelayMs = 500
/** How long an article must be open to count as read. */
const readAfterMs = 5_000
/** The share of an article that, once scrolled past, counts as read at once. */
const readFraction = 0.8

/** How far the open article is read, and what to call when it scrolls. */
export interface ReadingProgress {
  readonly fraction: number
  readonly onScroll: () => void
}

/** Follows the reading of the article in view; saves its place and marks it read, once each time that it is opened. */
export function useReadingProgress(article: ArticleDetail | null, view: ArticleView | null): ReadingProgress {
  const { client, messages } = useServices()
  const queryClient = useQueryClient()
  const [fraction, setFraction] = useState(0)
  const articleId = article?.id ?? null
  const latest = useRef({ article, view })
  useLayoutEffect(() => {
    latest.current = { article, view }
  }, [article, view])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<(() => void) | null>(null)
  const markedRead = useRef<string | null>(null)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current?.()
    waiting.current = null
  }, [])

  const markRead = useCallback(() => {
    const open = latest.current.article
    if (!open || markedRead.current === open.id || open.trashedAt !== null) return
    markedRead.current = open.id
    if (open.isRead) return
    client
      .request('library:changeStates', { articleIds: [open.id], change: { isRead: true }, isAutomatic: true })
      .catch((error: unknown) => messages.failed(error))
  }, [client, messages])

  const onScroll = useCallback(() => {
    const { article: open, view: shown } = latest.current
    if (!open || !shown) return
    const place = shown.place()
    setFraction(place.fraction)
    if (!shown.hasBeenScrolled()) return
    waiting.current = () => {
      // The article in the cache must know its place, or coming back to it would lead to where it was before.
      queryClient.setQueryData<ArticleDetail>(['article', open.id], known => known && { ...known, progress: place })
      client
        .request('library:saveProgress', { articleId: open.id, progress: place })
        .catch((error: unknown) => messages.failed(error))
    }
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, saveDelayMs)
    if (place.fraction >= readFraction && !shown.fitsWindow()) markRead()
  }, [client, queryClient, flush, markRead, messages])

  useEffect(() => {
    if (!view || !articleId) return undefined
    markedRead.current = null
    // The page is measured here, where it has just been laid out, and again only when it is scrolled.
    // oxlint-disable-next-line react/set-state-in-effect
    setFraction(view.place().fraction)
    const reading = setTimeout(markRead, readAfterMs)
    return () => {
      clearTimeout(reading)
      flush()
    }
  }, [articleId, view, markRead, flush])

  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => window.removeEventListener('pagehide', flush)
  }, [flush])

  return { fraction, onScroll }
}

// Owns one page of a PDF on its canvas: drawn while it is near, let go when it is far, and its name for a screen reader.
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../i18n/useTexts'
import type { PdfPages } from './openPdfPages'
import styles from './PdfPageView.module.css'

/** A page is drawn when it comes so near to what is shown, and let go when it is farther away. */
const nearMargin = '100% 0px'
/** Until a page is known it stands for one of A4. */
const usualAspect = Math.SQRT2

/** A page, and what it scrolls in. */
export interface PdfPageProps {
  readonly pages: PdfPages
  /** Counts from 1. */
  readonly number: number
  readonly scroller: React.RefObject<HTMLElement | null>
}

/** One page of a PDF. */
export function PdfPage({ pages, number, scroller }: PdfPageProps) {
  const { t, formats } = useTexts()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isNear, setIsNear] = useState(false)
  const [width, setWidth] = useState(0)
  const [aspect, setAspect] = useState(usualAspect)

  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const nearness = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting ?? false), {
      root: scroller.current,
      rootMargin: nearMargin
    })
    const size = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)))
    nearness.observe(element)
    size.observe(element)
    return () => {
      nearness.disconnect()
      size.disconnect()
    }
  }, [scroller])

  useEffect(() => {
    const target = canvas.current
    if (!isNear || width === 0 || !target) return undefined
    const controller = new AbortController()
    const draw = async (): Promise<void> => {
      setAspect(await pages.aspectOf(number))
      await pages.draw(number, target, width, controller.signal)
    }
    // A page that cannot be drawn stays white, as in any other viewer.
    draw().catch(() => undefined)
    return () => {
      controller.abort()
      // An empty canvas gives its memory back.
      target.width = 0
      target.height = 0
    }
  }, [isNear, width, pages, number])

  return (
    <div ref={frame} className={styles.page} style={{ aspectRatio: String(1 / aspect) }}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn, and not loaded from anywhere
        role="img"
        aria-label={t('pdf.page', { number: formats.number(number) })}
      />
    </div>
  )
}

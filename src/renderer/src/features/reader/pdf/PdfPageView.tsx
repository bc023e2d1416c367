// Owns the pages of a PDF beside its text: which are drawn, how wide, and their names for a screen reader.
import { useEffect, useRef, useState } from 'react'
import type { ArticleDetail } from '@shared/model/article'
import { useServices } from '../../../app/services'
import { useTexts } from '../../../i18n/useTexts'
import { openPdfPages, type PdfPages } from './openPdfPages'
import styles from './PdfPageView.module.css'

/** A page is drawn when it comes so near to what is shown, and let go when it is farther away. */
const nearMargin = '100% 0px'
/** Until a page is known it stands for one of A4. */
const usualAspect = Math.SQRT2

/** The pages of a PDF. */
export function PdfPageView({ article }: { readonly article: ArticleDetail }) {
  // Another document is another view, with nothing of the one before.
  return <Pages key={article.source.sha256} article={article} />
}

function Pages({ article }: { readonly article: ArticleDetail }) {
  const { client } = useServices()
  const { t } = useTexts()
  const [pages, setPages] = useState<PdfPages | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const scroller = useRef<HTMLElement>(null)
  const address = client.resourceBase + article.source.sha256

  useEffect(() => {
    let isCurrent = true
    let opened: PdfPages | null = null
    const open = async (): Promise<void> => {
      const response = await fetch(address)
      if (!response.ok) throw new Error(`The document could not be read (${response.status})`)
      opened = await openPdfPages(new Uint8Array(await response.arrayBuffer()))
      if (isCurrent) setPages(opened)
      else await opened.close()
    }
    open().catch(() => setHasFailed(isCurrent))
    return () => {
      isCurrent = false
      void opened?.close()
    }
  }, [address])

  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={t('pdf.pages')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else no key could scroll it
      tabIndex={0}
    >
      {hasFailed && (
        <p className={styles.failed} role="alert">
          {t('pdf.failed')}
        </p>
      )}
      {pages &&
        Array.from({ length: pages.count }, (_, index) => (
          <PdfPage key={`${address} ${index}`} pages={pages} number={index + 1} scroller={scroller} />
        ))}
    </section>
  )
}

interface PdfPageProps {
  readonly pages: PdfPages
  readonly number: number
  readonly scroller: React.RefObject<HTMLElement | null>
}

function PdfPage({ pages, number, scroller }: PdfPageProps) {
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

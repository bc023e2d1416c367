// Owns the pages of a PDF beside its text: which document, how large, and what is said where it cannot be shown.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { ZoomIn, ZoomOut } from 'lucide-react'
import type { ArticleDetail } from '@shared/model/article'
import { useServices } from '../../../app/services'
import { useTexts } from '../../../i18n/useTexts'
import { IconButton } from '../../../ui/IconButton'
import { openPdfPages, type PdfPages } from './openPdfPages'
import { PdfPage } from './PdfPage'
import styles from './PdfPageView.module.css'

/** A page as wide as its pane is 1. */
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const fitIndex = zooms.indexOf(1)

/** The pages of a PDF. */
export function PdfPageView({ article }: { readonly article: ArticleDetail }) {
  // Another document is another view, with nothing of the one before.
  return <Pages key={article.source.sha256} article={article} />
}

function Pages({ article }: { readonly article: ArticleDetail }) {
  const { client } = useServices()
  const { t, formats } = useTexts()
  const [pages, setPages] = useState<PdfPages | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const [zoomIndex, setZoomIndex] = useState(fitIndex)
  const scroller = useRef<HTMLElement>(null)
  const address = client.resourceBase + article.source.sha256
  const zoom = zooms[zoomIndex] ?? 1

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

  /** Changes the size around what stands in the middle. */
  const resize = (wanted: number): void => {
    const element = scroller.current
    const next = Math.min(zooms.length - 1, Math.max(0, wanted))
    if (!element || next === zoomIndex) return
    const middle = (element.scrollTop + element.clientHeight / 2) / element.scrollHeight
    flushSync(() => setZoomIndex(next))
    element.scrollTop = middle * element.scrollHeight - element.clientHeight / 2
    element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2
  }
  const hearKey = (event: KeyboardEvent): void => {
    const next = { '+': zoomIndex + 1, '=': zoomIndex + 1, '-': zoomIndex - 1, '0': fitIndex }[event.key]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    resize(next)
  }

  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <IconButton
          icon={ZoomOut}
          label={t('pdf.smaller')}
          isDisabled={zoomIndex === 0}
          onPress={() => resize(zoomIndex - 1)}
        />
        <button
          type="button"
          className={styles.zoom}
          aria-label={`${t('pdf.fit')}: ${formats.percent(zoom)}`}
          title={t('pdf.fit')}
          onClick={() => resize(fitIndex)}
        >
          {formats.percent(zoom)}
        </button>
        <IconButton
          icon={ZoomIn}
          label={t('pdf.larger')}
          isDisabled={zoomIndex === zooms.length - 1}
          onPress={() => resize(zoomIndex + 1)}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys are those of its buttons */}
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('pdf.pages')}
        aria-busy={!pages && !hasFailed}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else no key could scroll it
        tabIndex={0}
        onKeyDown={hearKey}
      >
        {hasFailed && (
          <p className={styles.failed} role="alert">
            {t('pdf.failed')}
          </p>
        )}
        {pages && (
          <div className={styles.pages} style={{ width: `${zoom * 100}%`, maxWidth: `${zoom * widestPage}px` }}>
            {Array.from({ length: pages.count }, (_, index) => (
              <PdfPage key={`${address} ${index}`} pages={pages} number={index + 1} scroller={scroller} />
            ))}
          </div>
        )}
      </section>
    </div>
  )
}

/** Wider than so many CSS pixels no page is drawn by itself, however wide the window is. */
const widestPage = 900

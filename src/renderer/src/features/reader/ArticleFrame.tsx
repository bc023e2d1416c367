// Owns the frame that shows an article: a page without scripts, filled and marked from outside. Loads no article itself.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ArticleDetail } from '@shared/model/article'
import { useServices } from '../../app/services'
import { withOpenArticle } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import stylesheetPath from '../../styles/reader.css?url'
import { useTheme } from '../settings/useTheme'
import styles from './ArticleFrame.module.css'
import { createArticleView, type ArticleView } from './articleView'
import { buildFrameShell } from './frameShell'
import { describeLeftOut } from './leftOut'
import { linkTarget } from './links'
import { renderArticle, type ArticlePageTexts } from './renderArticle'
import { sanitiseArticle } from './sanitise'
import type { OpenArticleHits } from './useArticleHits'
import { useFramePage } from './useFramePage'
import { useReadingProgress } from './useReadingProgress'

/** The frame and what it shows. */
export interface ArticleFrameProps {
  readonly article: ArticleDetail
  readonly openHits: OpenArticleHits
  readonly onFractionChange: (fraction: number) => void
}

/** The parts of an article that are on the page; states and tags may change without a new page. */
function pageKey(article: ArticleDetail): string {
  const { id, title, deck, byline, siteName, sourceCredit, publishedAt, datelinePlace, language, direction } = article
  const head = [id, title, deck, byline, siteName, sourceCredit, publishedAt, datelinePlace, language, direction]
  return JSON.stringify([...head, article.relatedMentions, article.removed, article.html.length])
}

/** What an image says in words: its caption, else its alternative text. */
function captionOf(image: HTMLImageElement): string {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent
  return (caption ?? image.alt).replace(/\s+/g, ' ').trim()
}

/** The article's text. */
export function ArticleFrame({ article, openHits, onFractionChange }: ArticleFrameProps) {
  const { client, ui, settings, reader } = useServices()
  const { t, formats } = useTexts()
  const frame = useRef<HTMLIFrameElement>(null)
  const viewRef = useRef<ArticleView | null>(null)
  const [view, setView] = useState<ArticleView | null>(null)
  const latest = useRef(article)
  useLayoutEffect(() => {
    latest.current = article
  }, [article])
  const { fraction, onScroll } = useReadingProgress(article, view)

  const shell = useMemo(
    () =>
      buildFrameShell({
        stylesheet: new URL(stylesheetPath, document.baseURI).href,
        resourceBase: client.resourceBase
      }),
    [client.resourceBase]
  )
  const texts = useMemo<ArticlePageTexts>(
    () => ({
      untitled: t('list.untitled'),
      readAlso: t('reader.readAlso'),
      missingImage: t('reader.missingImage'),
      credit: credit => t('reader.credit', { credit }),
      date: publishedAt => formats.publicationDate(publishedAt, 'long'),
      leftOut: removed => describeLeftOut(t, formats, removed)
    }),
    [t, formats]
  )
  const onLink = useCallback(
    (link: Element) => {
      const target = linkTarget(link)
      if (target.kind === 'place') viewRef.current?.goToId(target.id)
      else if (target.kind === 'article') ui.setState(state => withOpenArticle(state, target.articleId))
      else if (target.kind === 'outside') ui.setState({ dialog: { kind: 'openLink', url: target.url } })
      else if (target.kind === 'details') {
        ui.setState({ dialog: { kind: 'details', articleId: latest.current.id } })
      }
    },
    [ui]
  )
  const onImage = useCallback(
    (image: HTMLImageElement) => {
      const all = [...image.ownerDocument.querySelectorAll<HTMLImageElement>('.article-body img[src]')]
      const images = all.map(each => ({ address: each.src, text: captionOf(each) }))
      ui.setState({ dialog: { kind: 'image', images, index: all.indexOf(image) } })
    },
    [ui]
  )
  const typography = settings.use()
  const { page, onLoad } = useFramePage(typography, useTheme(), { onLink, onImage, onScroll })

  const key = pageKey(article)
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (!page) return
    const current = latest.current
    const kept = shown.current === current.id ? viewRef.current?.place().textOffset : undefined
    const body = sanitiseArticle(current.html)
    const parts = renderArticle(page, current, body, { resourceBase: client.resourceBase, texts })
    const next = createArticleView(page, parts)
    // A hit is the better place to come back to; it is found a moment later, so until then the page stands still.
    const isSearchOn = ui.getState().search.query.trim() !== '' && kept === undefined
    next.goToOffset(isSearchOn ? 0 : (kept ?? current.progress.textOffset))
    shown.current = current.id
    viewRef.current = next
    setView(next)
    // `key` stands for everything of the article that is on the page.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [page, key, texts, client.resourceBase, ui])

  const { typeface, fontSize, lineHeight, measure } = typography
  useEffect(() => {
    view?.keepPlace()
    // Every one of these breaks the lines anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [view, typeface, fontSize, lineHeight, measure])
  useEffect(() => {
    const frameWindow = page?.defaultView
    if (!view || !page || !frameWindow) return undefined
    frameWindow.addEventListener('resize', view.keepPlace)
    page.fonts.addEventListener('loadingdone', view.keepPlace)
    return () => {
      frameWindow.removeEventListener('resize', view.keepPlace)
      page.fonts.removeEventListener('loadingdone', view.keepPlace)
    }
  }, [page, view])

  const { hits, currentIndex } = openHits
  useEffect(() => {
    if (!view) return
    view.markHits(hits ?? [], currentIndex)
    const hit = hits?.[currentIndex]
    if (hit) view.goToHit(hit)
  }, [view, hits, currentIndex])

  const { annotations } = article
  useEffect(() => {
    view?.markAnnotations(annotations.flatMap(({ range }) => (range ? [range] : [])))
  }, [view, annotations])

  useEffect(() => onFractionChange(fraction), [fraction, onFractionChange])

  useEffect(
    () =>
      reader.attach({
        moveHit: direction => {
          const index = currentIndex + direction
          if (!hits || index < 0 || index >= hits.length) return false
          ui.setState({ hitPosition: { articleId: article.id, index } })
          return true
        },
        scrollPage: direction => page?.defaultView?.scrollBy({ top: direction * page.defaultView.innerHeight * 0.88 }),
        focus: () => page?.querySelector('main')?.focus({ preventScroll: true })
      }),
    [reader, hits, currentIndex, article.id, page, ui]
  )

  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={t('reader.frame')}
      sandbox="allow-same-origin"
      srcDoc={shell}
      onLoad={event => onLoad(event.currentTarget)}
    />
  )
}

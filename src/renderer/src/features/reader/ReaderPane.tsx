// Owns the reader's pane: its toolbar, and the article, the chosen articles or the invitation below it.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { toAppError } from '@shared/errors'
import type { ArticleId } from '@shared/model/common'
import { forget } from '../../app/history'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { currentSelection, openArticleId } from '../../app/uiStore'
import { useLayout } from '../../app/useLayout'
import { useTexts } from '../../i18n/useTexts'
import { BulkActions } from '../library/BulkActions'
import { EmptyLibrary } from '../library/EmptyLibrary'
import { ArticleFrame } from './ArticleFrame'
import styles from './ReaderPane.module.css'
import { ReaderNotice } from './ReaderNotice'
import { ReaderToolbar } from './ReaderToolbar'
import { StubPage } from './StubPage'
import { useArticleHits } from './useArticleHits'

/** pdfjs is large: it is loaded with the first page that is looked at. */
const PdfPageView = lazy(async () => ({ default: (await import('./pdf/PdfPageView')).PdfPageView }))

/** The reader's pane. */
export function ReaderPane() {
  const { client, ui, settings } = useServices()
  const { t } = useTexts()
  const articleId = ui(openArticleId)
  const hasPageView = ui(state => state.hasPageView)
  const chosenCount = ui(state => currentSelection(state).ids.size)
  const { isListOverlay, isListShown } = useLayout()
  const [fraction, setFraction] = useState(0)
  const openHits = useArticleHits(articleId)
  const counts = useQuery({ queryKey: ['counts'], queryFn: () => client.request('library:countArticles', {}) })
  const { data: loaded, error } = useQuery({
    queryKey: ['article', articleId],
    queryFn: () => {
      if (articleId === null) throw new Error('no article is open')
      return client.request('library:getArticle', { articleId })
    },
    enabled: articleId !== null,
    // The article before stays on the page for the few milliseconds until the next one is here.
    placeholderData: previous => (articleId === null ? undefined : previous)
  })
  const article = articleId === null ? null : (loaded ?? null)

  const isPdf = article?.format === 'pdf'
  // Of a document without text its pages are all that there is.
  const arePagesAll = isPdf && article.text.trim() === ''
  const arePagesShown = isPdf && (hasPageView || arePagesAll)
  // Pages that were looked at stay where they are when they are hidden, so that they come back at the same place.
  const [pagedId, setPagedId] = useState<ArticleId | null>(null)
  if (arePagesShown && pagedId !== article.id) setPagedId(article.id)

  const isGone = error !== null && toAppError(error).code === 'article_not_found'
  useEffect(() => {
    // Deleted for good, here or elsewhere: there is nothing to show and nothing to say.
    if (isGone && articleId) ui.setState(state => ({ history: forget(state.history, articleId) }))
  }, [isGone, articleId, ui])
  const title = article?.title
  useEffect(() => {
    document.title = title ? `${title} – Lontar` : 'Lontar'
  }, [title])
  useEffect(() => settings.change({ lastArticleId: articleId }), [settings, articleId])

  const isMany = chosenCount > 1
  // Under a list that covers it there is nothing to invite to: the list does so itself.
  const isInviting = !isMany && articleId === null && !(isListOverlay && isListShown)
  return (
    <main className={styles.pane} aria-label={t('panes.reader')}>
      <ReaderToolbar article={isMany ? null : article} fraction={fraction} openHits={openHits} />
      {isMany && <BulkActions />}
      {article && !error && !isMany && <ReaderNotice article={article} />}
      {article && !error && (
        <div
          className={styles.article}
          hidden={isMany}
          data-pages={arePagesShown ? (arePagesAll ? 'all' : 'beside') : undefined}
        >
          {article.format === 'stub' ? (
            <StubPage article={article} />
          ) : (
            <ArticleFrame article={article} openHits={openHits} onFractionChange={setFraction} />
          )}
          {isPdf && pagedId === article.id && (
            <div className={styles.pages} hidden={!arePagesShown}>
              <Suspense>
                <PdfPageView article={article} />
              </Suspense>
            </div>
          )}
        </div>
      )}
      {!isMany && error && !isGone && articleId && (
        <p className={styles.note} role="alert">
          {errorText(t, error)}
        </p>
      )}
      {isInviting && counts.data && counts.data.all + counts.data.trash === 0 && <EmptyLibrary />}
      {isInviting && counts.data && counts.data.all + counts.data.trash > 0 && (
        <p className={styles.note}>{t('empty.reader')}</p>
      )}
    </main>
  )
}

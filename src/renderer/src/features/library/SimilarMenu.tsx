// Owns the menu of articles whose text is nearly that of a row, and that stand in the row with it. Opens what is chosen.
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ArticleId } from '@shared/model/common'
import { useServices } from '../../app/services'
import { withOpenArticle } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { AnchoredMenu } from '../../ui/AnchoredMenu'
import styles from './ArticleMenu.module.css'

/** Similar articles, and the place in the window where their menu is open. */
export interface OpenSimilar {
  readonly at: { readonly x: number; readonly y: number }
  readonly articleIds: readonly ArticleId[]
}

/** A menu of more lines would be no menu. */
const mostShown = 30

/** The menu of similar articles. */
export function SimilarMenu({ at, articleIds, onClose }: OpenSimilar & { readonly onClose: () => void }) {
  const { client, ui } = useServices()
  const { t, formats } = useTexts()
  const anchor = useRef<HTMLSpanElement>(null)
  const shown = articleIds.slice(0, mostShown)
  const { data: articles } = useQuery({
    queryKey: ['article', 'similar', shown],
    queryFn: () => Promise.all(shown.map(articleId => client.request('library:getArticle', { articleId })))
  })
  const lines = (articles ?? []).map(({ id, title, siteName, publishedAt }) => ({
    id,
    label: title || t('list.untitled'),
    hint: [siteName, publishedAt && formats.publicationDate(publishedAt)].filter(Boolean).join(' · '),
    onChoose: () => ui.setState(state => ({ ...withOpenArticle(state, id), overlay: 'none' }))
  }))
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      {lines.length > 0 && (
        <AnchoredMenu label={t('results.similarTitle')} isOpen onClose={onClose} anchor={anchor} groups={[lines]} />
      )}
    </>
  )
}

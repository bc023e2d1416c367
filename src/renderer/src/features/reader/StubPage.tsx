// Owns what stands in the place of a text that has not arrived yet: what is known of it, and how its text can come.
import type { ArticleDetail } from '@shared/model/article'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import styles from './StubPage.module.css'

/** The page of a stub. */
export function StubPage({ article }: { readonly article: ArticleDetail }) {
  const { ui, importer } = useServices()
  const { t, formats } = useTexts()
  const { url, deck } = article
  const notes = article.annotations.filter(annotation => annotation.quote !== '' || annotation.note)
  const published = article.publishedAt && formats.publicationDate(article.publishedAt, 'long')
  const origin = [article.siteName, article.byline, published].filter(Boolean).join(' · ')
  return (
    <div className={styles.page}>
      <article className={styles.stub} dir="auto">
        {origin !== '' && <p className={styles.origin}>{origin}</p>}
        <h1 className={styles.title}>{article.title || t('list.untitled')}</h1>
        {deck && <p className={styles.deck}>{deck}</p>}
        <section className={styles.box}>
          <h2 className={styles.heading}>{t('stub.title')}</h2>
          <p>{t('stub.explanation')}</p>
          {url && <p className={styles.address}>{url}</p>}
          <div className={styles.actions}>
            {url && (
              <Button kind="primary" onPress={() => ui.setState({ dialog: { kind: 'openLink', url } })}>
                {t('stub.open')}
              </Button>
            )}
            <Button onPress={() => void importer.pick('files')}>{t('stub.add')}</Button>
          </div>
        </section>
        {notes.length > 0 && (
          <section>
            <h2 className={styles.heading}>{t('stub.highlights')}</h2>
            {notes.map(annotation => (
              <blockquote key={annotation.id} className={styles.quote} dir="auto">
                {annotation.quote && <p>{annotation.quote}</p>}
                {annotation.note && <p className={styles.note}>{annotation.note}</p>}
              </blockquote>
            ))}
          </section>
        )}
      </article>
    </div>
  )
}

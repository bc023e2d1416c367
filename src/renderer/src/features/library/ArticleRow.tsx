// Owns one row of a list: title, one quiet line, publisher, date and minutes, and the signs of its state.
import { Star } from 'lucide-react'
import { memo } from 'react'
import type { ArticleSummary } from '@shared/model/article'
import type { Snippet } from '@shared/model/search'
import { useTexts } from '../../i18n/useTexts'
import { MarkedText } from '../search/MarkedText'
import styles from './ArticleRow.module.css'
import type { ListRow } from './listSource'
import { minutesLeft } from '../reader/place'

const mostSnippets = 2

/** The content of a row; the list around it gives it its role and place. */
export const ArticleRow = memo(function ArticleRow({ row }: { readonly row: ListRow }) {
  const { t, formats } = useTexts()
  const { article, hit } = row
  const titleSnippet = hit?.snippets.find(snippet => snippet.field === 'title' && snippet.text === article.title)
  const others = hit?.snippets.filter(snippet => snippet.field !== 'title') ?? []

  return (
    <div className={styles.row} data-read={article.isRead || undefined}>
      {!article.isRead && (
        <span className={styles.dot} title={t('list.unread')}>
          <span className="visuallyHidden">{t('list.unread')}</span>
        </span>
      )}
      <div className={styles.title} dir="auto" lang={article.language ?? undefined}>
        {titleSnippet ? (
          <MarkedText text={titleSnippet.text} ranges={titleSnippet.highlights} />
        ) : (
          article.title || t('list.untitled')
        )}
      </div>
      {others.length > 0 ? (
        others.slice(0, mostSnippets).map(snippet => <SnippetLine key={snippetKey(snippet)} snippet={snippet} />)
      ) : (
        <div className={styles.deck} dir="auto" lang={article.language ?? undefined}>
          {article.deck || article.excerpt}
        </div>
      )}
      <RowMeta article={article} matchCount={hit?.matchCount ?? null} similarCount={hit?.similar.length ?? 0} />
      {article.progressFraction > 0.02 && article.progressFraction < 0.995 && (
        <span className={styles.progress}>
          <span style={{ width: `${article.progressFraction * 100}%` }} />
          <span className="visuallyHidden">
            {t('list.read', { percent: formats.percent(article.progressFraction) })}
          </span>
        </span>
      )}
    </div>
  )
})

interface RowMetaProps {
  readonly article: ArticleSummary
  readonly matchCount: number | null
  readonly similarCount: number
}

function RowMeta({ article, matchCount, similarCount }: RowMetaProps) {
  const { t, formats } = useTexts()
  const left = minutesLeft(article.readingMinutes, article.progressFraction)
  const parts = [
    article.siteName,
    article.publishedAt && formats.publicationDate(article.publishedAt),
    matchCount === null
      ? article.format === 'stub'
        ? t('list.waiting')
        : left > 0
          ? t('common.minutes', { count: left, formatted: formats.number(left) })
          : t('reader.finished')
      : matchCount > 0 && t('search.hits', { count: matchCount, formatted: formats.number(matchCount) })
  ].filter((part): part is string => Boolean(part))
  return (
    <div className={styles.meta}>
      {article.isStarred && (
        <Star className={styles.star} size={12} strokeWidth={1.5} fill="currentColor" aria-label={t('list.starred')} />
      )}
      {parts.map((part, index) => (
        <span key={part} className={index === 0 ? styles.first : undefined}>
          {part}
        </span>
      ))}
      {similarCount > 0 && (
        // A row of a list box holds no button: the list hears clicks on this sign, and its key.
        <span className={styles.similar} data-similar>
          {t('results.similar', { formatted: formats.number(similarCount) })}
        </span>
      )}
    </div>
  )
}

function SnippetLine({ snippet }: { readonly snippet: Snippet }) {
  return (
    <div className={styles.snippet} dir="auto">
      <MarkedText text={snippet.text} ranges={snippet.highlights} />
    </div>
  )
}

function snippetKey(snippet: Snippet): string {
  return `${snippet.field}:${snippet.text}`
}

// Owns the words of a list without rows.
import { useQuery } from '@tanstack/react-query'
import type { QuerySuggestion } from '@shared/model/queryHelp'
import { useServices } from '../../app/services'
import { useLayout } from '../../app/useLayout'
import { useTexts } from '../../i18n/useTexts'
import { Suggestions } from '../results/Suggestions'
import type { ListSource } from './listSource'
import { EmptyLibrary } from './EmptyLibrary'
import styles from './EmptyView.module.css'

const everyKind: ReadonlySet<QuerySuggestion['kind']> = new Set<QuerySuggestion['kind']>([
  'respelt',
  'withoutFilter',
  'withoutQuotes',
  'withoutWord'
])

/** The words of a list without rows. */
export function EmptyView({ source }: { readonly source: ListSource }) {
  const { client } = useServices()
  const { t } = useTexts()
  const { isListOverlay } = useLayout()
  const { data: counts } = useQuery({
    queryKey: ['counts'],
    queryFn: () => client.request('library:countArticles', {})
  })
  if (source.kind === 'view' && counts && counts.all + counts.trash === 0) {
    // Where the list covers the reader, the invitation stands here and not there.
    if (isListOverlay) return <EmptyLibrary />
    // Beside the invitation there is nothing to say of articles that have never been.
    if (source.view.kind === 'inbox' || source.view.kind === 'all') return null
  }
  if (source.kind === 'search') {
    return (
      <div className={styles.empty}>
        <p>{t('empty.search')}</p>
        <p>{t('empty.searchHint')}</p>
        <Suggestions asked={source} kinds={everyKind} />
      </div>
    )
  }
  return (
    <div className={styles.empty}>
      <p>{t(`empty.${source.view.kind}`)}</p>
    </div>
  )
}

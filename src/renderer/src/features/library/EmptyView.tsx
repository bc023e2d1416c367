// Owns the words of a list without rows.
import { useTexts } from '../../i18n/useTexts'
import type { ListSource } from './listSource'
import styles from './EmptyView.module.css'

/** The words of a list without rows. */
export function EmptyView({ source }: { readonly source: ListSource }) {
  const { t } = useTexts()
  const text = source.kind === 'search' ? t('empty.search') : t(`empty.${source.view.kind}`)
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {source.kind === 'search' && <p>{t('empty.searchHint')}</p>}
    </div>
  )
}

// Owns the line over a list: what is in view, how much of it, and what should be known of it.
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import { SearchCaption } from '../results/SearchCaption'
import styles from './ListPane.module.css'
import type { ListSource } from './listSource'
import type { ListRows } from './useListRows'

/** The line over a list. */
export function ListCaption({ source, rows }: { readonly source: ListSource; readonly rows: ListRows }) {
  return source.kind === 'search' ? (
    <SearchCaption source={source} page={rows.firstPage} />
  ) : (
    <ViewCaption source={source} rows={rows} />
  )
}

function ViewCaption({
  source,
  rows
}: {
  readonly source: Extract<ListSource, { kind: 'view' }>
  readonly rows: ListRows
}) {
  const { ui } = useServices()
  const { t, formats } = useTexts()
  const { view } = source
  const name = view.kind === 'tag' ? view.tag : view.kind === 'site' ? view.siteName : t(`views.${view.kind}`)
  return (
    <>
      <div className={styles.caption}>
        <h1 dir="auto">{name}</h1>
        {rows.total > 0 && (
          <span>{t('common.articles', { count: rows.total, formatted: formats.number(rows.total) })}</span>
        )}
      </div>
      {view.kind === 'trash' && rows.total > 0 && (
        <div className={styles.remark}>
          <p>{t('list.trashNote')}</p>
          <Button kind="quiet" onPress={() => ui.setState({ dialog: { kind: 'emptyTrash', count: rows.total } })}>
            {t('list.emptyTrash')}
          </Button>
        </div>
      )}
    </>
  )
}

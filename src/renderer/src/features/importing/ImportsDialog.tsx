// Owns the list of earlier imports, each the way to its receipt.
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportSummary } from '@shared/model/importing'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import { MoreLines } from './MoreLines'
import styles from './ImportsDialog.module.css'
import { sourceName } from './receiptLines'
import { describeTotals } from './totals'

const importsAtOnce = 100

/** The list of earlier imports. */
export function ImportsDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, ui } = useServices()
  const { t, formats } = useTexts()
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam }) => client.request('importing:listImports', { offset: pageParam, limit: importsAtOnce }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.imports.length, 0)
      return loaded < last.total && last.imports.length > 0 ? loaded : undefined
    }
  })
  const imports = data?.pages.flatMap(page => page.imports)
  const remark = (summary: ImportSummary): string | null => {
    if (summary.isUndone) return t('imports.undone')
    return summary.state === 'finished' ? null : t(`imports.${summary.state}`)
  }
  return (
    <AppDialog title={t('imports.title')} onClose={onClose}>
      {error && <p role="alert">{errorText(t, error)}</p>}
      {imports?.length === 0 && <p className={styles.none}>{t('imports.none')}</p>}
      <ul className={styles.list} aria-label={t('imports.list')}>
        {imports?.map(summary => (
          <li key={summary.importId}>
            <button
              type="button"
              className={styles.line}
              onClick={() => ui.setState({ dialog: { kind: 'receipt', importId: summary.importId } })}
            >
              {summary.firstPath !== null && (
                <span className={styles.source} dir="auto">
                  {sourceName(summary.firstPath)}
                </span>
              )}
              <span>{describeTotals(t, formats, summary.totals)}</span>
              <span className={styles.time}>
                {[formats.time(summary.startedAt), remark(summary)].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <MoreLines
          loaded={imports?.length ?? 0}
          onMore={() => {
            if (!isFetching) void fetchNextPage()
          }}
        />
      )}
    </AppDialog>
  )
}

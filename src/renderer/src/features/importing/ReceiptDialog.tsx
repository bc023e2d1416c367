// Owns the receipt of an import as a page: every file, what became of it and why, and what can be done about it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportId } from '@shared/model/common'
import { importOutcomes, type ImportOutcome } from '@shared/model/importing'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import { MoreLines } from './MoreLines'
import { createReceiptActions } from './receiptActions'
import styles from './ReceiptDialog.module.css'
import { ReceiptLine } from './ReceiptLine'
import { receiptRows } from './receiptLines'
import { countFiles, describeTotals } from './totals'

const linesAtOnce = 200

/** The receipt of an import. */
export function ReceiptDialog({ importId, onClose }: { readonly importId: ImportId; readonly onClose: () => void }) {
  const services = useServices()
  const { client, environment } = services
  const { t, formats } = useTexts()
  const receiptActions = createReceiptActions(importId, services, path => t('receipt.saved', { path }))
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const receipt = useInfiniteQuery({
    queryKey: ['receipt', importId, outcome],
    queryFn: ({ pageParam }) =>
      client.request('importing:getReceipt', { importId, outcome, offset: pageParam, limit: linesAtOnce }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.entries.length, 0)
      return loaded < last.total && last.entries.length > 0 ? loaded : undefined
    },
    placeholderData: previous => previous
  })
  const summary = receipt.data?.pages[0]
  const entries = receipt.data?.pages.flatMap(page => page.entries) ?? []
  const kinds = summary ? importOutcomes.filter(kind => summary.totals[kind] > 0) : []
  const closeAfter = async (work: Promise<boolean>): Promise<void> => {
    if (await work) onClose()
  }
  const changed = summary ? summary.totals.imported + summary.totals.updated + summary.totals.stub : 0

  return (
    <AppDialog
      title={t('receipt.title')}
      size="page"
      onClose={onClose}
      footer={
        <>
          {summary && <Button onPress={() => void receiptActions.save()}>{t('receipt.save')}</Button>}
          {summary && summary.totals.failed > 0 && environment.host === 'electron' && (
            <Button onPress={() => void closeAfter(receiptActions.retry(null))}>{t('receipt.retryFailed')}</Button>
          )}
          {summary && !summary.isUndone && changed > 0 && (
            <Button onPress={() => void closeAfter(receiptActions.undoImport())}>{t('receipt.undo')}</Button>
          )}
          <Button kind="primary" onPress={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      {receipt.error && <p role="alert">{errorText(t, receipt.error)}</p>}
      {summary && (
        <>
          <p className={styles.totals}>{describeTotals(t, formats, summary.totals)}</p>
          <p className={styles.note}>
            {formats.time(summary.startedAt)}
            {summary.isUndone && ` · ${t('receipt.isUndone')}`}
            {summary.state === 'interrupted' && ` · ${t('receipt.interrupted')}`}
          </p>
          {summary.totals.stub > 0 && <p className={styles.waiting}>{t('receipt.waiting')}</p>}
          {kinds.length > 1 && (
            <fieldset className={styles.filter} aria-label={t('receipt.filter')}>
              {[null, ...kinds].map(kind => (
                <button
                  key={kind ?? 'all'}
                  type="button"
                  className={styles.choice}
                  aria-pressed={outcome === kind}
                  onClick={() => setOutcome(kind)}
                >
                  {t(`receipt.${kind ?? 'all'}`)}{' '}
                  <span>{formats.number(kind === null ? countFiles(summary.totals) : summary.totals[kind])}</span>
                </button>
              ))}
            </fieldset>
          )}
          <ul className={styles.lines} aria-label={t('receipt.lines')}>
            {receiptRows(entries).map(row => (
              <ReceiptLine key={row.entry.position} row={row} receiptActions={receiptActions} onClose={onClose} />
            ))}
          </ul>
          {entries.length === 0 && <p className={styles.note}>{t('receipt.none')}</p>}
          {receipt.hasNextPage && (
            <MoreLines
              loaded={entries.length}
              onMore={() => {
                if (!receipt.isFetching) void receipt.fetchNextPage()
              }}
            />
          )}
        </>
      )}
    </AppDialog>
  )
}

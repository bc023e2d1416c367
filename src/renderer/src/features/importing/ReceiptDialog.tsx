// Owns the receipt of an import: every file, what became of it and why, in the person's language; and undoing it all.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportId } from '@shared/model/common'
import { importOutcomes, type ImportOutcome, type ReceiptEntry } from '@shared/model/importing'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { withOpenArticle } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import styles from './ReceiptDialog.module.css'
import { countFiles, describeTotals } from './totals'

const linesAtOnce = 200

/** The receipt of an import. */
export function ReceiptDialog({ importId, onClose }: { readonly importId: ImportId; readonly onClose: () => void }) {
  const { client, messages, actions } = useServices()
  const { t, formats } = useTexts()
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
  const undoImport = async (): Promise<void> => {
    try {
      messages.done(await client.request('importing:undoImport', { importId }), actions.undo)
      onClose()
    } catch (error) {
      messages.failed(error)
    }
  }

  return (
    <AppDialog
      title={t('receipt.title')}
      size="large"
      onClose={onClose}
      footer={
        <>
          {summary && !summary.isUndone && summary.totals.imported + summary.totals.updated > 0 && (
            <Button onPress={() => void undoImport()}>{t('receipt.undo')}</Button>
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
          <fieldset className={styles.filter} aria-label={t('receipt.filter')}>
            {[null, ...importOutcomes].map(kind => {
              const count = kind === null ? countFiles(summary.totals) : summary.totals[kind]
              if (kind !== null && count === 0) return null
              return (
                <button
                  key={kind ?? 'all'}
                  type="button"
                  className={styles.choice}
                  aria-pressed={outcome === kind}
                  onClick={() => setOutcome(kind)}
                >
                  {t(`receipt.${kind ?? 'all'}`)} <span>{formats.number(count)}</span>
                </button>
              )
            })}
          </fieldset>
          <ul className={styles.lines} aria-label={t('receipt.lines')}>
            {entries.map(entry => (
              <ReceiptLine key={entry.position} entry={entry} onClose={onClose} />
            ))}
          </ul>
          {entries.length === 0 && <p className={styles.note}>{t('receipt.none')}</p>}
          {receipt.hasNextPage && <Button onPress={() => void receipt.fetchNextPage()}>{t('receipt.more')}</Button>}
        </>
      )}
    </AppDialog>
  )
}

function ReceiptLine({ entry, onClose }: { readonly entry: ReceiptEntry; readonly onClose: () => void }) {
  const { ui } = useServices()
  const { t } = useTexts()
  const { articleId } = entry
  const reasons = {
    duplicate: 'receipt.duplicateReason',
    updated: 'receipt.updatedReason',
    stub: 'receipt.stubReason'
  } as const
  const reason = entry.error
    ? t(`errors.${entry.error.code}`)
    : entry.outcome === 'imported' || entry.outcome === 'failed'
      ? null
      : t(reasons[entry.outcome])
  return (
    <li className={styles.line} data-outcome={entry.outcome}>
      <div className={styles.text}>
        <p className={styles.path} dir="auto">
          {entry.path}
        </p>
        {entry.title && (
          <p className={styles.note} dir="auto">
            {entry.title}
          </p>
        )}
        {reason && <p className={styles.reason}>{reason}</p>}
        {entry.warnings.map(warning => (
          <p key={warning.code} className={styles.note}>
            {warning.message}
          </p>
        ))}
      </div>
      <span className={styles.outcome}>{t(`receipt.${entry.outcome}`)}</span>
      {articleId && (
        <Button
          kind="quiet"
          onPress={() => {
            ui.setState(state => withOpenArticle(state, articleId))
            onClose()
          }}
        >
          {t('receipt.open')}
        </Button>
      )}
    </li>
  )
}

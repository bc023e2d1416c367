// Owns the receipt of an import as a page: every file, what became of it and why, and what can be done about it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportId } from '@shared/model/common'
import { importOutcomes, type ImportOutcome, type ReceiptEntry } from '@shared/model/importing'
import { errorText } from '../../app/messages'
import { useServices } from '../../app/services'
import { withOpenArticle } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { warningText } from '../../i18n/warningText'
import { AppDialog } from '../../ui/AppDialog'
import { Button } from '../../ui/Button'
import styles from './ReceiptDialog.module.css'
import { createReceiptActions, type ReceiptActions } from './receiptActions'
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
              <ReceiptLine key={entry.position} entry={entry} receiptActions={receiptActions} onClose={onClose} />
            ))}
          </ul>
          {entries.length === 0 && <p className={styles.note}>{t('receipt.none')}</p>}
          {receipt.hasNextPage && <Button onPress={() => void receipt.fetchNextPage()}>{t('receipt.more')}</Button>}
        </>
      )}
    </AppDialog>
  )
}

interface ReceiptLineProps {
  readonly entry: ReceiptEntry
  readonly receiptActions: ReceiptActions
  readonly onClose: () => void
}

function ReceiptLine({ entry, receiptActions, onClose }: ReceiptLineProps) {
  const { ui, environment } = useServices()
  const { t, language } = useTexts()
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
  const isOnDisk = entry.canRetry && environment.host === 'electron'
  return (
    <li className={styles.line} data-outcome={entry.outcome}>
      <div className={styles.text}>
        <p className={styles.path} dir="auto">
          {entry.path}
        </p>
        {/* An entry of an export is called by its title already. */}
        {entry.title && !entry.path.endsWith(entry.title) && (
          <p className={styles.note} dir="auto">
            {entry.title}
          </p>
        )}
        {reason && <p className={styles.reason}>{reason}</p>}
        {entry.warnings.map(warning => (
          <p key={`${warning.code} ${warning.message}`} className={styles.note}>
            {warningText(t, language, warning)}
          </p>
        ))}
      </div>
      <span className={styles.outcome}>{t(`receipt.${entry.outcome}`)}</span>
      {isOnDisk && environment.canRevealFiles && (
        <Button kind="quiet" onPress={() => void receiptActions.reveal(entry.position)}>
          {t('receipt.reveal')}
        </Button>
      )}
      {isOnDisk && entry.outcome === 'failed' && (
        <Button
          kind="quiet"
          onPress={() => void receiptActions.retry([entry.position]).then(began => (began ? onClose() : undefined))}
        >
          {t('common.tryAgain')}
        </Button>
      )}
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

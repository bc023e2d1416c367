// Owns one line of a receipt: a file or entry, what became of it and why, and what can be done about it.
import type { ReceiptEntry } from '@shared/model/importing'
import { useServices } from '../../app/services'
import { withOpenArticle } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { warningText } from '../../i18n/warningText'
import { Button } from '../../ui/Button'
import type { ReceiptActions } from './receiptActions'
import styles from './ReceiptDialog.module.css'
import type { ReceiptRow } from './receiptLines'

interface ReceiptLineProps {
  readonly row: ReceiptRow
  readonly receiptActions: ReceiptActions
  readonly onClose: () => void
}

/** One line of a receipt. */
export function ReceiptLine({ row, receiptActions, onClose }: ReceiptLineProps) {
  const { t, language } = useTexts()
  const { entry, name, heading, isWithin } = row
  return (
    <li className={styles.line} data-within={isWithin || undefined}>
      {heading !== null && (
        <p className={styles.heading} dir="auto">
          <FilePath path={heading} />
        </p>
      )}
      <div className={styles.text}>
        <p className={styles.path} dir="auto">
          {isWithin ? name : <FilePath path={name} />}
        </p>
        <p className={styles.note}>
          <Outcome entry={entry} name={name} />
        </p>
        {entry.warnings.map(warning => (
          <p key={`${warning.code} ${warning.message}`} className={styles.note}>
            {warningText(t, language, warning)}
          </p>
        ))}
      </div>
      <Tools entry={entry} name={name} receiptActions={receiptActions} onClose={onClose} />
    </li>
  )
}

/** A path whose folders are quieter than the file's own name. */
function FilePath({ path }: { readonly path: string }) {
  const start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
  return (
    <>
      <span className={styles.folder}>{path.slice(0, start)}</span>
      {path.slice(start)}
    </>
  )
}

/** What became of it, and why: "Added · Its Title", "Failed · The file is empty." */
function Outcome({ entry, name }: { readonly entry: ReceiptEntry; readonly name: string }) {
  const { t } = useTexts()
  const { outcome, title, error } = entry
  const reason = outcome === 'updated' ? t('receipt.updatedReason') : error && t(`errors.${error.code}`)
  return (
    <>
      <span className={styles.outcome} data-outcome={outcome}>
        {t(`receipt.${outcome}`)}
      </span>
      {/* An entry of an export is called by its title already. */}
      {title && title !== name && (
        <>
          {' · '}
          <bdi>{title}</bdi>
        </>
      )}
      {reason && ` · ${reason}`}
    </>
  )
}

type ToolsProps = Omit<ReceiptLineProps, 'row'> & { readonly entry: ReceiptEntry; readonly name: string }

function Tools({ entry, name, receiptActions, onClose }: ToolsProps) {
  const { ui, environment } = useServices()
  const { t } = useTexts()
  const { articleId, position } = entry
  const isOnDisk = entry.canRetry && environment.host === 'electron'
  return (
    <div className={styles.tools}>
      {isOnDisk && environment.canRevealFiles && (
        <Button
          kind="quiet"
          label={`${t('receipt.reveal')}: ${name}`}
          onPress={() => void receiptActions.reveal(position)}
        >
          {t('receipt.reveal')}
        </Button>
      )}
      {isOnDisk && entry.outcome === 'failed' && (
        <Button
          kind="quiet"
          label={`${t('common.tryAgain')}: ${name}`}
          onPress={() => void receiptActions.retry([position]).then(began => (began ? onClose() : undefined))}
        >
          {t('common.tryAgain')}
        </Button>
      )}
      {articleId && (
        <Button
          kind="quiet"
          label={`${t('receipt.open')}: ${name}`}
          onPress={() => {
            ui.setState(state => ({ ...withOpenArticle(state, articleId), overlay: 'none' }))
            onClose()
          }}
        >
          {t('receipt.open')}
        </Button>
      )}
    </div>
  )
}

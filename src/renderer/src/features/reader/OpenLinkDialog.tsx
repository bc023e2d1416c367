// Owns the question before a link leaves Lontar: the real address, in full.
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import styles from './OpenLinkDialog.module.css'

/** Asks whether an address should be opened in the browser. */
export function OpenLinkDialog({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  const { client, messages } = useServices()
  const { t } = useTexts()
  const open = (): void => {
    client.request('app:openExternal', { url }).catch((error: unknown) => messages.failed(error))
  }
  return (
    <ConfirmDialog title={t('link.title')} confirm={t('link.open')} onConfirm={open} onClose={onClose}>
      <p className={styles.explanation}>{t('link.explanation')}</p>
      <p className={styles.address}>{url}</p>
    </ConfirmDialog>
  )
}

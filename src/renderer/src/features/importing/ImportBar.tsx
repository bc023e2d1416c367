// Owns the slim bar at the foot while an import runs: how far, which file, and a way to stop.
import { X } from 'lucide-react'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { IconButton } from '../../ui/IconButton'
import styles from './ImportBar.module.css'

/** The bar of the running import; nothing while none runs. */
export function ImportBar() {
  const { client, imports, messages } = useServices()
  const { t, formats } = useTexts()
  const progress = imports(state => state.progress)
  const isUploading = imports(state => state.isUploading)
  if (!progress && !isUploading) return null

  const values = { done: formats.number(progress?.done ?? 0), found: formats.number(progress?.found ?? 0) }
  const counted = progress?.isCounting ? t('importing.counting', values) : t('importing.progress', values)
  const file = progress?.currentPath ?? ''
  const note = progress?.isCancelling ? t('importing.cancelling') : (file.split(/[\\/]/).at(-1) ?? '')
  const cancel = (): void => {
    if (!progress) return
    client
      .request('importing:cancel', { importId: progress.importId })
      .catch((error: unknown) => messages.failed(error))
  }

  return (
    <section className={styles.bar} aria-label={t('importing.label')}>
      <progress
        className={styles.progress}
        aria-label={t('importing.progressLabel')}
        max={Math.max(1, progress?.found ?? 1)}
        {...(progress && progress.found > 0 && { value: progress.done })}
      />
      <span className={styles.count}>{progress ? counted : t('importing.uploading')}</span>
      <span className={styles.file} title={file} dir="auto">
        {note}
      </span>
      {progress && (
        <IconButton icon={X} label={t('importing.cancel')} isDisabled={progress.isCancelling} onPress={cancel} />
      )}
    </section>
  )
}

// Owns the first thing that a person sees: what can be dropped, and one sample to try.
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import styles from './EmptyLibrary.module.css'
import { LeafMark } from '../../ui/LeafMark'

/** The empty library. */
export function EmptyLibrary() {
  const { commands, importer, isMac } = useServices()
  const { t } = useTexts()
  return (
    <div className={styles.empty}>
      <LeafMark />
      <h1 className={styles.title}>{t('empty.libraryTitle')}</h1>
      <p className={styles.text}>
        {t('empty.library')} {t('empty.orPaste', { shortcut: shortcutHint('paste', isMac) })}
      </p>
      <div className={styles.buttons}>
        <Button kind="primary" onPress={() => commands.run('importFiles')}>
          {t('empty.chooseFiles')}
        </Button>
        <Button onPress={() => commands.run('importFolder')}>{t('empty.chooseFolder')}</Button>
      </div>
      <Button kind="quiet" onPress={() => void importer.addSample()}>
        {t('empty.sample')}
      </Button>
    </div>
  )
}

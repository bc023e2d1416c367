// Owns the list of keyboard shortcuts, drawn from the table that drives them.
import { useServices } from '../../app/services'
import { formatKeys, shortcuts, type ShortcutGroup } from '../../app/shortcuts'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import styles from './ShortcutsDialog.module.css'

const groups: readonly ShortcutGroup[] = ['articles', 'reading', 'search', 'adding', 'window']

/** The list of keyboard shortcuts. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { isMac } = useServices()
  const { t } = useTexts()
  return (
    <AppDialog title={t('shortcuts.title')} onClose={onClose} size="large">
      <div className={styles.groups}>
        {groups.map(group => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{t(`shortcuts.groups.${group}`)}</h3>
            <dl className={styles.list}>
              {shortcuts
                .filter(shortcut => shortcut.group === group && shortcut.keys.length > 0)
                .map(({ command, keys }) => (
                  <div key={command} className={styles.line}>
                    <dt>{t(`shortcuts.commands.${command}`)}</dt>
                    <dd className={styles.keys}>
                      {keys.slice(0, 2).map(name => (
                        <kbd key={name} className={styles.key}>
                          {formatKeys(name, isMac)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </AppDialog>
  )
}

// Owns the list of keyboard shortcuts, drawn from the table that drives them.
import { useServices } from '../../app/services'
import { placeKeys } from '../../app/placeKeys'
import { formatKeys, shortcuts, type ShortcutGroup } from '../../app/shortcuts'
import { useTexts } from '../../i18n/useTexts'
import { AppDialog } from '../../ui/AppDialog'
import styles from './ShortcutsDialog.module.css'

const groups: readonly ShortcutGroup[] = ['articles', 'reading', 'search', 'adding', 'window']

/** The list of keyboard shortcuts. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
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
                  <Line key={command} text={t(`shortcuts.commands.${command}`)} keys={keys.slice(0, 2)} />
                ))}
            </dl>
          </section>
        ))}
        {placeKeys.map(({ place, keys }) => (
          <section key={place} className={styles.group}>
            <h3 className={styles.heading}>{t(`shortcuts.places.${place}`)}</h3>
            <dl className={styles.list}>
              {keys.map(line => (
                <Line key={line.text} text={t(`shortcuts.places.${line.text}`)} keys={line.keys} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </AppDialog>
  )
}

function Line({ text, keys }: { readonly text: string; readonly keys: readonly string[] }) {
  const { isMac } = useServices()
  return (
    <div className={styles.line}>
      <dt>{text}</dt>
      <dd className={styles.keys}>
        {keys.map(name => (
          <kbd key={name} className={styles.key}>
            {formatKeys(name, isMac)}
          </kbd>
        ))}
      </dd>
    </div>
  )
}

// Owns the foot of the sidebar: the ways to importing and to the settings.
import { Plus, Settings } from 'lucide-react'
import { useRef, useState } from 'react'
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { useTexts } from '../../i18n/useTexts'
import { AnchoredMenu } from '../../ui/AnchoredMenu'
import { IconButton } from '../../ui/IconButton'
import styles from './Sidebar.module.css'

/** The foot of the sidebar. */
export function SidebarFooter() {
  const { commands, isMac } = useServices()
  const { t } = useTexts()
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const line = (id: 'importFiles' | 'importFolder' | 'showImports', label: string) => ({
    id,
    label,
    shortcut: shortcutHint(id, isMac),
    onChoose: () => commands.run(id)
  })
  return (
    <div className={styles.footer}>
      <IconButton
        buttonRef={trigger}
        icon={Plus}
        label={t('importing.add')}
        popup="menu"
        expanded={isOpen}
        onPress={() => setIsOpen(true)}
      />
      <AnchoredMenu
        label={t('importing.add')}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        anchor={trigger}
        groups={[
          [line('importFiles', t('importing.addFiles')), line('importFolder', t('importing.addFolder'))],
          [line('showImports', t('importing.history'))]
        ]}
      />
      <IconButton
        icon={Settings}
        label={t('settings.title')}
        shortcut={shortcutHint('showSettings', isMac)}
        popup="dialog"
        onPress={() => commands.run('showSettings')}
      />
    </div>
  )
}

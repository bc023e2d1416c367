// Owns the sidebar: one listbox of every view, and the way to importing and settings below it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a listbox in groups with icons and figures has no tag of its own,
   and keeps the focus on itself (aria-activedescendant) */
import { useQuery } from '@tanstack/react-query'
import {
  Archive,
  Inbox,
  Library,
  Newspaper,
  PanelLeft,
  Plus,
  Settings,
  Star,
  Tag,
  Trash2,
  type LucideIcon
} from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ListView } from '@shared/model/library'
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { withView } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { AnchoredMenu } from '../../ui/AnchoredMenu'
import { IconButton } from '../../ui/IconButton'
import { indexForKey } from './selection'
import styles from './Sidebar.module.css'
import { sidebarGroups, viewId, type SidebarItem } from './sidebarItems'

const icons: Record<ListView['kind'], LucideIcon> = {
  inbox: Inbox,
  starred: Star,
  all: Library,
  archive: Archive,
  trash: Trash2,
  tag: Tag,
  site: Newspaper
}

/** The element id of a view; names may hold spaces, which an id reference may not. */
function optionId(id: string): string {
  return `view-${encodeURIComponent(id)}`
}

/** The sidebar. */
export function Sidebar() {
  const { client, ui, commands, isMac } = useServices()
  const { t } = useTexts()
  const { data: counts } = useQuery({
    queryKey: ['counts'],
    queryFn: () => client.request('library:countArticles', {})
  })
  const view = ui(state => state.view)
  const groups = sidebarGroups(counts ?? null)
  const items = [...groups.fixed, ...groups.tags, ...groups.sites]
  const currentId = viewId(view)

  const choose = (item: SidebarItem | undefined): void => {
    if (item) ui.setState(state => withView(state, item.view))
  }
  const hearKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = items.findIndex(item => item.id === currentId)
    const next = indexForKey(event.key, index, items.length, 10)
    if (next !== null) {
      event.preventDefault()
      choose(items[next])
    }
  }
  useEffect(() => {
    document.getElementById(optionId(currentId))?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  const group = (label: string, members: readonly SidebarItem[]) =>
    members.length > 0 && (
      <div role="group" aria-label={label} className={styles.group}>
        <h2 className={styles.heading} aria-hidden>
          {label}
        </h2>
        {members.map(item => (
          <SidebarOption key={item.id} item={item} isCurrent={item.id === currentId} onChoose={choose} />
        ))}
      </div>
    )

  return (
    <div className={styles.sidebar}>
      <div className={styles.brand}>
        <span aria-hidden>Lontar</span>
        <IconButton
          icon={PanelLeft}
          label={t('panes.hideSidebar')}
          shortcut={shortcutHint('toggleSidebar', isMac)}
          onPress={() => commands.run('toggleSidebar')}
        />
      </div>
      <div
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label={t('views.label')}
        aria-activedescendant={optionId(currentId)}
        onKeyDown={hearKey}
      >
        <div role="group" aria-label={t('views.label')} className={styles.group}>
          {groups.fixed.map(item => (
            <SidebarOption key={item.id} item={item} isCurrent={item.id === currentId} onChoose={choose} />
          ))}
        </div>
        {group(t('views.tags'), groups.tags)}
        {group(t('views.publishers'), groups.sites)}
      </div>
      <SidebarFooter />
    </div>
  )
}

interface SidebarOptionProps {
  readonly item: SidebarItem
  readonly isCurrent: boolean
  readonly onChoose: (item: SidebarItem) => void
}

function SidebarOption({ item, isCurrent, onChoose }: SidebarOptionProps) {
  const { t, formats } = useTexts()
  const { kind } = item.view
  const Icon = icons[kind]
  const name = item.name ?? (kind === 'tag' || kind === 'site' ? '' : t(`views.${kind}`))
  const figure = formats.number(item.count)
  const isCounted = item.count > 0 && kind !== 'trash' && kind !== 'archive'
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the listbox around it hears the keys
    <div
      id={optionId(item.id)}
      role="option"
      aria-selected={isCurrent}
      className={styles.option}
      title={item.name ?? undefined}
      onClick={() => onChoose(item)}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {isCounted && (
        <>
          <span className={styles.count} aria-hidden>
            {figure}
          </span>
          <span className="visuallyHidden">
            {t(kind === 'inbox' ? 'views.unread' : 'views.counted', { count: item.count, formatted: figure })}
          </span>
        </>
      )}
    </div>
  )
}

function SidebarFooter() {
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

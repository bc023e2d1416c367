// Owns the sidebar: one listbox of every view and saved search, and the way to importing and settings below it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a listbox in groups with icons and figures has no tag of its own,
   and keeps the focus on itself (aria-activedescendant) */
import { useQuery } from '@tanstack/react-query'
import { PanelLeft } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { SavedSearch } from '@shared/model/savedSearch'
import { shownSavedSearch } from '../../app/searchState'
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { withSavedSearch, withView } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { AnchoredMenu } from '../../ui/AnchoredMenu'
import { IconButton } from '../../ui/IconButton'
import { useSavedCounts, useSavedSearches } from '../search/useSavedSearches'
import { SavedSearchGroup } from './SavedSearchGroup'
import { indexForKey } from './selection'
import styles from './Sidebar.module.css'
import { SidebarFooter } from './SidebarFooter'
import { savedItemId, savedItems, sidebarGroups, viewId, type SavedItem, type SidebarItem } from './sidebarItems'
import { optionId, SidebarOption } from './SidebarOption'
import { useSavedSearchKeys } from './useSavedSearchKeys'

/** The sidebar. */
export function Sidebar() {
  const { client, ui, commands, isMac } = useServices()
  const { t } = useTexts()
  const { data: counts } = useQuery({
    queryKey: ['counts'],
    queryFn: () => client.request('library:countArticles', {})
  })
  const view = ui(state => state.view)
  const shown = ui(state => shownSavedSearch(state.search))
  const groups = sidebarGroups(counts ?? null)
  const allSaved = useSavedSearches()
  const saved = savedItems(allSaved, useSavedCounts())
  const keys = useSavedSearchKeys(allSaved)
  const items: readonly (SidebarItem | SavedItem)[] = [...groups.fixed, ...saved, ...groups.tags, ...groups.sites]
  const currentId = shown === null ? viewId(view) : savedItemId(shown)
  const menuAnchor = useRef<HTMLSpanElement>(null)
  const [menu, setMenu] = useState<{ readonly of: SavedSearch; readonly left: number; readonly top: number } | null>(
    null
  )

  const choose = (item: SidebarItem | SavedItem | undefined): void => {
    if (item) ui.setState(state => ('saved' in item ? withSavedSearch(state, item.saved) : withView(state, item.view)))
  }
  const hearKey = (event: KeyboardEvent): void => {
    const current = allSaved.find(({ id }) => id === shown)
    if (current && keys.hearKey(event, current)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = items.findIndex(item => item.id === currentId)
    const next = indexForKey(event.key, index, items.length, 10)
    if (next !== null) {
      event.preventDefault()
      choose(items[next])
    }
  }
  /** At the pointer, or, asked for by the keyboard, at the current line. */
  const openMenu = (event: MouseEvent): void => {
    const isByKey = event.target === event.currentTarget
    const option = isByKey
      ? document.getElementById(optionId(currentId))
      : (event.target as Element).closest<HTMLElement>('[data-saved]')
    const of = allSaved.find(({ id }) => id === option?.dataset['saved'])
    if (!option || !of) return
    event.preventDefault()
    const { left, bottom } = option.getBoundingClientRect()
    setMenu({ of, left: isByKey ? left + 16 : event.clientX, top: isByKey ? bottom : event.clientY })
  }
  useEffect(() => {
    document.getElementById(optionId(currentId))?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  const optionsOf = (members: readonly SidebarItem[]) =>
    members.map(item => (
      <SidebarOption key={item.id} item={item} isCurrent={item.id === currentId} onChoose={() => choose(item)} />
    ))
  const group = (label: string, members: readonly SidebarItem[]) =>
    members.length > 0 && (
      <div role="group" aria-label={label} className={styles.group}>
        <h2 className={styles.heading} aria-hidden>
          {label}
        </h2>
        {optionsOf(members)}
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
        onContextMenu={openMenu}
      >
        <div role="group" aria-label={t('views.label')} className={styles.group}>
          {optionsOf(groups.fixed)}
        </div>
        <SavedSearchGroup items={saved} currentId={currentId} onChoose={choose} />
        {group(t('views.tags'), groups.tags)}
        {group(t('views.publishers'), groups.sites)}
      </div>
      <span
        ref={menuAnchor}
        className={styles.menuAnchor}
        style={menu ? { left: menu.left, top: menu.top } : undefined}
      />
      {menu && (
        <AnchoredMenu
          label={t('savedSearches.actions')}
          isOpen
          onClose={() => setMenu(null)}
          anchor={menuAnchor}
          groups={keys.menuOf(menu.of)}
        />
      )}
      <SidebarFooter />
    </div>
  )
}

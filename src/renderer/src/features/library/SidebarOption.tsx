// Owns one line of the sidebar: icon, name and figure of a view or of a saved search.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- an
   option of the sidebar's listbox, which hears the keys and keeps the focus on itself (aria-activedescendant) */
import { Archive, Inbox, Library, Newspaper, Star, Tag, TextSearch, Trash2, type LucideIcon } from 'lucide-react'
import type { ListView } from '@shared/model/library'
import { useTexts } from '../../i18n/useTexts'
import styles from './Sidebar.module.css'
import type { SavedItem, SidebarItem } from './sidebarItems'

const icons: Record<ListView['kind'] | 'saved', LucideIcon> = {
  inbox: Inbox,
  starred: Star,
  all: Library,
  archive: Archive,
  trash: Trash2,
  tag: Tag,
  site: Newspaper,
  saved: TextSearch
}

/** The element id of an item; names may hold spaces, which an id reference may not. */
export function optionId(id: string): string {
  return `view-${encodeURIComponent(id)}`
}

interface SidebarOptionProps {
  readonly item: SidebarItem | SavedItem
  readonly isCurrent: boolean
  readonly onChoose: () => void
  /** What an option that can be dragged does with it. */
  readonly drag?: Pick<React.HTMLAttributes<HTMLElement>, 'onDragStart' | 'onDragOver' | 'onDragEnd' | 'onDrop'>
  /** On which side of the option what is dragged would come to stand. */
  readonly dropSide?: 'before' | 'after' | undefined
}

/** One line of the sidebar. */
export function SidebarOption({ item, isCurrent, onChoose, drag, dropSide }: SidebarOptionProps) {
  const { t, formats } = useTexts()
  const kind = 'saved' in item ? 'saved' : item.view.kind
  const Icon = icons[kind]
  const name = item.name ?? (kind === 'saved' || kind === 'tag' || kind === 'site' ? '' : t(`views.${kind}`))
  const figure = formats.number(item.count)
  const isCounted = item.count > 0 && kind !== 'trash' && kind !== 'archive'
  return (
    <div
      id={optionId(item.id)}
      role="option"
      aria-selected={isCurrent}
      className={styles.option}
      title={'saved' in item ? `${item.name}\n${item.saved.query}` : (item.name ?? undefined)}
      data-saved={'saved' in item ? item.saved.id : undefined}
      data-drop={dropSide}
      draggable={drag !== undefined}
      {...drag}
      onClick={onChoose}
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

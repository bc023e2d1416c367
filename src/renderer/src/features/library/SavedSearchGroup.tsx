// Owns the saved searches of the sidebar: their lines, and the dragging of one to another's place.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a group within the sidebar's listbox has no tag of its own */
import { useState, type DragEvent } from 'react'
import type { SavedSearchId } from '@shared/model/savedSearch'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { moveTo } from '../search/savedOrder'
import styles from './Sidebar.module.css'
import type { SavedItem } from './sidebarItems'
import { SidebarOption } from './SidebarOption'

/** The saved searches of the sidebar; nothing where there are none. */
export interface SavedSearchGroupProps {
  readonly items: readonly SavedItem[]
  readonly currentId: string
  readonly onChoose: (item: SavedItem) => void
}

/** The saved searches of the sidebar. */
export function SavedSearchGroup({ items, currentId, onChoose }: SavedSearchGroupProps) {
  const { savedSearches } = useServices()
  const { t } = useTexts()
  const [dragged, setDragged] = useState<SavedSearchId | null>(null)
  const [target, setTarget] = useState<SavedSearchId | null>(null)
  if (items.length === 0) return null

  const ids = items.map(({ saved }) => saved.id)
  const endDrag = (): void => {
    setDragged(null)
    setTarget(null)
  }
  const dropSide = (id: SavedSearchId) =>
    dragged === null || id !== target || id === dragged
      ? undefined
      : ids.indexOf(dragged) < ids.indexOf(id)
        ? 'after'
        : 'before'
  const dragOf = (id: SavedSearchId) => ({
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      // Firefox's rule and a courtesy elsewhere: what carries nothing is not dragged.
      event.dataTransfer.setData('application/x-lontar-saved-search', id)
      setDragged(id)
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      setTarget(id)
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      if (dragged !== id) void savedSearches.reorder(moveTo(ids, dragged, id))
      endDrag()
    },
    onDragEnd: endDrag
  })

  return (
    <div role="group" aria-label={t('savedSearches.heading')} className={styles.group}>
      <h2 className={styles.heading} aria-hidden>
        {t('savedSearches.heading')}
      </h2>
      {items.map(item => (
        <SidebarOption
          key={item.id}
          item={item}
          isCurrent={item.id === currentId}
          onChoose={() => onChoose(item)}
          drag={dragOf(item.saved.id)}
          dropSide={dropSide(item.saved.id)}
        />
      ))}
    </div>
  )
}

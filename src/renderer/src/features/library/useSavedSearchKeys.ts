// Owns what the keys and the menu of a saved search in the sidebar do.
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { SavedSearch } from '@shared/model/savedSearch'
import { useServices } from '../../app/services'
import { formatKeys } from '../../app/shortcuts'
import { useTexts } from '../../i18n/useTexts'
import type { MenuLine } from '../../ui/AnchoredMenu'
import { moveStep } from '../search/savedOrder'

/** What can be done to one of the saved searches. */
export interface SavedSearchKeys {
  /** True where the key was for this saved search. */
  readonly hearKey: (event: KeyboardEvent, saved: SavedSearch) => boolean
  readonly menuOf: (saved: SavedSearch) => readonly (readonly MenuLine[])[]
}

/** The keys and the menu of the saved searches, of which these are all, in their order. */
export function useSavedSearchKeys(all: readonly SavedSearch[]): SavedSearchKeys {
  const { ui, savedSearches, isMac } = useServices()
  const { t } = useTexts()
  const ids = all.map(({ id }) => id)
  const edit = (saved: SavedSearch): void => ui.setState({ dialog: { kind: 'editSavedSearch', saved } })
  const move = (saved: SavedSearch, step: -1 | 1): void => {
    const moved = moveStep(ids, saved.id, step)
    if (moved !== ids) void savedSearches.reorder(moved)
  }
  const works: Readonly<Record<string, (saved: SavedSearch) => void>> = {
    F2: edit,
    Delete: saved => void savedSearches.remove(saved),
    'Alt+ArrowUp': saved => move(saved, -1),
    'Alt+ArrowDown': saved => move(saved, 1)
  }
  return {
    hearKey: (event, saved) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return false
      const work = works[event.altKey ? `Alt+${event.key}` : event.key]
      if (!work) return false
      event.preventDefault()
      work(saved)
      return true
    },
    menuOf: saved => [
      [
        {
          id: 'edit',
          label: t('savedSearches.menuEdit'),
          icon: Pencil,
          shortcut: 'F2',
          onChoose: () => edit(saved)
        },
        {
          id: 'up',
          label: t('savedSearches.up'),
          icon: ArrowUp,
          shortcut: formatKeys('Alt+ArrowUp', isMac),
          onChoose: () => move(saved, -1)
        },
        {
          id: 'down',
          label: t('savedSearches.down'),
          icon: ArrowDown,
          shortcut: formatKeys('Alt+ArrowDown', isMac),
          onChoose: () => move(saved, 1)
        }
      ],
      [
        {
          id: 'delete',
          label: t('savedSearches.delete'),
          icon: Trash2,
          isDangerous: true,
          shortcut: formatKeys('Delete', isMac),
          onChoose: () => void savedSearches.remove(saved)
        }
      ]
    ]
  }
}

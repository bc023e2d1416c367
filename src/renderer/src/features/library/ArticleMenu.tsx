// Owns the menu of chosen articles, at the pointer or at the active row. Every line is a command.
import { Archive, ArchiveRestore, Circle, CircleCheck, FolderOpen, Info, Star, Tag, Trash2, Undo2 } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useServices } from '../../app/services'
import { shortcutHint } from '../../app/shortcuts'
import { actionTargets } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { AnchoredMenu, type MenuLine } from '../../ui/AnchoredMenu'
import styles from './ArticleMenu.module.css'
import { cachedSummaries } from './listSource'

/** The menu of the chosen articles; open while `at` (a place in the window) is given. */
export function ArticleMenu({
  at,
  onClose
}: {
  readonly at: { readonly x: number; readonly y: number } | null
  readonly onClose: () => void
}) {
  const anchor = useRef<HTMLSpanElement>(null)
  const { t } = useTexts()
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={at ? { left: at.x, top: at.y } : undefined} />
      {at && <AnchoredMenu label={t('reader.actions')} isOpen onClose={onClose} anchor={anchor} groups={useLines()} />}
    </>
  )
}

function useLines(): readonly (readonly MenuLine[])[] {
  return []
}

// Owns the look and behaviour of menus: those of buttons and those at the pointer. Knows none of their commands.
import { Check, type LucideIcon } from 'lucide-react'
import type { RefObject } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import styles from './AnchoredMenu.module.css'

/** One line of a menu. */
export interface MenuLine {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon
  /** Keys as people write them. */
  readonly shortcut?: string
  /** For a menu of which one line is the choice that is on; every line says then whether it is the one. */
  readonly isChecked?: boolean
  readonly isDangerous?: boolean
  readonly onChoose: () => void
}

/** A menu that opens at an element. Lines come in groups with a rule between them. */
export interface AnchoredMenuProps {
  readonly label: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly anchor: RefObject<HTMLElement | null>
  readonly groups: readonly (readonly MenuLine[])[]
}

/** A menu that opens at an element. */
export function AnchoredMenu({ label, isOpen, onClose, anchor, groups }: AnchoredMenuProps) {
  const lines = groups.flatMap((group, index) =>
    index === 0 ? [...group] : [{ id: `rule-${index}`, isRule: true as const }, ...group]
  )
  const checked = groups.flat().filter(line => line.isChecked !== undefined)
  const choice = checked.length > 0 && {
    selectionMode: 'single' as const,
    selectedKeys: checked.filter(line => line.isChecked).map(line => line.id),
    disallowEmptySelection: true
  }
  return (
    <Popover
      className={styles.popover ?? ''}
      aria-label={label}
      triggerRef={anchor}
      isOpen={isOpen}
      placement="bottom start"
      offset={4}
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the keyboard (ARIA menu pattern) */}
      <Menu className={styles.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose} {...choice}>
        {lines.map(line =>
          'isRule' in line ? (
            <Separator key={line.id} className={styles.rule ?? ''} />
          ) : (
            <MenuItem
              key={line.id}
              id={line.id}
              className={styles.item ?? ''}
              textValue={line.label}
              data-dangerous={line.isDangerous || undefined}
              onAction={line.onChoose}
            >
              {line.isChecked !== undefined ? (
                <Check
                  size={16}
                  strokeWidth={1.75}
                  aria-hidden
                  className={line.isChecked ? undefined : styles.hidden}
                />
              ) : (
                line.icon && <line.icon size={16} strokeWidth={1.5} aria-hidden />
              )}
              <span className={styles.label}>{line.label}</span>
              {line.shortcut && (
                <kbd className={styles.keys} aria-hidden>
                  {line.shortcut}
                </kbd>
              )}
            </MenuItem>
          )
        )}
      </Menu>
    </Popover>
  )
}

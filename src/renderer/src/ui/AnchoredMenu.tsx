// Owns the look and behaviour of menus: those of buttons and those at the pointer. Knows none of their commands.
import { Check, type LucideIcon } from 'lucide-react'
import { Fragment, type RefObject } from 'react'
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
import styles from './AnchoredMenu.module.css'

/** One line of a menu. */
export interface MenuLine {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon
  /** Keys as people write them. */
  readonly shortcut?: string
  /** What stands beside the label in quiet type. */
  readonly hint?: string
  /** For a group of which one line is the choice that is on; every line says then whether it is the one. */
  readonly isChecked?: boolean
  /** For a line that is turned on and off by itself; every line of its group says so then. */
  readonly isOn?: boolean
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
      <Menu className={styles.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
        {groups.map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <Separator className={styles.rule ?? ''} />}
            <MenuSection aria-label={label} {...choiceOf(group)}>
              {group.map(line => (
                <Line key={line.id} line={line} />
              ))}
            </MenuSection>
          </Fragment>
        ))}
      </Menu>
    </Popover>
  )
}

/** How lines of a group are chosen: one of them, each for itself, or not at all. */
function choiceOf(group: readonly MenuLine[]) {
  const isOne = group.some(line => line.isChecked !== undefined)
  const isMany = group.some(line => line.isOn !== undefined)
  if (!isOne && !isMany) return {}
  return {
    selectionMode: isOne ? ('single' as const) : ('multiple' as const),
    selectedKeys: group.filter(line => line.isChecked === true || line.isOn === true).map(line => line.id),
    disallowEmptySelection: isOne
  }
}

function Line({ line }: { readonly line: MenuLine }) {
  const state = line.isChecked ?? line.isOn
  return (
    <MenuItem
      id={line.id}
      className={styles.item ?? ''}
      textValue={line.label}
      shouldCloseOnSelect
      data-dangerous={line.isDangerous || undefined}
      onAction={line.onChoose}
    >
      {state !== undefined ? (
        <Check size={16} strokeWidth={1.75} aria-hidden className={state ? undefined : styles.hidden} />
      ) : (
        line.icon && <line.icon size={16} strokeWidth={1.5} aria-hidden />
      )}
      <span className={styles.label} dir="auto">
        {line.label}
      </span>
      {line.hint && <span className={styles.keys}>{line.hint}</span>}
      {line.shortcut && (
        <kbd className={styles.keys} aria-hidden>
          {line.shortcut}
        </kbd>
      )}
    </MenuItem>
  )
}

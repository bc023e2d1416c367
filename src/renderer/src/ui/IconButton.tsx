// Owns the button that is only an icon: its name for screen readers, its hint with the shortcut, its look.
import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import styles from './IconButton.module.css'

/** An icon button. `label` is its name, `shortcut` its keys as people write them. */
export interface IconButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly onPress: () => void
  readonly shortcut?: string
  readonly isDisabled?: boolean
  /** For a button that opens something. */
  readonly expanded?: boolean
  readonly popup?: 'menu' | 'dialog'
  /** A filled icon for a state that is on. */
  readonly isOn?: boolean
  /** For a button that turns something on and off. */
  readonly isPressed?: boolean
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** A button that is only an icon. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, shortcut, buttonRef } = props
  return (
    <button
      ref={buttonRef}
      type="button"
      className={styles.button}
      data-on={props.isOn || undefined}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      aria-pressed={props.isPressed}
      disabled={props.isDisabled}
      onClick={props.onPress}
    >
      <Icon size={18} strokeWidth={1.5} aria-hidden fill={props.isOn ? 'currentColor' : 'none'} />
    </button>
  )
}

// Owns the look of a button with words: plain, the one that matters most, or the one that destroys.
import type { ReactNode } from 'react'
import styles from './Button.module.css'

/** A button with words. */
export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet'
  readonly isDisabled?: boolean
  /** True while it has nothing to do for a moment: it looks disabled, does nothing, and keeps the keyboard. */
  readonly isWaiting?: boolean
  /** A fuller name for who hears it among others with the same words; begins with those words. */
  readonly label?: string
  /** The button that is safe to press, in a dialog that asks. */
  readonly takesFocus?: boolean
}

/** A button with words. */
export function Button({ children, onPress, kind = 'plain', isDisabled, isWaiting = false, ...rest }: ButtonProps) {
  const { label, takesFocus } = rest
  return (
    <button
      type="button"
      className={styles.button}
      data-kind={kind}
      aria-label={label}
      disabled={isDisabled}
      aria-disabled={isWaiting || undefined}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- see takesFocus
      autoFocus={takesFocus}
      onClick={() => {
        if (!isWaiting) onPress()
      }}
    >
      {children}
    </button>
  )
}

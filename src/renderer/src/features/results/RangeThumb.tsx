// Owns one end of a range of bars: a slider that hears keys (ARIA slider). The value's meaning belongs to the caller.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an input of type range can say neither a date nor stand beside its twin */
import type { KeyboardEvent } from 'react'
import styles from './YearHistogram.module.css'

/** One end of a range. */
export interface RangeThumbProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  /** The value as people read it. */
  readonly text: string
  /** Where it stands, 0 for the beginning and 1 for the end. */
  readonly share: number
  readonly onKey: (event: KeyboardEvent) => void
}

/** One end of a range. */
export function RangeThumb({ label, value, least, most, text, share, onKey }: RangeThumbProps) {
  return (
    <div
      className={styles.thumb}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuetext={text}
      style={{ insetInlineStart: `${share * 100}%` }}
      onKeyDown={onKey}
    />
  )
}

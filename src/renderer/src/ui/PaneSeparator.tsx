// Owns the bar between two panes: dragging it and moving it by arrow keys. The width itself belongs to the caller.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a separator that can be moved is a widget, which hr is not */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './PaneSeparator.module.css'

/** A bar that sets the width of the pane before it, in CSS pixels. */
export interface PaneSeparatorProps {
  readonly label: string
  readonly width: number
  readonly least: number
  readonly most: number
  readonly onResize: (width: number) => void
}

const keyStep = 16

/** A bar at the end of a positioned pane that sets its width (ARIA window splitter). */
export function PaneSeparator({ label, width, least, most, onResize }: PaneSeparatorProps) {
  const dragged = useRef<{ readonly pointerX: number; readonly width: number } | null>(null)
  const resize = (next: number): void => onResize(Math.round(Math.min(most, Math.max(least, next))))

  const hearKey = (event: KeyboardEvent): void => {
    const next = { ArrowLeft: width - keyStep, ArrowRight: width + keyStep, Home: least, End: most }[event.key]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    resize(next)
  }
  const start = (event: PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    dragged.current = { pointerX: event.clientX, width }
  }
  const move = (event: PointerEvent): void => {
    if (dragged.current) resize(dragged.current.width + event.clientX - dragged.current.pointerX)
  }
  const stop = (): void => {
    dragged.current = null
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is a widget (ARIA 1.2)
    <div
      className={styles.separator}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      onKeyDown={hearKey}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={stop}
      onPointerCancel={stop}
    />
  )
}

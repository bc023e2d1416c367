// Owns the reading of a place in the page: what a key pressed there belongs to. Works for the window and its frame.
import type { KeyPlace } from './shortcuts'

const textFields =
  'input:not([type="radio"], [type="checkbox"], [type="range"], [type="button"]), textarea, [contenteditable="true"]'

/** What a key or a paste at this target belongs to. */
export function keyPlace(target: EventTarget | null): KeyPlace {
  const element = asElement(target)
  if (!element) return 'page'
  if (element.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return 'dialog'
  if (element.closest(textFields)) return 'field'
  return element.closest('button, a[href], select, input, [role="slider"], [role="separator"]') ? 'control' : 'page'
}

/** Not by `instanceof`: an element of the reader's frame is of another window's class. */
function asElement(target: EventTarget | null): Element | null {
  return target && 'closest' in target ? (target as Element) : null
}

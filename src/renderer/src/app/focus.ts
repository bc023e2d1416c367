// Owns where the keyboard goes when what had it is gone: a pane that was hidden, a dialog that was closed.
import { flushSync } from 'react-dom'
import type { UiStore } from './uiStore'

/** Changes panes, and gives the list of the pane in question the keyboard where what had it is gone. */
export function keepFocus(pane: 'list' | 'sidebar' | 'both', change: () => void): void {
  flushSync(change)
  const focused = document.activeElement
  if (focused && focused !== document.body && isReachable(focused)) return
  focusList(pane === 'sidebar' ? ['nav', 'section'] : ['section', 'nav'])
}

/** Gives the keyboard back to what had it before a dialog opened, within the article's frame too. */
export function keepFocusThroughDialogs(ui: UiStore): void {
  let before: Element | null = null
  ui.subscribe((state, last) => {
    // A dialog that leads to the next one is gone by the end: what counts is what had the keyboard before the first.
    if (state.dialog && !last.dialog) before = innermostFocus()
    if (state.dialog || !last.dialog) return
    // react-aria has its turn in the first frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const focused = innermostFocus()
        if (ui.getState().dialog || (focused && focused !== focused.ownerDocument.body)) return
        if (before && isReachable(before) && before !== before.ownerDocument.body) giveFocus(before)
        else if (document.activeElement === document.body) focusList(['section', 'nav'])
      })
    )
  })
}

/** What has the keyboard, looked for within a frame that has it. */
function innermostFocus(): Element | null {
  const focused = document.activeElement
  return focused instanceof HTMLIFrameElement ? (focused.contentDocument?.activeElement ?? focused) : focused
}

function giveFocus(element: Element): void {
  // Elements of the frame are of its own classes, and its window must have the keyboard first.
  const frame = element.ownerDocument.defaultView?.frameElement as HTMLElement | null | undefined
  frame?.focus({ preventScroll: true })
  ;(element as HTMLElement).focus({ preventScroll: true })
}

function focusList(places: readonly string[]): void {
  for (const place of places) {
    const list = [...document.querySelectorAll<HTMLElement>(`${place} [role="listbox"]`)].find(isReachable)
    if (list) return list.focus()
  }
}

function isReachable(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]')
}

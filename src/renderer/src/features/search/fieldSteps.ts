// Owns what each key means in the search field, by what stands in it and what is open below it. Pure: it takes no step.

/** What stands in the field and what is open below it. */
export interface FieldState {
  readonly hasText: boolean
  /** The list that is open, or null. */
  readonly list: 'history' | 'suggestions' | null
  /** How many lines that list has, or would have. */
  readonly lineCount: number
  /** The line that is chosen in it; -1 while the keyboard is in the text itself. */
  readonly active: number
  /** True where the rest of a word is shown behind a caret at the end. */
  readonly hasRest: boolean
}

/** As much of a key press as the field needs. */
export interface FieldKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What the field does; null leaves the key to the browser. */
export type FieldStep =
  | { readonly kind: 'openList' | 'closeList' | 'takeRest' | 'clear' | 'search' | 'enterResults' | 'leave' }
  | { readonly kind: 'move' | 'choose' | 'forget'; readonly line: number }
  | null

/**
 * The step of a key. A list that is open has the arrows, Enter on a chosen line, and Escape; without one Down and Enter
 * lead into the results and Escape clears, as if there were no lists at all.
 */
export function fieldStep(press: FieldKey, state: FieldState): FieldStep {
  if (press.ctrlKey || press.metaKey) return null
  if (press.altKey) return altStep(press.key, state)
  const { hasText, list, lineCount, active } = state
  const isOpen = list !== null && lineCount > 0
  const isChosen = isOpen && active >= 0
  switch (press.key) {
    case 'Escape':
      return { kind: isOpen && hasText ? 'closeList' : hasText ? 'clear' : 'leave' }
    case 'ArrowDown':
      if (isOpen) return { kind: 'move', line: Math.min(active + 1, lineCount - 1) }
      if (hasText) return { kind: 'enterResults' }
      return { kind: lineCount > 0 ? 'openList' : 'leave' }
    case 'ArrowUp':
      return isChosen ? { kind: 'move', line: active - 1 } : null
    case 'Enter':
      if (isChosen) return { kind: 'choose', line: active }
      return { kind: hasText ? 'search' : 'leave' }
    case 'Delete':
      return isChosen && list === 'history' ? { kind: 'forget', line: active } : null
    case 'Tab':
      return press.shiftKey ? null : takeStep(state, isOpen && list === 'suggestions')
    case 'ArrowRight':
      return state.hasRest && !press.shiftKey ? { kind: 'takeRest' } : null
    default:
      return null
  }
}

/** Alt and an arrow open and close the list, as everywhere that text has a list below it. */
function altStep(key: string, { list, lineCount }: FieldState): FieldStep {
  if (key === 'ArrowDown' && lineCount > 0) return list === null ? { kind: 'openList' } : { kind: 'move', line: 0 }
  return key === 'ArrowUp' && list !== null ? { kind: 'closeList' } : null
}

/** Tab takes what is chosen, else what is shown behind the caret, else the first of the values that are listed. */
function takeStep({ active, hasRest }: FieldState, isListed: boolean): FieldStep {
  if (isListed && active >= 0) return { kind: 'choose', line: active }
  if (hasRest) return { kind: 'takeRest' }
  return isListed ? { kind: 'choose', line: 0 } : null
}

import { describe, expect, it } from 'vitest'
import { fieldStep, type FieldState } from '../../../../../src/renderer/src/features/search/fieldSteps'

const press = (key: string, held: 'alt' | 'ctrl' | 'shift' | 'none' = 'none') => ({
  key,
  ctrlKey: held === 'ctrl',
  metaKey: false,
  altKey: held === 'alt',
  shiftKey: held === 'shift'
})
const empty: FieldState = { hasText: false, list: null, lineCount: 0, active: -1, hasRest: false }
const typed: FieldState = { ...empty, hasText: true }
const past: FieldState = { ...empty, list: 'history', lineCount: 3 }
const values: FieldState = { ...typed, list: 'suggestions', lineCount: 2 }

describe('fieldStep', () => {
  it.each([
    ['a letter', press('a'), typed],
    ['a key with Ctrl', press('ArrowDown', 'ctrl'), typed],
    ['Tab with nothing to take', press('Tab'), { ...typed, lineCount: 4 }],
    ['Shift+Tab', press('Tab', 'shift'), { ...values, hasRest: true }],
    ['Shift+Right, which selects', press('ArrowRight', 'shift'), { ...typed, hasRest: true }],
    ['Up in the text itself', press('ArrowUp'), values],
    ['Delete in the text itself', press('Delete'), past],
    ['Delete on a suggestion', press('Delete'), { ...values, active: 0 }],
    ['Alt+Down with nothing to open', press('ArrowDown', 'alt'), typed]
  ])('leaves %s to the browser', (_what, key, state) => {
    expect(fieldStep(key, state)).toBeNull()
  })

  it.each([
    ['Escape', empty, { kind: 'leave' }],
    ['Escape', past, { kind: 'leave' }],
    ['Escape', typed, { kind: 'clear' }],
    ['Escape', values, { kind: 'closeList' }],
    ['Enter', empty, { kind: 'leave' }],
    ['Enter', typed, { kind: 'search' }],
    ['Enter', values, { kind: 'search' }],
    ['Enter', { ...values, active: 1 }, { kind: 'choose', line: 1 }],
    ['ArrowDown', empty, { kind: 'leave' }],
    ['ArrowDown', { ...empty, lineCount: 3 }, { kind: 'openList' }],
    ['ArrowDown', { ...typed, lineCount: 3 }, { kind: 'enterResults' }],
    ['ArrowDown', past, { kind: 'move', line: 0 }],
    ['ArrowDown', { ...past, active: 2 }, { kind: 'move', line: 2 }],
    ['ArrowUp', { ...past, active: 0 }, { kind: 'move', line: -1 }],
    ['ArrowRight', { ...typed, hasRest: true }, { kind: 'takeRest' }],
    ['Tab', { ...typed, hasRest: true, lineCount: 4 }, { kind: 'takeRest' }],
    ['Tab', values, { kind: 'choose', line: 0 }],
    ['Tab', { ...values, active: 1, hasRest: true }, { kind: 'choose', line: 1 }],
    ['Delete', { ...past, active: 1 }, { kind: 'forget', line: 1 }]
  ] as const)('of %s with %j is %j', (key, state, step) => {
    expect(fieldStep(press(key), state)).toEqual(step)
  })

  it('opens and closes a list by Alt and an arrow', () => {
    expect([
      fieldStep(press('ArrowDown', 'alt'), { ...typed, lineCount: 4 }),
      fieldStep(press('ArrowDown', 'alt'), values),
      fieldStep(press('ArrowUp', 'alt'), values)
    ]).toEqual([{ kind: 'openList' }, { kind: 'move', line: 0 }, { kind: 'closeList' }])
  })
})

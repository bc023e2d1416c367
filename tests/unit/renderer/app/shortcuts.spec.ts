import { describe, expect, it } from 'vitest'
import { menuCommands } from '@shared/model/app'
import { commandForKey, formatKeys, shortcuts, type KeyPress } from '../../../../src/renderer/src/app/shortcuts'

function press(key: string, ...held: readonly ('ctrl' | 'meta' | 'alt' | 'shift')[]): KeyPress {
  return {
    key,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift')
  }
}

describe('shortcuts', () => {
  it('are off in a dialog', () => {
    expect(commandForKey(press('k', 'ctrl'), 'dialog', false)).toBeNull()
  })

  it.each(['s', 'e', '#', '/', '?', ' ', 'Delete', 'Escape'])('leave %j to a text field', key => {
    expect(commandForKey(press(key), 'field', false)).toBeNull()
  })

  it('leave undo and paste to a text field', () => {
    expect([
      commandForKey(press('z', 'ctrl'), 'field', false),
      commandForKey(press('v', 'ctrl'), 'field', false)
    ]).toEqual([null, null])
  })

  it('leave the paste itself to the paste event, which carries the text', () => {
    expect(commandForKey(press('v', 'ctrl'), 'page', false)).toBeNull()
  })

  it('leave Space to a button', () => {
    expect(commandForKey(press(' '), 'control', false)).toBeNull()
  })

  it('do not take a letter with Shift for the letter', () => {
    expect(commandForKey(press('S', 'shift'), 'page', false)).toBeNull()
  })

  it('do not take Control for Command on a Mac', () => {
    expect(commandForKey(press('k', 'ctrl'), 'page', true)).toBeNull()
  })

  it.each([
    ['moveToTrash', press('#', 'shift')],
    ['showShortcuts', press('?', 'shift')],
    ['redo', press('Z', 'ctrl', 'shift')],
    ['findPrevious', press('F3', 'shift')],
    ['importFolder', press('O', 'ctrl', 'shift')],
    ['textLarger', press('+', 'ctrl', 'shift')],
    ['textLarger', press('=', 'ctrl')],
    ['pageUp', press(' ', 'shift')],
    ['goBack', press('ArrowLeft', 'alt')],
    ['nextArticle', press('j')]
  ] as const)('give %s', (command, key) => {
    expect(commandForKey(key, 'page', false)).toBe(command)
  })

  it('reach the search from a text field', () => {
    expect(commandForKey(press('k', 'ctrl'), 'field', false)).toBe('find')
  })

  it('have every command of the menu bar in the table', () => {
    const listed = new Set(shortcuts.map(shortcut => shortcut.command))
    expect(menuCommands.filter(command => !listed.has(command))).toEqual([])
  })

  it('never mean two things by one key', () => {
    const keys = shortcuts.flatMap(shortcut => shortcut.keys)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it.each([
    ['Mod+Shift+O', false, 'Ctrl+Shift+O'],
    ['Mod+Shift+O', true, '⌘⇧O'],
    ['Mod++', false, 'Ctrl++'],
    ['Alt+ArrowLeft', false, 'Alt+←']
  ])('write %s (on a Mac: %s) as %s', (keys, isMac, written) => {
    expect(formatKeys(keys, isMac)).toBe(written)
  })
})

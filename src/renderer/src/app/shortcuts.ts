// Owns the one table of keyboard shortcuts and how a key press finds its command. No other file listens for commands.
import type { MenuCommand } from '@shared/model/app'

/** Every command: those of the menu bar and those that only keys and buttons give. */
export type Command = MenuCommand | 'goBack' | 'goForward' | 'pageDown' | 'pageUp' | 'dismiss'

/** The headings under which the shortcuts are listed. */
export type ShortcutGroup = 'articles' | 'reading' | 'search' | 'adding' | 'window'

/** A command, its keys, and its place in the list of shortcuts. */
export interface Shortcut {
  readonly command: Command
  readonly group: ShortcutGroup
  /** `Mod` is Ctrl, and Command on a Mac. The first is shown in hints. */
  readonly keys: readonly string[]
}

/** The table. */
export const shortcuts: readonly Shortcut[] = [
  { command: 'nextArticle', group: 'articles', keys: ['J'] },
  { command: 'previousArticle', group: 'articles', keys: ['K'] },
  { command: 'toggleStar', group: 'articles', keys: ['S'] },
  { command: 'toggleArchive', group: 'articles', keys: ['E'] },
  { command: 'toggleRead', group: 'articles', keys: ['U'] },
  { command: 'editTags', group: 'articles', keys: ['T'] },
  { command: 'showDetails', group: 'articles', keys: ['I', 'Mod+I'] },
  { command: 'moveToTrash', group: 'articles', keys: ['#', 'Delete'] },
  { command: 'undo', group: 'articles', keys: ['Mod+Z'] },
  { command: 'redo', group: 'articles', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  { command: 'pageDown', group: 'reading', keys: ['Space'] },
  { command: 'pageUp', group: 'reading', keys: ['Shift+Space'] },
  { command: 'goBack', group: 'reading', keys: ['Alt+ArrowLeft'] },
  { command: 'goForward', group: 'reading', keys: ['Alt+ArrowRight'] },
  { command: 'textLarger', group: 'reading', keys: ['Mod++', 'Mod+=', 'Mod+Shift++'] },
  { command: 'textSmaller', group: 'reading', keys: ['Mod+-'] },
  { command: 'textReset', group: 'reading', keys: ['Mod+0'] },
  { command: 'find', group: 'search', keys: ['/', 'Mod+K', 'Mod+F'] },
  { command: 'findNext', group: 'search', keys: ['F3', 'Mod+G'] },
  { command: 'findPrevious', group: 'search', keys: ['Shift+F3', 'Mod+Shift+G'] },
  { command: 'saveSearch', group: 'search', keys: ['Mod+S'] },
  { command: 'quickOpen', group: 'search', keys: ['Mod+Shift+P'] },
  { command: 'importFiles', group: 'adding', keys: ['Mod+O'] },
  { command: 'importFolder', group: 'adding', keys: ['Mod+Shift+O'] },
  { command: 'paste', group: 'adding', keys: ['Mod+V'] },
  { command: 'showImports', group: 'adding', keys: [] },
  { command: 'toggleBothPanes', group: 'window', keys: ['Mod+\\'] },
  { command: 'toggleSidebar', group: 'window', keys: ['Mod+Shift+L'] },
  { command: 'toggleList', group: 'window', keys: ['Mod+Shift+K'] },
  { command: 'showSettings', group: 'window', keys: ['Mod+,'] },
  { command: 'showShortcuts', group: 'window', keys: ['?', 'F1'] },
  { command: 'dismiss', group: 'window', keys: ['Escape'] }
]

/** As much of a key press as the table needs. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Where a key press happened, which decides what it may mean. */
export type KeyPlace =
  /** The reading text, a list, or nothing in particular. */
  | 'page'
  /** A field that takes text: only commands with Ctrl, Command or a function key. */
  | 'field'
  /** A button or a link: Space is its own. */
  | 'control'
  /** A dialog or a menu: everything is its own. */
  | 'dialog'

/** Commands that a field does itself. */
const fieldOwn = new Set<Command>(['undo', 'redo', 'paste', 'goBack', 'goForward', 'dismiss', 'moveToTrash'])
/** The browser's own paste event carries the text, so the key itself must stay untouched. */
const eventOwn = new Set<Command>(['paste'])

/** The name of a key press as the table writes it. Shift is left out where it is what makes the character. */
export function keyName(press: KeyPress, isMac: boolean): string {
  const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toUpperCase() : press.key
  const isLetter = /^\p{L}$/u.test(key)
  const needsShift = press.shiftKey && (isLetter || key.length > 1)
  const isMod = isMac ? press.metaKey : press.ctrlKey
  const isOther = isMac ? press.ctrlKey : press.metaKey
  return [isMod && 'Mod', isOther && 'Other', press.altKey && 'Alt', needsShift && 'Shift', key]
    .filter(Boolean)
    .join('+')
}

/** The command of a key press at a place, or null. */
export function commandForKey(press: KeyPress, place: KeyPlace, isMac: boolean): Command | null {
  if (place === 'dialog') return null
  const name = keyName(press, isMac)
  if (place === 'control' && (name === 'Space' || name === 'Shift+Space')) return null
  const command = shortcuts.find(shortcut => shortcut.keys.includes(name))?.command ?? null
  if (command === null || eventOwn.has(command)) return null
  if (place === 'field' && (fieldOwn.has(command) || !/^(Mod\+|Shift\+F|F\d)/.test(name))) return null
  return command
}

const macSymbols: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const keyWords: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc'
}

/** A shortcut as people write it: `Ctrl+Shift+O`, on a Mac `⌘⇧O`. */
export function formatKeys(keys: string, isMac: boolean): string {
  // `Mod++` means the plus key itself.
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  const shown = parts.map(part => (isMac && macSymbols[part]) || keyWords[part] || part)
  return isMac ? shown.join('') : shown.join('+')
}

/** The first keys of a command as people write them, or an empty string where it has none. */
export function shortcutHint(command: Command, isMac: boolean): string {
  const keys = shortcuts.find(shortcut => shortcut.command === command)?.keys[0]
  return keys ? formatKeys(keys, isMac) : ''
}

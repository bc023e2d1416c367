// Owns the question whether the first line of a text is its title. Chooses no other line.
import type { Inference } from '@shared/model/article'
import type { TextBlock } from '../blocks'
import { guessOf } from '../guess'
import { findDateline } from './dateline'
import { readHeadLine } from './headLine'

const longestTitle = 220

function isSentence(text: string): boolean {
  return /[.。]["”’»)]*$/.test(text) && !/(?:\.\.\.|…|\b\p{Lu}\.)$/u.test(text)
}

/** How much text a block holds: of a list that of all its items, since a recipe may be nothing but one. */
function lengthOf(block: TextBlock): number {
  if (block.kind === 'list') return block.items.reduce((length, item) => length + item.length, 0)
  return block.kind === 'paragraph' ? block.lines.join(' ').length : 0
}

/** The title, where `block`, the first of the text with `following` after it, is one; else null. */
export function findTitle(block: TextBlock | undefined, following: readonly TextBlock[]): Inference | null {
  if (block?.kind === 'heading') return guessOf(block.text, 0.95, 'The first line, which is underlined')
  if (block?.kind !== 'paragraph' || following.length === 0 || block.lines.length > 2) return null
  const text = block.lines.join(' ')
  if (text.length > longestTitle || !/\p{Letter}/u.test(text) || isSentence(text)) return null
  if (/[,;]$/.test(text) || findDateline(text) || readHeadLine(text)) return null
  if (!following.some(next => lengthOf(next) >= text.length)) return null
  const isShort = text.length <= 130
  return guessOf(text, isShort ? 0.9 : 0.75, `The first line${isShort ? ', short and' : ''} without a full stop`)
}

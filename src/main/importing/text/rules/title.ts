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

/** The title, where `block`, the first of the text with `following` after it, is one; else null. */
export function findTitle(block: TextBlock | undefined, following: readonly TextBlock[]): Inference | null {
  if (block?.kind === 'heading') return guessOf(block.text, 0.95, 'The first line, which is underlined')
  if (block?.kind !== 'paragraph' || following.length === 0 || block.lines.length > 2) return null
  const text = block.lines.join(' ')
  if (text.length > longestTitle || !/\p{Letter}/u.test(text) || isSentence(text)) return null
  if (/[,;]$/.test(text) || findDateline(text) || readHeadLine(text)) return null
  const longest = Math.max(...following.map(next => (next.kind === 'paragraph' ? next.lines.join(' ').length : 0)))
  if (longest < text.length) return null
  const isShort = text.length <= 130
  return guessOf(text, isShort ? 0.9 : 0.75, `The first line${isShort ? ', short and' : ''} without a full stop`)
}

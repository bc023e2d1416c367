// Owns the question whether the first line of a text only names a section above the title. Chooses no title.
import { textOfBlock, type TextBlock } from '../blocks'
import { sectionNames } from '../words/sections'
import { findDateline } from './dateline'
import { readHeadLine } from './headLine'

const longestDeck = 200
const endsSentence = /[.!?…:;,]["”’»)]*$/

function isTitleLike(block: TextBlock | undefined): boolean {
  const text = textOfBlock(block)
  return (
    text.split(/\s+/).length >= 4 &&
    text.length <= 220 &&
    !/[.,;:]$/.test(text) &&
    readHeadLine(text) === null &&
    !findDateline(text)
  )
}

/** Whether what stands at `index` belongs to a text's head: a line of facts, a paragraph with a dateline, or a deck above either. */
function isHead(blocks: readonly TextBlock[], index: number, mayBeDeck: boolean): boolean {
  const block = blocks[index]
  const text = textOfBlock(block)
  if (block?.kind !== 'paragraph') return false
  if (findDateline(text) || block.lines.every(line => readHeadLine(line) !== null)) return true
  return mayBeDeck && text.length <= longestDeck && isHead(blocks, index + 1, false)
}

/**
 * The section that the first line names, with the title on the line below, or null. A known section needs no more; any
 * other single word is one only where the title is followed by what follows titles.
 */
export function findKicker(blocks: readonly TextBlock[]): string | null {
  const text = textOfBlock(blocks[0])
  const words = text.split(/\s+/).length
  if (text === '' || words > 3 || text.length > 30 || endsSentence.test(text) || !isTitleLike(blocks[1])) return null
  if (sectionNames.has(text.toLowerCase())) return text
  return words === 1 && /^\p{Lu}[\p{L}-]{3,}$/u.test(text) && isHead(blocks, 2, true) ? text : null
}

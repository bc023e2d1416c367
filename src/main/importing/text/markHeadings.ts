// Owns where headings are looked for among a text's blocks. Recognises none itself.
import { textOfBlock, type TextBlock } from './blocks'
import { isHeading } from './rules/heading'

/** A list beside a heading is as good as a paragraph: this stands for one, in the length that makes it full. */
const listAsProse = `${'-'.repeat(200)}.`

/** The blocks with their sure headings marked as such. */
export function markHeadings(blocks: readonly TextBlock[]): TextBlock[] {
  const neighbour = (from: number, step: 1 | -1): TextBlock | undefined => {
    let index = from + step
    while (blocks[index]?.kind === 'related') index += step
    return blocks[index]
  }
  const proseOf = (block: TextBlock | undefined): string | undefined => {
    if (block?.kind === 'list') return listAsProse
    return block?.kind === 'paragraph' ? textOfBlock(block) : undefined
  }
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph' || block.lines.length !== 1) return block
    const [previous, next] = [neighbour(index, -1), neighbour(index, 1)]
    const isBetweenLists = previous?.kind === 'list' && next?.kind === 'list'
    const text = textOfBlock(block)
    return !isBetweenLists && isHeading(text, proseOf(previous), proseOf(next))
      ? { kind: 'heading', text, level: 2 }
      : block
  })
}

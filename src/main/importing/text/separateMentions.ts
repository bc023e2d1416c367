// Owns the place of read-also lines in plain text: each becomes a block of its own. Recognises none itself.
import { textOfBlock, type TextBlock } from './blocks'
import { findRelatedInside, findRelatedLine, isRelatedHeading } from './rules/relatedMention'

/** A block below a heading such as `Baca juga:` is a title only up to this length, in UTF-16 code units. */
const longestTitle = 200

/** Turns lines that lead to other articles into blocks of their own, wherever they stand. */
export function separateMentions(blocks: readonly TextBlock[]): TextBlock[] {
  const separated: TextBlock[] = []
  let isBelowHeading = false
  for (const block of blocks) {
    const text = textOfBlock(block)
    if (isBelowHeading && block.kind === 'list') for (const item of block.items) separated.push(toMention(item))
    else if (isBelowHeading && text.length > 0 && text.length <= longestTitle && !text.endsWith('.'))
      separated.push(toMention(text))
    else if (block.kind === 'list' && block.items.every(item => findRelatedLine(item))) {
      for (const item of block.items) separated.push(toMention(item))
    } else for (const part of separateOne(block)) separated.push(part)
    isBelowHeading = isRelatedHeading(text)
    if (isBelowHeading) separated.pop()
  }
  return separated
}

function toMention(text: string): TextBlock {
  return { kind: 'related', text: findRelatedLine(text) ?? text }
}

function separateOne(block: TextBlock): TextBlock[] {
  if (block.kind !== 'paragraph') return [block]
  const own = block.lines.map(line => findRelatedLine(line))
  if (own.some(title => title !== null)) {
    return block.lines.map((line, index) => {
      const title = own[index]
      return title ? { kind: 'related', text: title } : { kind: 'paragraph', lines: [line] }
    })
  }
  const inside = findRelatedInside(block.lines.join(' '))
  if (!inside) return [block]
  return [
    { kind: 'paragraph', lines: [inside.paragraph.trim()] },
    { kind: 'related', text: inside.title }
  ]
}

// Owns the markup that plain text becomes. Reads no structure.
import { assertNever } from '@shared/errors'
import { escapeMarkup } from '../markup/escape'
import type { TextBlock } from './blocks'

function renderBlock(block: TextBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${block.lines.map(escapeMarkup).join('<br>')}</p>`
    case 'heading':
      return `<h${block.level}>${escapeMarkup(block.text)}</h${block.level}>`
    case 'list': {
      const name = block.isOrdered ? 'ol' : 'ul'
      return `<${name}>${block.items.map(item => `<li>${escapeMarkup(item)}</li>`).join('')}</${name}>`
    }
    case 'related':
      return `<aside class="related-mention">${escapeMarkup(block.text)}</aside>`
    default:
      return assertNever(block, 'block')
  }
}

/** The markup of a text's blocks. */
export function renderBlocks(blocks: readonly TextBlock[]): string {
  return blocks.map(renderBlock).join('')
}

// Owns the markup of a letter in plain text: paragraphs, quotations, the signature. Decodes nothing.
import { escapeMarkup } from '../../markup/escape'
import { divideText } from '../../text/blocks'
import { renderBlocks } from '../../text/renderBlocks'
import { divideQuotes, type LineFormat } from './quotedLines'

const longestSignature = 30

interface Divided {
  readonly letter: readonly string[]
  readonly signature: readonly string[]
}

/** What stands below the last line of two hyphens and a space is the signature, unless it is too long for one. */
function takeSignature(lines: readonly string[]): Divided {
  const mark = lines.findLastIndex(line => line === '-- ')
  const signature = mark < 0 ? [] : lines.slice(mark + 1).filter(line => line.trim() !== '')
  const isSignature = mark > 0 && signature.length > 0 && signature.length <= longestSignature
  return isSignature ? { letter: lines.slice(0, mark), signature } : { letter: lines, signature: [] }
}

function renderSignature(lines: readonly string[]): string {
  if (lines.length === 0) return ''
  return `<hr><p><small>${lines.map(line => escapeMarkup(line.trim())).join('<br>')}</small></p>`
}

/** The markup of a letter. */
export function renderPlainLetter(text: string, format: LineFormat): string {
  const { letter, signature } = takeSignature(text.split(/\r\n?|\n/))
  const parts: string[] = []
  let open = 0
  for (const { depth, lines } of divideQuotes(letter, format)) {
    const markup = renderBlocks(divideText(lines.join('\n')))
    // An empty line between two quotations parts them no more than it parts two paragraphs.
    if (markup === '') continue
    parts.push(
      '</blockquote>'.repeat(Math.max(0, open - depth)),
      '<blockquote>'.repeat(Math.max(0, depth - open)),
      markup
    )
    open = depth
  }
  return `${parts.join('')}${'</blockquote>'.repeat(open)}${renderSignature(signature)}`
}

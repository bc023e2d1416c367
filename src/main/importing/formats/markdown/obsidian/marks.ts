// Owns the small marks of notes: `==highlights==`, `%%comments%%`, block ids. Source: https://help.obsidian.md/syntax
import type { MarkdownIt } from 'markdown-it'

const highlight = /==(?=[^\s=])(?:[^=\n]|=(?!=))*[^\s=]==(?!=)/y
const comment = /%%[\s\S]*?%%/y
const blockId = /\^[A-Za-z0-9-]+(?=[ \t]*(?:\n|$))/y

function highlightPlugin(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'highlight', (state, isSilent) => {
    highlight.lastIndex = state.pos
    const found = highlight.exec(state.src)
    if (!found || highlight.lastIndex > state.posMax) return false
    const end = highlight.lastIndex
    if (!isSilent) {
      const { posMax } = state
      state.push('mark_open', 'mark', 1)
      state.pos += 2
      state.posMax = end - 2
      state.md.inline.tokenize(state)
      state.posMax = posMax
      state.push('mark_close', 'mark', -1)
    }
    state.pos = end
    return true
  })
}

function commentPlugin(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'comment', state => {
    comment.lastIndex = state.pos
    if (!comment.test(state.src) || comment.lastIndex > state.posMax) return false
    state.pos = comment.lastIndex
    return true
  })
  markdown.block.ruler.before('fence', 'comment', (state, startLine, endLine, isSilent) => {
    const lineAt = (line: number): string =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
    if (!/^%%(?!.*%%)/.test(lineAt(startLine))) return false
    // One that does not end is not looked through again from each line below it.
    if (state.env['commentsEndBefore'] === endLine) return false
    for (let line = startLine + 1; line < endLine; line++) {
      if (!lineAt(line).trimEnd().endsWith('%%')) continue
      if (!isSilent) state.line = line + 1
      return true
    }
    state.env['commentsEndBefore'] = endLine
    return false
  })
}

/** Ids that other notes link to, at the end of a line. */
function blockIdPlugin(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'block-id', state => {
    if (state.pos > 0 && !/\s/.test(state.src.charAt(state.pos - 1))) return false
    blockId.lastIndex = state.pos
    if (!blockId.test(state.src)) return false
    state.pos = blockId.lastIndex
    return true
  })
}

/** Highlights become `mark`; comments and block ids are no part of the text. */
export function marksPlugin(markdown: MarkdownIt): void {
  highlightPlugin(markdown)
  commentPlugin(markdown)
  blockIdPlugin(markdown)
}

// Owns formulas between dollar signs, kept as the TeX that they are. Source: https://pandoc.org/MANUAL.html, tex_math_dollars
import type { MarkdownIt } from 'markdown-it'
import { mathsClass } from '../../html/structures/maths'

/** No space inside the signs and no digit behind: `$5 and $10` are prices. */
const inline = /\$\$(?<display>(?:\\[\s\S]|[^$\\])+)\$\$|\$(?=[^\s$])(?<text>(?:\\.|[^$\\\n])*[^\s$\\])\$(?!\d)/y

/** Writes `$formula$`, and `$$formula$$` in lines of its own, as `code.maths`. */
export function mathsPlugin(markdown: MarkdownIt): void {
  const write = (teX: string): string =>
    `<code class="${mathsClass}">${markdown.utils.escapeHtml(teX.replace(/\s+/g, ' ').trim())}</code>`

  markdown.inline.ruler.before('escape', 'maths', (state, isSilent) => {
    inline.lastIndex = state.pos
    const found = inline.exec(state.src)
    if (!found || inline.lastIndex > state.posMax) return false
    if (!isSilent) state.push('maths', '', 0).content = found.groups?.['display'] ?? found.groups?.['text'] ?? ''
    state.pos = inline.lastIndex
    return true
  })
  markdown.renderer.rules['maths'] = (tokens, index) => write(tokens[index]?.content ?? '')

  markdown.block.ruler.before('fence', 'maths', (state, startLine, endLine, isSilent) => {
    const lineAt = (line: number): string =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
    if (lineAt(startLine).trim() !== '$$') return false
    for (let line = startLine + 1; line < endLine; line++) {
      if (lineAt(line).trim() !== '$$') continue
      if (isSilent) return true
      const formula = Array.from({ length: line - startLine - 1 }, (_, offset) => lineAt(startLine + 1 + offset))
      state.push('maths_block', '', 0).content = formula.join('\n')
      state.line = line + 1
      return true
    }
    return false
  })
  markdown.renderer.rules['maths_block'] = (tokens, index) => `<p>${write(tokens[index]?.content ?? '')}</p>\n`
}

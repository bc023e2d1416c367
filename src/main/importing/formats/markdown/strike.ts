// Owns struck words between single tildes, beside the double ones. Source: https://github.github.com/gfm/#strikethrough-extension-
import type { MarkdownIt } from 'markdown-it'

/** Not within words: `10~20` and `30~40` in one sentence are ranges. */
const struck = /(?<![\p{Letter}\p{Number}~])~(?!~)(?=\S)([^~\n]*[^~\s])~(?![\p{Letter}\p{Number}~])/uy

/** Writes `~word~` and `~~word~~` as deleted text. */
export function strikePlugin(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('strikethrough', 'single-strike', (state, isSilent) => {
    struck.lastIndex = state.pos
    const found = struck.exec(state.src)
    if (!found || struck.lastIndex > state.posMax) return false
    if (!isSilent) {
      const { posMax } = state
      state.push('s_open', 'del', 1)
      state.pos++
      state.posMax = struck.lastIndex - 1
      state.md.inline.tokenize(state)
      state.posMax = posMax
      state.push('s_close', 'del', -1)
    }
    state.pos += isSilent ? found[0].length : 1
    return true
  })
  markdown.renderer.rules['s_open'] = () => '<del>'
  markdown.renderer.rules['s_close'] = () => '</del>'
}

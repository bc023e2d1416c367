// Owns callouts: quotations that begin with `[!type] Title`. Source: https://help.obsidian.md/callouts, GitHub's alerts
import type { MarkdownIt } from 'markdown-it'
import { calloutClass, calloutTitleClass, toneOf } from '../../html/structures/callouts'

const mark =
  /^\[!(?<type>[\p{Letter}\p{Number}_ -]{1,40})(?:\|[^\]\n]*)?\](?<fold>[+-]?)[ \t]*(?<title>[^\n]*)(?:\n|$)/u

/** Writes callouts as `blockquote.callout` with their title, or their type, as the first line. Folded ones are open. */
export function calloutPlugin(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'callout', state => {
    for (let index = 0; index < state.tokens.length; index++) {
      const [quote, paragraph, inline, close] = state.tokens.slice(index, index + 4)
      if (quote?.type !== 'blockquote_open' || paragraph?.type !== 'paragraph_open' || !inline || !close) continue
      const found = mark.exec(inline.content)
      const { type = '', title = '' } = found?.groups ?? {}
      if (!found) continue
      quote.attrSet('class', `${calloutClass} callout-${toneOf(type)}`)
      const rest = inline.content.slice(found[0].length)
      const heading = new state.Token('inline', '', 0)
      heading.content = title.trim() || type.charAt(0).toUpperCase() + type.slice(1).toLowerCase()
      heading.children = []
      const open = new state.Token('paragraph_open', 'p', 1)
      open.attrSet('class', calloutTitleClass)
      const added = [open, heading, new state.Token('paragraph_close', 'p', -1)]
      inline.content = rest
      // The title takes the paragraph's place where nothing else was in it.
      state.tokens.splice(index + 1, rest.trim() === '' ? 3 : 0, ...added)
    }
  })
}

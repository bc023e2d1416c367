// Owns links between notes: `[[Note]]`, and embeds: `![[image.png]]`. Loads nothing. Source: https://help.obsidian.md/links
import type { MarkdownIt } from 'markdown-it'

const link = /(?<embed>!?)\[\[(?<target>[^[\]|\n]{1,500})(?:\\?\|(?<alias>[^[\]\n]{0,500}))?\]\]/y
const imageName = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i
const imageSize = /^(\d{1,5})(?:x(\d{1,5}))?$/

/** What a link to a note says: its alias, or the note and the heading. A block's id says nothing. */
function textOf(target: string, alias: string | undefined): string {
  if (alias?.trim()) return alias.trim()
  const [note = '', ...headings] = target.split('#').map(part => part.trim())
  return [note, ...headings.filter(heading => !heading.startsWith('^'))].filter(part => part !== '').join(' › ')
}

const baseName = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')

/** Writes links to notes as their text; one alone in its paragraph is a mention. Embedded images are images. */
export function wikiLinkPlugin(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'wiki-link', (state, isSilent) => {
    link.lastIndex = state.pos
    const found = link.exec(state.src)
    const { embed = '', target = '', alias } = found?.groups ?? {}
    if (!found || target.trim() === '') return false
    // Two pairs of brackets may also be a link of CommonMark in a pair of brackets.
    const references = state.env['references'] as Readonly<Record<string, unknown>> | undefined
    if (references?.[state.md.utils.normalizeReference(target)]) return false
    if (!isSilent && embed === '!' && imageName.test(target.trim())) {
      const [, width, height] = imageSize.exec(alias?.trim() ?? '') ?? []
      const token = state.push('image', 'img', 0)
      token.attrs = [
        ['src', encodeURI(target.trim())],
        ['alt', ''],
        ...(width ? [['width', width] as [string, string]] : []),
        ...(height ? [['height', height] as [string, string]] : [])
      ]
      token.children = []
      token.content = width ? baseName(target) : (alias ?? baseName(target))
      state.md.inline.parse(token.content, state.md, state.env, token.children)
    } else if (!isSilent) {
      const token = state.push('wiki_link', '', 0)
      token.content = textOf(target, alias)
    }
    state.pos = link.lastIndex
    return true
  })
  markdown.renderer.rules['wiki_link'] = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '')

  markdown.core.ruler.after('inline', 'wiki-mention', state => {
    for (let index = 1; index < state.tokens.length; index++) {
      const [open, inline, close] = state.tokens.slice(index - 1, index + 2)
      const [only, ...others] = inline?.children ?? []
      if (open?.type !== 'paragraph_open' || !close || only?.type !== 'wiki_link' || others.length > 0) continue
      if (open.hidden) continue
      open.tag = close.tag = 'aside'
      open.attrSet('class', 'related-mention')
    }
  })
}

// Owns the rendering of Markdown to markup: the only importer of markdown-it. What it renders is not yet safe.
import MarkdownIt from 'markdown-it'
import footnotePlugin from 'markdown-it-footnote'
import { webAddressPlugin } from './bareAddresses'
import { calloutPlugin } from './obsidian/callouts'
import { marksPlugin } from './obsidian/marks'
import { mathsPlugin } from './obsidian/maths'
import { wikiLinkPlugin } from './obsidian/wikiLinks'
import { strikePlugin } from './strike'
import { taskListPlugin } from './taskList'

// Unsafe addresses are left to the sanitiser, which drops them: markdown-it would show their markup as text instead.
const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false })
markdown.validateLink = () => true
// Words with a full stop are no addresses; `www.` and mail addresses are.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false })
markdown.use(webAddressPlugin)
markdown.use(footnotePlugin).use(taskListPlugin).use(strikePlugin)
markdown.use(wikiLinkPlugin).use(calloutPlugin).use(marksPlugin).use(mathsPlugin)
markdown.renderer.rules['footnote_block_open'] = () => '<section class="footnotes"><ol>'

/** The markup of a CommonMark text with tables, strikethrough, footnotes, task items and bare addresses. */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}

// Owns bare addresses that begin with `www.`. Source: https://github.github.com/gfm/#autolinks-extension-
import type { MarkdownIt } from 'markdown-it'

const address = /^[\w-]+(?:\.[\w-]+)*\.[a-z0-9-]*[a-z0-9](?:[/?#:][^\s<]*)?/i

/** Without what ends the sentence: punctuation, a bracket that was opened before the address, an entity. */
function withoutEnd(text: string): string {
  let rest = text
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(/[?!.,:*_~'"]+$/, '').replace(/&[a-z0-9]+;$/i, '')
    const isOpen = (rest.match(/\)/g)?.length ?? 0) > (rest.match(/\(/g)?.length ?? 0)
    if (isOpen && rest.endsWith(')')) rest = rest.slice(0, -1)
  }
  return rest
}

/** Links `www.example.org/page` to its address. */
export function webAddressPlugin(markdown: MarkdownIt): void {
  markdown.linkify.add('www.', {
    validate: (text: string, position: number) => {
      const [found = ''] = address.exec(text.slice(position)) ?? []
      return withoutEnd(found).length
    },
    normalize: match => {
      match.url = `http://${match.url}`
    }
  })
}

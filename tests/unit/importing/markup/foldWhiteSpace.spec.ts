import { array, assert, constantFrom, oneof, property } from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import { collectText, type TextTreeNode } from '@shared/text/articleText'
import { finishMarkup } from '../../../../src/main/importing/markup/finishMarkup'

const finish = (html: string): { html: string; text: string } => {
  const { html: finished, text } = finishMarkup(html)
  return { html: finished, text }
}

/** The text of stored markup as another program gets it: parsed by plain parse5, without anything of ours but the rule. */
function textInBrowser(html: string): string {
  const view = (node: DefaultTreeAdapterTypes.Node): TextTreeNode => ({
    nodeType: node.nodeName === '#text' ? 3 : 'tagName' in node ? 1 : 11,
    ...('tagName' in node && { localName: node.tagName }),
    ...('value' in node && { data: node.value }),
    childNodes: 'childNodes' in node ? node.childNodes.map(view) : []
  })
  return collectText(view(parseFragment(html))).text
}

describe('foldWhiteSpace', () => {
  it.each([
    ['<p>  a \n\t b  </p>\n\n<p>c</p>', '<p>a b</p><p>c</p>', 'a b\nc\n'],
    ['<p>a <b> b </b> c</p>', '<p>a <b>b </b>c</p>', 'a b c\n'],
    ['<p>a<br> b <br>c</p>', '<p>a<br>b<br>c</p>', 'a\nb\nc\n'],
    ['<p>a <em> </em></p>', '<p>a<em></em></p>', 'a\n'],
    ['<ul>\n <li>a</li>\n <li>b </li>\n</ul>', '<ul><li>a</li><li>b</li></ul>', 'a\nb\n'],
    ['<pre>\n\n  a\n\n b  \n</pre>', '<pre>  a\n\n b  </pre>', '  a\n\n b  \n'],
    ['<p>a&nbsp; b</p>', '<p>a&nbsp; b</p>', 'a\u00A0 b\n'],
    ['a <div> b </div> c', 'a<div>b</div>c', 'a\nb\nc']
  ])('folds %j', (given, html, text) => {
    expect(finish(given)).toEqual({ html, text })
  })

  const names = [
    'p',
    'div',
    'b',
    'em',
    'a',
    'ul',
    'li',
    'pre',
    'table',
    'tr',
    'td',
    'h2',
    'blockquote',
    'br',
    'ruby',
    'rt'
  ]
  const piece = oneof(
    constantFrom(' ', '\n', '\t', '\r\n', '&nbsp;', '&#13;', '  x  ', 'kata', '&amp;', '&lt;', 'ب', '漢字'),
    constantFrom(...names).chain(name => constantFrom(`<${name}>`, `</${name}>`)),
    constantFrom(
      '<table><p>',
      '<svg><p>',
      '<!-- c -->',
      '<a href="#x">',
      '<textarea>',
      '<select><option>',
      '<plaintext>'
    )
  )

  it('gives markup whose text, taken by a browser, is the stored text', () => {
    assert(
      property(array(piece, { maxLength: 40 }), pieces => {
        const { html, text } = finish(pieces.join(''))
        expect(textInBrowser(html)).toBe(text)
      }),
      { numRuns: 400 }
    )
  })

  it('leaves folded markup as it is', () => {
    assert(
      property(array(piece, { maxLength: 30 }), pieces => {
        const once = finish(pieces.join(''))
        expect(finish(once.html)).toEqual(once)
      }),
      { numRuns: 200 }
    )
  })

  it('folds more paragraphs than the stack holds arguments', () => {
    expect(finish(`<div>${'<p>a</p>'.repeat(150_000)}</div>`).text.length).toBe(300_000)
  }, 60_000)
})

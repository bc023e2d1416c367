import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import { finishMarkup } from '../../../../src/main/importing/markup/finishMarkup'
import { sanitise } from '../../../../src/main/importing/markup/sanitise'
import { describeMaterial, parse } from '../support'

const sha256 = 'ab'.repeat(32)

/** What of a parsed fragment could run, load or submit something; empty for safe markup. */
function dangersOf(html: string): string[] {
  const dangers: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (
        /^(?:script|style|iframe|object|embed|form|input|link|meta|base|svg|math|video|audio|template)$/.test(
          node.tagName
        )
      ) {
        dangers.push(node.tagName)
      }
      for (const { name, value } of node.attrs) {
        const isAddress = name === 'href' || name === 'src'
        if (/^on|style|srcset|action|background/.test(name)) dangers.push(name)
        if (isAddress && !/^(?:https?:|mailto:|#article-|lontar-article:\/\/resource\/[0-9a-f]{64}$)/i.test(value))
          dangers.push(value)
        if (name === 'src' && !value.startsWith('lontar-article:')) dangers.push(value)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parseFragment(html))
  return dangers
}

describe('sanitise', () => {
  it.each([
    ['<script>alert(1)</script>text', 'text'],
    ['<p onclick="alert(1)" style="color:red" class="x">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="java\tscript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="//site.example/">a</a>', '<a>a</a>'],
    ['<a href="#top">a</a>', '<a>a</a>'],
    ['<p id="location">a</p>', '<p>a</p>'],
    ['<img src="https://site.example/pixel.png">', ''],
    ['<img src="lontar-article://resource/../library.db">', ''],
    ['<svg><style><img src=x onerror=alert(1)></style></svg>b', 'b'],
    ['<form action="/x"><input name="a"><button>Go</button></form>', 'Go'],
    ['<iframe src="https://site.example"></iframe>', '']
  ])('turns %j into %j', (given, expected) => {
    expect(sanitise(given)).toBe(expected)
  })

  it.each([
    '<a href="https://site.example/a?b=c">a</a>',
    '<a href="#article-fn1">1</a>',
    '<p id="article-fn1">note</p>',
    `<img src="lontar-article://resource/${sha256}" alt="a" width="3" height="4" />`,
    '<aside class="related-mention">a</aside>',
    '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
    '<ruby>漢<rt>かん</rt></ruby>',
    '<p dir="rtl" lang="ar">ا</p>'
  ])('keeps %j', markup => {
    expect(sanitise(markup)).toBe(markup)
  })
})

describeMaterial('attack strings from elsewhere', 'data', folder => {
  const purify = (
    JSON.parse(readFileSync(join(folder, 'sanitise-dompurify/payloads.json'), 'utf8')) as { payload: string }[]
  ).map(entry => entry.payload)
  const lines = readFileSync(join(folder, 'sanitise-payloads.txt'), 'utf8').split('\n')
  const payloads = [...purify, ...lines].filter(payload => payload.trim() !== '')

  it('leave nothing that could run, load or submit', () => {
    const survivors = payloads.filter(payload => dangersOf(finishMarkup(payload).html).length > 0)
    console.log(`attack strings: ${payloads.length - survivors.length} of ${payloads.length} made harmless`)
    expect(survivors).toEqual([])
  })

  it('leave nothing of it through the whole way of a page either', async () => {
    const page = `<article><p>Sebuah paragraf yang cukup panjang agar terpilih.</p>${payloads.slice(0, 200).join('<p>x</p>')}</article>`
    expect(dangersOf((await parse(page, 'page.html')).html)).toEqual([])
  })
})

describe('sanitise, of table cells', () => {
  it('keeps how a cell is aligned, whether an attribute or a style says so, and nothing else of the style', () => {
    const cells =
      '<td style="text-align:right;background:url(x)">1</td><th align="CENTER">2</th><td align="evil">3</td>'
    expect(sanitise(`<table><tr>${cells}</tr></table>`)).toBe(
      '<table><tr><td align="right">1</td><th align="center">2</th><td>3</td></tr></table>'
    )
  })
})

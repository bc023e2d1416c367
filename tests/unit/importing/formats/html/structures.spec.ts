import { describe, expect, it } from 'vitest'
import { parse } from '../../support'

const prose =
  '<p>The harbour was quiet that morning, and the boats, which had come back before dawn, lay side by side at the quay.</p>'
const page = (body: string): string =>
  `<!doctype html><title>Harbour</title><body><article>${prose.repeat(4)}${body}${prose.repeat(2)}</article></body>`
const htmlOf = async (body: string): Promise<string> => (await parse(page(body), 'a.html')).html
const textOf = async (body: string): Promise<string> => (await parse(page(body), 'a.html')).text

describe('listings', () => {
  it('lose the line numbers that stand in a cell of their own', async () => {
    const table =
      '<table><tr><td><pre><span>1</span>\n<span>2</span></pre></td><td><pre><code>let tide = 1\nlet ebb = 2</code></pre></td></tr></table>'
    expect(await htmlOf(table)).toContain('<pre><code>let tide = 1\nlet ebb = 2</code></pre>')
  })

  it('lose numbers that begin each row, and the button beside them', async () => {
    const row = (number: number, text: string): string => `<div><span>${number}</span><div>${text}</div></div>`
    const block = `<pre><button>Copy</button>${row(1, 'a = 1')}${row(2, 'b = 2')}</pre>`
    expect(await htmlOf(block)).toContain('<pre><code>a = 1\nb = 2</code></pre>')
  })

  it('keep numbers that are the code', async () => {
    expect(await htmlOf('<pre><code>1\n2\n3</code></pre>')).toContain('<pre><code>1\n2\n3</code></pre>')
  })
})

describe('formulas', () => {
  it('are kept as the TeX of their annotation, once', async () => {
    const formula =
      '<p>So <span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span> holds for all of the boats in the harbour.</p>'
    expect(await htmlOf(formula)).toContain('So <code class="maths">x^2</code> holds')
  })

  it('without TeX are written in a line', async () => {
    const formula =
      '<p>So <math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math> holds for all boats in the harbour.</p>'
    expect(await htmlOf(formula)).toContain('So <code class="maths">(a)/(b^2)</code> holds')
  })

  it('drawn by a service are kept as what its address says', async () => {
    const image =
      '<p>So <img src="https://maths.example/svg.image?%5Cfrac%7Ba%7D%7Bb%7D"> holds for all boats in it.</p>'
    expect(await htmlOf(image)).toContain('So <code class="maths">\\frac{a}{b}</code> holds')
  })

  it('leave an ordinary image alone', async () => {
    const image =
      '<p>A boat <img src="https://boats.example/b.png?size=2" alt="A boat"> in the harbour of the town.</p>'
    expect(await htmlOf(image)).toContain('class="missing-image">A boat</span>')
  })
})

describe('boxes', () => {
  it('are kept with their title in front', async () => {
    const box =
      '<aside class="admonition warning"><p class="admonition-title">Beware</p><p>The tide is strong here.</p></aside>'
    expect(await htmlOf(box)).toContain(
      '<blockquote class="callout callout-warning"><p class="callout-title">Beware</p><p>The tide is strong here.</p></blockquote>'
    )
  })
})

describe('footnotes', () => {
  it('stand apart from their word, with the notes as a list', async () => {
    const notes =
      '<p>A word<sup>1</sup> with a note, and a sentence behind it, as usual.</p><hr><p><sup>1</sup> The note.</p>'
    const html = await htmlOf(notes)
    expect([html.includes('A word<sup>[1]</sup>'), html.includes('<ol><li>The note.</li></ol>')]).toEqual([true, true])
  })

  it('are told from powers', async () => {
    expect(await textOf('<p>An area of 20 m<sup>2</sup> of quay, which is not much for so many boats.</p>')).toContain(
      '20 m2 of'
    )
  })

  it('keep their links', async () => {
    const notes =
      '<p>A word<sup><a id="r1" href="#n1">1</a></sup> with a note and more words behind it.</p><section class="footnotes"><ol><li id="n1">The note. <a href="#r1">↩</a></li></ol></section>'
    expect(await htmlOf(notes)).toMatch(
      /A word<sup><a href="#article-n1"[^>]*>\[1\]<\/a><\/sup>.*<li id="article-n1">The note\. ?<\/li>/s
    )
  })
})

describe('what is no article', () => {
  it('goes: shares, newsletters, related posts, contents', async () => {
    const clutter =
      '<div class="share-buttons"><a href="/s">Share this boat</a></div><div class="newsletter-box"><p>Sign up for our letters</p></div>' +
      '<ul><li><a href="#a">First part</a></li><li><a href="#b">Second part</a></li><li><a href="#c">Third part</a></li></ul>' +
      '<div><h3>Related posts</h3><a href="/1">Another boat</a><a href="/2">A third boat</a></div>'
    expect(await textOf(clutter)).not.toMatch(/Share this|Sign up|First part|Another boat/)
  })

  it('never takes the article with it', async () => {
    const { text } = await parse(
      `<body><div class="related-content"><article>${prose.repeat(5)}</article></div></body>`,
      'a.html'
    )
    expect(text.match(/harbour/g)).toHaveLength(5)
  })

  it('does not take read-also lines', async () => {
    const { relatedMentions } = await parse(
      page('<div class="related-posts"><p>Baca juga: <a href="/1">Perahu Kedua</a></p></div>'),
      'a.html'
    )
    expect(relatedMentions).toEqual(['Perahu Kedua'])
  })
})

describe('the whole page', () => {
  it('is read of a saved page too', async () => {
    const saved = '<title>Boats</title><body><p>One.</p><div class="related-posts"><p>Two.</p></div></body>'
    const mail = `MIME-Version: 1.0\nSnapshot-Content-Location: https://boats.example/\nContent-Type: multipart/related; boundary="edge"\n\n--edge\nContent-Type: text/html\n\n${saved}\n--edge--\n`
    expect((await parse(mail, 'a.mhtml', {}, { extraction: 'page' })).text).toBe('One.\nTwo.\n')
  })

  const readPage = async (html: string): Promise<{ readonly title: string; readonly text: string }> =>
    parse(html, 'a.html', {}, { extraction: 'page' })

  it('comes through complete, without navigation, forms and what is hidden', async () => {
    const html = `<title>Boats</title><nav>Menu</nav><div id="readability-page-1"><h2>Boats</h2><p>One.</p><ul class="related-posts"><li>Two.</li></ul><p style="display:none">Three.</p><form>Four</form></div>`
    expect(await readPage(html)).toMatchObject({ title: 'Boats', text: 'One.\nTwo.\n' })
  })
})

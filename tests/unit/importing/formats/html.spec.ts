import { describe, expect, it } from 'vitest'
import { parse } from '../support'

const prose =
  '<p>Sebuah paragraf yang cukup panjang, dengan beberapa koma, agar jelas bahwa inilah artikelnya dan bukan menu.</p>'
const page = (head: string, body = prose.repeat(6)): string =>
  `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`

describe('the HTML importer', () => {
  it('does not take the beginning of the text for a deck', async () => {
    const head =
      '<title>Judul</title><meta name="description" content="Sebuah paragraf yang cukup panjang, dengan beberapa koma, agar…">'
    expect((await parse(page(head), 'a.html')).deck).toBeNull()
  })

  it('goes on after broken JSON-LD', async () => {
    const head =
      '<title>Judul</title><script type="application/ld+json">{"@type": NewsArticle</script><meta name="author" content="Ratna Dewi">'
    expect((await parse(page(head), 'a.html')).byline).toBe('Ratna Dewi')
  })

  it('cuts the outlet off the title', async () => {
    const head = '<title>Judul Artikel Ini | Kabar Hilir</title><meta property="og:site_name" content="Kabar Hilir">'
    expect((await parse(page(head), 'a.html')).title).toBe('Judul Artikel Ini')
  })

  it('keeps the offset of the stated time', async () => {
    const head = '<meta property="article:published_time" content="2024-03-05T23:10:00+0900">'
    const { publishedAt, inferred } = await parse(page(head), 'a.html')
    expect([publishedAt, inferred.publishedAt]).toEqual(['2024-03-05T23:10:00+09:00', undefined])
  })

  it('guesses a date from the text where none is stated, and says so', async () => {
    const body = `<p>Jembatan itu dibuka kembali, kata kepala dinas, Minggu (27/2/2022).</p>${prose.repeat(5)}`
    const { publishedAt, inferred } = await parse(page('<title>Judul</title>', body), 'a.html')
    expect([publishedAt, inferred.publishedAt?.value]).toEqual(['2022-02-27', '2022-02-27'])
  })

  it('makes links absolute and drops those that lead nowhere', async () => {
    const body = `${prose.repeat(5)}<p><a href="/b">satu</a> <a href="#tidak-ada">dua</a> <a href="file:///etc/passwd">tiga</a></p>`
    const { html } = await parse(page('<link rel="canonical" href="https://situs.example/a/">', body), 'a.html')
    expect(html.slice(html.lastIndexOf('<p>'))).toBe('<p><a href="https://situs.example/b">satu</a> dua tiga</p>')
  })

  it('resolves no link where the page has no address', async () => {
    const { html } = await parse(page('', `${prose.repeat(5)}<p><a href="b.html">satu</a></p>`), 'a.html')
    expect(html).not.toContain('href')
  })

  it('keeps how cells are aligned, whoever says so: the cell, its style, its row', async () => {
    const cells = '<td align="right">12</td><td style="color:red; text-align: center">13</td><td>14</td>'
    const rows = `<tr><th>A</th><th>B</th><th>C</th></tr><tr align="right">${cells}</tr>`
    const body = `${prose.repeat(5)}<table><tbody>${rows}</tbody></table>${prose}`
    const { html } = await parse(page('', body), 'a.html')
    expect(html).toContain('<td align="right">12</td><td align="center">13</td><td align="right">14</td>')
  })

  it('keeps how cells are aligned on a page too short to be extracted', async () => {
    const { html } = await parse('<table><tr><td>a</td></tr><tr align="right"><td>1</td></tr></table>', 'a.html')
    expect(html).toContain('<td align="right">1</td>')
  })

  it('makes read-also lists asides', async () => {
    const body = `${prose.repeat(3)}<p><strong>Baca juga:</strong></p><ul><li><a href="/1">Satu Judul</a></li><li><a href="/2">Dua Judul</a></li></ul>${prose.repeat(3)}`
    const { relatedMentions, text } = await parse(page('', body), 'a.html')
    expect([relatedMentions, text.includes('Baca juga')]).toEqual([['Satu Judul', 'Dua Judul'], false])
  })

  it('shows a lazy remote image as missing, with its address', async () => {
    const body = `${prose.repeat(5)}<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://situs.example/a.jpg" alt="Sungai"></p>`
    const { html, removed, resources } = await parse(page('', body), 'a.html')
    expect([
      html.includes('<span title="https://situs.example/a.jpg" class="missing-image">Sungai</span>'),
      removed.remoteImages,
      resources
    ]).toEqual([true, 1, []])
  })

  it('drops tracking pixels and counts them', async () => {
    const body = `${prose.repeat(5)}<p>Akhir.<img src="https://lacak.example/p.gif" width="1" height="1"></p>`
    const { html, removed } = await parse(page('', body), 'a.html')
    expect([html.includes('missing-image'), removed.remoteImages, removed.trackers]).toEqual([false, 0, 1])
  })

  it('counts what it took out', async () => {
    const body = `${prose.repeat(5)}<script>1</script><script type="application/json">{}</script><iframe></iframe><form></form><p onclick="a" onload="b">x</p>`
    expect((await parse(page('', body), 'a.html')).removed).toEqual({
      scripts: 1,
      frames: 1,
      forms: 1,
      remoteImages: 0,
      eventHandlers: 2,
      trackers: 0
    })
  })

  it('reads a page without head or body', async () => {
    expect((await parse('<title>Judul</title><p>Hanya satu paragraf.', 'a.html')).text).toBe('Hanya satu paragraf.\n')
  })

  it('gives headings with their places in the text', async () => {
    const { outline, text } = await parse(
      page('<title>Judul</title>', `${prose}<h2>Bagian satu</h2>${prose.repeat(5)}`),
      'a.html'
    )
    expect(outline.map(entry => [entry.level, text.slice(entry.offset, entry.offset + entry.text.length)])).toEqual([
      [2, 'Bagian satu']
    ])
  })
})

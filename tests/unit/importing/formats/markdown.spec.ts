import { describe, expect, it } from 'vitest'
import { parse } from '../support'

describe('the Markdown importer', () => {
  it('takes a rule at the beginning for a rule and not for front matter', async () => {
    const { html, warnings } = await parse('---\n\nIsi pertama.\n\n---\n\nIsi kedua.', 'a.md')
    expect([html, warnings]).toEqual(['<hr><p>Isi pertama.</p><hr><p>Isi kedua.</p>', []])
  })

  it('ignores keys that it does not know', async () => {
    const { title, tags } = await parse('---\ntitle: Judul\nlayout: post\nweights: {a: 1}\n---\nIsi.', 'a.md')
    expect([title, tags]).toEqual(['Judul', []])
  })

  it('reads a date that YAML would make a number or a time', async () => {
    expect(await parse('---\ntitle: 2024\ndate: 2024-03-05 10:00:00 +0700\n---\nIsi.', 'a.md')).toMatchObject({
      title: '2024',
      publishedAt: '2024-03-05T10:00:00+07:00'
    })
  })

  it('takes a name as source for the publisher and an address for the address', async () => {
    expect(await parse('---\nsource: Kabar Hilir\n---\nIsi.', 'a.md')).toMatchObject({
      siteName: 'Kabar Hilir',
      url: null
    })
    expect(await parse('---\nsource: https://a.example/\n---\nIsi.', 'a.md')).toMatchObject({
      siteName: null,
      url: 'https://a.example/'
    })
  })

  it('keeps a first heading that is not the stated title', async () => {
    const { title, html } = await parse('---\ntitle: Judul\n---\n# Lain\n\nIsi.', 'a.md')
    expect([title, html]).toEqual(['Judul', '<h1>Lain</h1><p>Isi.</p>'])
  })

  it('leads footnotes there and back', async () => {
    const { html } = await parse('Satu[^a].\n\n[^a]: Catatan.', 'a.md')
    expect(html).toBe(
      '<p>Satu<sup><a id="article-fnref1" href="#article-fn1">[1]</a></sup>.</p>' +
        '<section class="footnotes"><ol><li id="article-fn1"><p>Catatan. <a href="#article-fnref1">↩︎</a></p></li></ol></section>'
    )
  })

  it('links bare addresses but not words with full stops', async () => {
    const { html } = await parse('Lihat https://a.example/b dan berkas.txt.', 'a.md')
    expect(html).toBe('<p>Lihat <a href="https://a.example/b">https://a.example/b</a> dan berkas.txt.</p>')
  })

  it('links addresses that begin with www, and mail addresses, without what ends the sentence', async () => {
    const { html } = await parse('Lihat (www.a.example/b), atau surati redaksi@a.example.', 'a.md')
    expect(html).toBe(
      '<p>Lihat (<a href="http://www.a.example/b">www.a.example/b</a>), atau surati ' +
        '<a href="mailto:redaksi@a.example">redaksi@a.example</a>.</p>'
    )
  })

  it('strikes words between one tilde or two, and no ranges', async () => {
    const { html } = await parse('~~Satu~~ dan ~dua *kata*~, dari 10~20 sampai 30~40.', 'a.md')
    expect(html).toBe('<p><del>Satu</del> dan <del>dua <em>kata</em></del>, dari 10~20 sampai 30~40.</p>')
  })
})

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outcome, parse } from './support'

const hostile = (name: string): Buffer => readFileSync(resolve('tests/fixtures/hostile', name))

describe('hostile files', { timeout: 60_000 }, () => {
  it('refuses an empty file', async () => {
    expect(await outcome(parse(''))).toBe('file_empty')
  })

  it('refuses a file of white space', async () => {
    expect(await outcome(parse(' \n\t\r\n \u00A0'))).toBe('file_empty')
  })

  it('refuses text with zero bytes', async () => {
    expect(await outcome(parse('Sebuah teks\0\0\0\x01\x02 dengan isi biner\0'))).toBe('file_binary')
  })

  it('refuses control characters without a zero byte', async () => {
    expect(await outcome(parse(Uint8Array.from({ length: 4_000 }, (_, index) => (index % 7) + 1)))).toBe('file_binary')
  })

  it('says that a ZIP archive named .txt is no article', async () => {
    await expect(parse(hostile('archive.txt'))).rejects.toMatchObject({
      code: 'file_unsupported',
      message: 'The file is not one article'
    })
  })

  it('says that a PDF document named .html is damaged', async () => {
    expect(await outcome(parse('%PDF-1.7\n1 0 obj', 'page.html'))).toBe('file_damaged')
  })

  it('refuses five megabytes without a space', async () => {
    expect(await outcome(parse('x'.repeat(5_000_000)))).toBe('text_line_too_long')
  })

  it('refuses an endless line behind ordinary text', async () => {
    expect(await outcome(parse(`Judul\n\nIsi biasa.\n${'y'.repeat(1_100_000)}`))).toBe('text_line_too_long')
  })

  it('reads five megabytes on one line where it has spaces', async () => {
    const { wordCount } = await parse('kata dan '.repeat(560_000))
    expect(wordCount).toBe(1_120_000)
  })

  it('reads forty thousand lines that each begin with a date', async () => {
    const line = '2024-03-05 10:15:00 seorang pekerja menyelesaikan tugasnya lalu menunggu tugas lain'
    const article = await parse(`${line}\n`.repeat(40_000))
    expect(article.inferred.publishedAt?.value).toBe('2024-03-05')
  })

  it('reads three hundred thousand short lines', async () => {
    expect((await parse('Satu baris\n'.repeat(300_000))).wordCount).toBeGreaterThan(599_990)
  })

  it.each(['lines.txt', 'lines.md'])('refuses five million short lines in %s', async name => {
    expect(await outcome(parse('a\n'.repeat(5_000_000), name))).toBe('file_too_large')
  })

  it.each(['long.txt', 'long.md'])('refuses more than ten million characters in %s', async name => {
    await expect(parse('kata dan '.repeat(1_200_000), name)).rejects.toMatchObject({
      code: 'file_too_large',
      message: 'The text has 10.8 million characters, more than 10.0 million'
    })
  })

  it('refuses more bytes than the limit', async () => {
    expect(await outcome(parse('a b c d e f', 'a.txt', { inputBytes: 10 }))).toBe('file_too_large')
  })

  it('keeps the text of a page that is a hundred thousand elements deep', async () => {
    const article = await parse(`<!doctype html><body>${'<div>'.repeat(100_000)}Paling dalam`, 'deep.html')
    expect(article.text).toContain('Paling dalam')
  })

  it('keeps the text of a page with a hundred thousand open formatting elements', async () => {
    const article = await parse(
      `<!doctype html><body><p>${'<b>'.repeat(2_000)}tebal</p>${'<i>'.repeat(2_000)}miring`,
      'b.html'
    )
    expect(article.text).toContain('miring')
  })

  it('refuses a page with more elements than the limit while it is being parsed', async () => {
    expect(await outcome(parse('<p>a</p>'.repeat(500_000), 'many.html'))).toBe('html_too_complex')
  })

  it('drops an attribute of several megabytes', async () => {
    const article = await parse(
      `<p title="${'z'.repeat(3_000_000)}">Isi halaman yang tetap dibaca.</p>`,
      'attribute.html'
    )
    expect(article.html).toBe('<p>Isi halaman yang tetap dibaca.</p>')
  })

  it('reads what follows <plaintext> as text', async () => {
    const article = await parse('<p>Sebelum.</p><plaintext><script>alert(1)</script>', 'plaintext.html')
    expect(article.html).not.toContain('<script')
  })

  it('finds no article in a frame set', async () => {
    const page = '<html><frameset cols="50%,50%"><frame src="a.html"><frame src="b.html"></frameset></html>'
    expect(await outcome(parse(page, 'frames.html'))).toBe('no_article_found')
  })

  it('finds no article in a page of scripts', async () => {
    expect(await outcome(parse('<html><script>document.write("x")</script></html>', 'app.html'))).toBe(
      'no_article_found'
    )
  })

  it('shows YAML whose aliases multiply as text, with a warning', async () => {
    const article = await parse(hostile('aliases.md'), 'aliases.md')
    expect(article.warnings.map(warning => warning.code)).toEqual(['front_matter_unreadable'])
  })

  it('renders fifty thousand nested Markdown marks', async () => {
    const article = await parse(`${'>'.repeat(50_000)} dalam\n\n${'['.repeat(50_000)}\n\nPenutup.`, 'nested.md')
    expect(article.text).toContain('Penutup.')
  })

  it('looks at thousands of comments in a row once', async () => {
    expect((await parse(`${'<!-- a -->'.repeat(5_000)}<p>Isi.</p><p>Lagi.</p>`, 'a.html')).text).toBe('Isi.\nLagi.\n')
    expect(await outcome(parse(`${'<!-- a -->'.repeat(5_000)} Hanya teks.`))).toMatch(/^read/)
  })

  it('looks at an image set of spaces once', async () => {
    const article = await parse(`<p>Isi.<img srcset="${' , '.repeat(100_000)}" src="a.png" alt="b"></p>`, 'a.html')
    expect(article.text).toBe('Isi.b\n')
  })

  it('looks at a front matter of spaces once', async () => {
    expect((await parse(`---\na${' '.repeat(90_000)}b\n---\nIsi.`, 'a.md')).text).toContain('Isi.')
  })

  it('survives a title that fills the file', async () => {
    const article = await parse(`# ${'panjang '.repeat(10_000)}\n\nIsi.`, 'title.md')
    expect(article.title.length).toBeLessThanOrEqual(2_000)
  })
})

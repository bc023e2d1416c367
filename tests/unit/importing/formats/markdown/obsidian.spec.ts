import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../../../src/main/importing/pipeline'
import { parse } from '../../support'

const htmlOf = async (text: string): Promise<string> => (await parse(text, 'a.md')).html
const picture = readFileSync(resolve('tests/fixtures/markdown/obsidian-note/attachments/peta kebun.png'))

/** Writes files into a new folder; a text is a note, `picture` an image. */
function writeVault(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-vault-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

async function imagesOf(folder: string, note: string): Promise<number> {
  const path = join(folder, note)
  const { resources } = await parseArticle({ fileName: 'note.md', path, bytes: readFileSync(path) })
  return resources.length
}

describe('links between notes', () => {
  it.each([
    ['[[Kopi]]', 'Kopi'],
    ['[[Kopi|minuman itu]]', 'minuman itu'],
    ['[[Kopi#Panen#Alat]]', 'Kopi › Panen › Alat'],
    ['[[#Panen]]', 'Panen'],
    ['[[Kopi#^a1]]', 'Kopi']
  ])('%s within a sentence reads %s', async (link, text) => {
    expect(await htmlOf(`Lihat ${link} nanti.`)).toBe(`<p>Lihat ${text} nanti.</p>`)
  })

  it('are mentions where they stand alone, in a paragraph or embedded, but not in a list', async () => {
    const { html, relatedMentions } = await parse('Isi.\n\n[[Kopi]]\n\n![[Teh]]\n\n- [[Gula]]', 'a.md')
    expect([relatedMentions, html.includes('<li>Gula</li>')]).toEqual([['Kopi', 'Teh'], true])
  })

  it('are code within code, and escaped', async () => {
    expect(await htmlOf('`[[Kopi]]` dan [[<b>Teh</b>]]')).toBe(
      '<p><code>[[Kopi]]</code> dan &lt;b&gt;Teh&lt;/b&gt;</p>'
    )
  })

  it('leave references of CommonMark alone', async () => {
    expect(await htmlOf('[[kopi]]\n\n[kopi]: https://a.example/')).toBe(
      '<p>[<a href="https://a.example/">kopi</a>]</p>'
    )
  })
})

describe('embedded images', () => {
  it.each([
    ['the folder beside the note', 'notes/attachments/a.png'],
    ['the folder of the vault', 'assets/a.png'],
    ['the vault itself', 'a.png']
  ])('are found in %s', async (_, place) => {
    const vault = writeVault({ '.obsidian/app.json': '{}', 'notes/note.md': 'Isi.\n\n![[a.png]]', [place]: picture })
    expect(await imagesOf(vault, 'notes/note.md')).toBe(1)
  })

  it('are not looked for above the note where no vault is', async () => {
    const folder = writeVault({ 'notes/note.md': 'Isi.\n\n![[a.png]]', 'a.png': picture })
    expect(await imagesOf(folder, 'notes/note.md')).toBe(0)
  })

  it('are not looked for outside the vault, neither above it nor through a link', async () => {
    const outside = writeVault({ 'a.png': picture })
    const folder = writeVault({
      'vault/.obsidian/app.json': '{}',
      'vault/note.md': 'Isi.\n\n![[a.png]]',
      'a.png': picture
    })
    symlinkSync(outside, join(folder, 'vault/attachments'))
    expect(await imagesOf(folder, 'vault/note.md')).toBe(0)
  })
})

describe('callouts', () => {
  it.each([
    ['> [!tip]+ Saran\n> Isi.', 'callout-tip', 'Saran'],
    ['> [!DANGER]\n> Isi.', 'callout-warning', 'Danger'],
    ['> [!quote] **Kata** orang\n> Isi.', 'callout-note', '<strong>Kata</strong> orang']
  ])('%j have a tone and a title', async (text, tone, title) => {
    expect(await htmlOf(text)).toBe(
      `<blockquote class="callout ${tone}"><p class="callout-title">${title}</p><p>Isi.</p></blockquote>`
    )
  })

  it('may hold callouts', async () => {
    expect(await htmlOf('> [!note] Luar\n> > [!tip] Dalam\n> > Isi.')).toBe(
      '<blockquote class="callout callout-note"><p class="callout-title">Luar</p>' +
        '<blockquote class="callout callout-tip"><p class="callout-title">Dalam</p><p>Isi.</p></blockquote></blockquote>'
    )
  })
})

describe('marks', () => {
  it.each([
    ['Satu ==dua *tiga*== empat', '<p>Satu <mark>dua <em>tiga</em></mark> empat</p>'],
    ['a == b dan b == c', '<p>a == b dan b == c</p>'],
    ['Satu %%dua%% tiga', '<p>Satu tiga</p>'],
    ['Satu\n\n%%\ndua\n\ntiga\n%%\n\nempat', '<p>Satu</p><p>empat</p>'],
    ['100%% dari hasil', '<p>100%% dari hasil</p>'],
    ['Satu dua. ^a1-b', '<p>Satu dua.</p>'],
    ['Harga $5 dan $10, $7', '<p>Harga $5 dan $10, $7</p>'],
    ['Luas $a_1 * b_2 * c$ saja', '<p>Luas <code class="maths">a_1 * b_2 * c</code> saja</p>'],
    ['Satu $$x^2$$ dua', '<p>Satu <code class="maths">x^2</code> dua</p>']
  ])('%j gives %s', async (text, html) => {
    expect(await htmlOf(text)).toBe(html)
  })

  it('that do not end are text, however many there are', async () => {
    const { text } = await parse('%%satu\n\n'.repeat(20_000), 'a.md')
    expect(text.match(/satu/g)).toHaveLength(20_000)
  })
})

// Owns a folder that holds one file of every kind that Lontar reads, from the fixtures, and exports in the shapes that services
// write.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'

const fixtures = resolve('tests/fixtures')

/** Each fixture and what its file is called in the folder. */
const articles: readonly (readonly [string, string])[] = [
  ['text/id-kompas-endash/source.txt', 'berita.txt'],
  ['markdown/heading-title-and-html/source.md', 'catatan.md'],
  ['html/news-page/source.html', 'sungai.html'],
  ['mhtml/chromium-snapshot/source.mhtml', 'tersimpan.mhtml'],
  ['email/newsletter-layout-tables/source.eml', 'surat.eml'],
  ['webarchive/binary-page/source.webarchive', 'arsip.webarchive'],
  ['epub/id-two-chapters/source.epub', 'buku.epub'],
  ['pdf/id-news/source.pdf', 'dokumen.pdf'],
  ['docx/id-news-with-table/source.docx', 'tabel.docx'],
  ['odt/en-report-with-notes/source.odt', 'laporan.odt'],
  ['rtf/id-letter-from-the-field/source.rtf', 'ladang.rtf']
]

const inArchive = 'Arsip: Judul Sebuah Berkas di Dalam Zip\n\nIsinya tetap dapat dibaca seperti berkas lain.\n'
const row = (name: string): string => `https://contoh.id/${name}`
const json = (value: unknown): string => JSON.stringify(value)

/** One export of each service, each with one entry. */
const exports: Readonly<Record<string, string>> = {
  'pocket.csv': `title,url,time_added,tags,status\nEntri dari Pocket yang lama,${row('pocket')},1688628695,a|b,unread\n`,
  'ril_export.html': `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href="${row('ril')}" time_added="1688628695" tags="">Entri dari halaman Pocket</a></li></ul></body></html>`,
  'instapaper.csv': `URL,Title,Selection,Folder,Timestamp\n${row('instapaper')},Entri dari Instapaper dulu,,Unread,1688628695\n`,
  'raindrop.csv': `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,Entri dari Raindrop juga,,,${row('raindrop')},Unsorted,,2024-01-01T00:00:00.000Z,,,false\n`,
  'reader.csv': `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nEntri dari Readwise Reader,${row('reader')},r1,[],2024-01-01 00:00:00+00:00,0,later,False\n`,
  '_matter_history.csv': `Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id\nEntri dari Matter dulu,,,${row('matter')},,1,True,False,False,0,2024-01-01 00:00:00,\n`,
  'pinboard.json': json([
    {
      href: row('pinboard'),
      description: 'Entri dari Pinboard itu',
      extended: '',
      time: '2024-01-01T00:00:00Z',
      toread: 'yes',
      tags: ''
    }
  ]),
  'karakeep.json': json({
    bookmarks: [
      {
        title: 'Entri dari Karakeep ini',
        content: { type: 'link', url: row('karakeep') },
        tags: [],
        createdAt: 1_700_000_000
      }
    ],
    lists: []
  }),
  'linkwarden.json': json({
    collections: [
      {
        name: 'Unorganized',
        links: [
          {
            id: 1,
            name: 'Entri dari Linkwarden ini',
            url: row('linkwarden'),
            tags: [],
            createdAt: '2024-01-01T00:00:00Z'
          }
        ]
      }
    ]
  }),
  'wallabag.json': json([
    {
      id: 1,
      title: 'Entri wallabag dengan teks',
      url: row('wallabag'),
      is_archived: 0,
      is_starred: 0,
      content: '<p>Teks lengkap dari wallabag ikut masuk bersama entrinya.</p>',
      created_at: '2024-01-01T00:00:00+0000',
      tags: []
    }
  ]),
  'bookmarks.html': `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p><DT><A HREF="${row('netscape')}" ADD_DATE="1688628695">Entri dari penanda peramban</A></DL><p>`
}

/** What an import of the folder must come to, where PDF files can be read and where they cannot. */
export const everyKindTotals = {
  imported: articles.length + 2,
  stub: Object.keys(exports).length - 1
}

/** Writes the folder and gives its path. */
export function writeEveryKind(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-every-'))
  for (const [from, name] of articles) {
    writeFileSync(join(folder, name), readFileSync(join(fixtures, from)))
  }
  // A page with the folder that a browser saves beside it: one article, not one and its images.
  cpSync(join(fixtures, 'html/news-page/source_files'), join(folder, 'sungai_files'), { recursive: true })
  const page = readFileSync(join(folder, 'sungai.html'), 'utf8').replaceAll('source_files', 'sungai_files')
  writeFileSync(join(folder, 'sungai.html'), page)
  mkdirSync(join(folder, 'ekspor'))
  for (const [name, text] of Object.entries(exports)) writeFileSync(join(folder, 'ekspor', name), text)
  writeFileSync(join(folder, 'kumpulan.zip'), zipSync({ 'dalam/arsip.txt': strToU8(inArchive) }))
  return folder
}

// What each service's export says, on small exports of our own in the shape that the service writes. Long because the services are many.
import { describe, expect, it } from 'vitest'
import type { ExportRecord } from '../../../../src/main/importing/exports/exportRecord'
import { defaultLimits } from '../../../../src/main/importing/limits'
import { parseFile } from '../../../../src/main/importing/pipeline'

async function read(fileName: string, content: string, limits = defaultLimits) {
  const parsed = await parseFile({ fileName, path: null, bytes: new TextEncoder().encode(content) }, limits)
  if (parsed.kind !== 'export') throw new Error(`Not taken for an export: ${parsed.kind}`)
  return parsed.export
}

/** The fields of a record that are not empty. */
function told(record: ExportRecord | undefined): Partial<ExportRecord> {
  const isEmpty = (value: unknown): boolean =>
    value === null || value === false || (Array.isArray(value) && value.length === 0)
  const entries = Object.entries(record ?? {}).filter(([name, value]) => name !== 'fields' && !isEmpty(value))
  return Object.fromEntries(entries)
}

const pocket2025 = [
  'title,url,time_added,tags,status',
  'Sawah mengering di Indramayu,https://contoh.id/sawah,1688628695,tani|jawa barat,unread',
  '"Judul dengan baris',
  'baru dan ""kutipan""",https://contoh.id/kutip,1688628696,,archive',
  'https://contoh.id/tanpa,https://contoh.id/tanpa,,,unread'
].join('\n')

describe('Pocket', () => {
  it('is read by its columns’ names, whatever their order', async () => {
    const { service, records } = await read('part_000000.csv', pocket2025)
    expect(service).toBe('pocket')
    expect(records.map(told)).toEqual([
      {
        key: 'https://contoh.id/sawah',
        url: 'https://contoh.id/sawah',
        title: 'Sawah mengering di Indramayu',
        savedAt: 1_688_628_695_000,
        tags: ['tani', 'jawa barat']
      },
      {
        key: 'https://contoh.id/kutip',
        url: 'https://contoh.id/kutip',
        title: 'Judul dengan baris\nbaru dan "kutipan"',
        savedAt: 1_688_628_696_000,
        isArchived: true,
        isRead: true
      },
      { key: 'https://contoh.id/tanpa', url: 'https://contoh.id/tanpa', title: 'https://contoh.id/tanpa' }
    ])
  })

  it('keeps columns that it does not know', async () => {
    const csv = 'status,cursor,url,title,time_added,tags\nunread,abc,https://contoh.id/a,Satu,1688628695,'
    const { records } = await read('pocket.csv', csv)
    expect(records[0]).toMatchObject({ url: 'https://contoh.id/a', fields: { cursor: 'abc', title: 'Satu' } })
  })

  it('is read from its page, though a list is closed twice', async () => {
    const page = [
      '<!DOCTYPE html><html><!--So long and thanks for all the fish--><head><title>Pocket Export</title></head><body>',
      '<h1>Unread</h1><ul><li><a href="https://contoh.id/a" time_added="1688628695" tags="satu,dua">A &amp; B</a></li></ul></ul>',
      '<h1>Read Archive</h1><ul><li><a href="https://contoh.id/b" time_added="1688628690" tags="">B</a></li></ul></body></html>'
    ].join('\n')
    const { service, records } = await read('ril_export.html', page)
    expect(service).toBe('pocket')
    expect(records.map(({ url, title, tags, isArchived }) => ({ url, title, tags, isArchived }))).toEqual([
      { url: 'https://contoh.id/a', title: 'A & B', tags: ['satu', 'dua'], isArchived: false },
      { url: 'https://contoh.id/b', title: 'B', tags: [], isArchived: true }
    ])
  })

  it('is read from what its interface answered', async () => {
    const answer = {
      status: 1,
      list: {
        '7': {
          item_id: '7',
          resolved_url: 'https://contoh.id/tujuh',
          resolved_title: 'Tujuh',
          favorite: '1',
          status: '1',
          time_added: '1600000000',
          tags: { laut: { item_id: '7' } },
          annotations: [{ quote: 'Ombak tujuh meter', created_at: '2020-01-02 03:04:05' }]
        },
        '8': { item_id: '8', status: '2', given_url: '' }
      }
    }
    const { records } = await read('pocket.json', JSON.stringify(answer))
    expect(records.map(told)).toEqual([
      {
        key: '7',
        url: 'https://contoh.id/tujuh',
        title: 'Tujuh',
        savedAt: 1_600_000_000_000,
        tags: ['laut'],
        isStarred: true,
        isArchived: true,
        isRead: true,
        highlights: [
          { quote: 'Ombak tujuh meter', note: null, tags: [], color: null, createdAt: Date.UTC(2020, 0, 2, 3, 4, 5) }
        ]
      }
    ])
  })
})

describe('Instapaper', () => {
  it.each([
    ['first', 'URL,Title,Selection,Folder', '', { savedAt: null, tags: ['Resep'] }],
    ['second', 'URL,Title,Selection,Folder,Timestamp', ',1700000000', { savedAt: 1_700_000_000_000, tags: ['Resep'] }],
    [
      'third',
      'URL,Title,Selection,Folder,Timestamp,Tags',
      ',1700000000,"[""dapur"",""malam hari""]"',
      { savedAt: 1_700_000_000_000, tags: ['Resep', 'dapur', 'malam hari'] }
    ]
  ])('is read in its %s generation', async (_name, header, rest, expected) => {
    const { service, records } = await read(
      'instapaper.csv',
      `${header}\nhttps://contoh.id/soto,Soto,Kuah bening,Resep${rest}\n`
    )
    expect({ service, ...records[0] }).toMatchObject({
      service: 'instapaper',
      title: 'Soto',
      deck: 'Kuah bening',
      ...expected
    })
  })

  it('turns its folders into states', async () => {
    const rows = ['Unread', 'Archive', 'Starred'].map(name => `https://contoh.id/${name},${name},,${name}`)
    const { records } = await read('instapaper.csv', ['URL,Title,Selection,Folder', ...rows].join('\n'))
    expect(records.map(({ isArchived, isStarred, tags }) => ({ isArchived, isStarred, tags }))).toEqual([
      { isArchived: false, isStarred: false, tags: [] },
      { isArchived: true, isStarred: false, tags: [] },
      { isArchived: false, isStarred: true, tags: [] }
    ])
  })
})

describe('tables of other services', () => {
  it('Raindrop: tags, folder, note, excerpt, star', async () => {
    const csv = [
      'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
      '12,Kopi,catatan saya,Tentang kopi,https://contoh.id/kopi,Minuman / Pagi,"a, b",2024-02-03T04:05:06.000Z,,,true',
      '13,Teh,,,https://contoh.id/teh,Unsorted,,2024-02-03T04:05:06.000Z,,Highlight:daun muda,false'
    ].join('\n')
    const { records } = await read('raindrop.csv', csv)
    expect(records.map(told)).toEqual([
      {
        key: '12',
        url: 'https://contoh.id/kopi',
        title: 'Kopi',
        deck: 'Tentang kopi',
        note: 'catatan saya',
        savedAt: Date.UTC(2024, 1, 3, 4, 5, 6),
        tags: ['a', 'b', 'Pagi'],
        isStarred: true
      },
      {
        key: '13',
        url: 'https://contoh.id/teh',
        title: 'Teh',
        savedAt: Date.UTC(2024, 1, 3, 4, 5, 6),
        highlights: [{ quote: 'daun muda', note: null, tags: [], color: null, createdAt: null }]
      }
    ])
  })

  it('Readwise Reader: tags as Python writes them, places, progress', async () => {
    const csv = [
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
      `Angin,https://contoh.id/angin,01x,"['a', 'it\\'s', ""b""]",2024-05-01 10:00:00+00:00,0.5,shortlist,True`,
      'Hujan,https://contoh.id/hujan,02x,[],2024-05-01 10:00:00+00:00,1,archive,True'
    ].join('\n')
    const { records } = await read('reader.csv', csv)
    expect(
      records.map(({ key, tags, savedAt, progress, isStarred, isArchived, isRead }) => ({
        key,
        tags,
        savedAt,
        progress,
        isStarred,
        isArchived,
        isRead
      }))
    ).toEqual([
      {
        key: '01x',
        tags: ['a', "it's", 'b'],
        savedAt: Date.UTC(2024, 4, 1, 10),
        progress: 0.5,
        isStarred: true,
        isArchived: false,
        isRead: false
      },
      {
        key: '02x',
        tags: [],
        savedAt: Date.UTC(2024, 4, 1, 10),
        progress: 1,
        isStarred: false,
        isArchived: true,
        isRead: true
      }
    ])
  })

  it('Readwise: highlights of one article come together', async () => {
    const csv = [
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags',
      '"Baris satu',
      'baris dua",Buku Laut,Sri,,catatan,yellow,"x,y",order,1,2024-05-01 10:00:00+00:00,"laut, air"',
      'Kalimat kedua,Buku Laut,Sri,,,,,order,2,2024-05-02 10:00:00+00:00,'
    ].join('\n')
    const { records } = await read('readwise.csv', csv)
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      title: 'Buku Laut',
      byline: 'Sri',
      tags: ['laut', 'air'],
      highlights: [
        { quote: 'Baris satu\nbaris dua', note: 'catatan', color: 'yellow', tags: ['x', 'y'] },
        { quote: 'Kalimat kedua', note: null }
      ]
    })
  })

  it('Matter: queue, star, publisher', async () => {
    const csv = [
      'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id',
      'Gunung,Budi,Kabar,https://contoh.id/gunung,a;b,900,False,True,True,0,2022-05-22 14:47:50,'
    ].join('\n')
    const { records } = await read('_matter_history.csv', csv)
    expect(told(records[0])).toEqual({
      key: 'https://contoh.id/gunung',
      url: 'https://contoh.id/gunung',
      title: 'Gunung',
      byline: 'Budi',
      siteName: 'Kabar',
      tags: ['a', 'b'],
      savedAt: Date.UTC(2022, 4, 22, 14, 47, 50),
      isArchived: true,
      isStarred: true,
      isRead: true
    })
  })

  it('wallabag: the text is in the table', async () => {
    const csv =
      'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"\nPadi;https://contoh.id/padi;"<p>Panen; besar</p>";tani;text/html;id;"01/02/2024 10:00:00"'
    const { service, records } = await read('wallabag.csv', csv)
    expect({ service, ...records[0] }).toMatchObject({
      service: 'wallabag',
      content: { kind: 'inline', format: 'html', content: '<p>Panen; besar</p>' },
      language: 'id',
      tags: ['tani']
    })
    expect(records[0]?.fields).not.toHaveProperty('Content')
    const spelled = await read('wallabag.csv', csv.replace('Content', 'content'))
    expect(spelled.records[0]?.content).toEqual(records[0]?.content)
    expect(spelled.records[0]?.fields).not.toHaveProperty('content')
  })
})

describe('JSON of other services', () => {
  it('wallabag: text, states, people, dates without a colon in their zone', async () => {
    const entry = {
      id: 23,
      title: 'Danau',
      url: 'https://contoh.id/danau',
      is_archived: 1,
      is_starred: 0,
      content: '<p>Air danau surut.</p>',
      created_at: '2016-09-08T11:55:58+0200',
      published_at: '2016-09-07T00:00:00+0200',
      published_by: ['Ani', 'Budi'],
      annotations: [{ text: 'penting', quote: 'Air danau', created_at: '2016-09-08T11:55:58+0200' }],
      language: 'id_ID',
      domain_name: 'www.contoh.id',
      tags: ['air']
    }
    const { records } = await read('wallabag.json', JSON.stringify([entry]))
    expect(told(records[0])).toEqual({
      key: '23',
      url: 'https://contoh.id/danau',
      title: 'Danau',
      byline: 'Ani, Budi',
      siteName: 'contoh.id',
      language: 'id',
      publishedAt: '2016-09-06T22:00:00.000Z',
      savedAt: Date.UTC(2016, 8, 8, 9, 55, 58),
      tags: ['air'],
      isArchived: true,
      isRead: true,
      highlights: [
        { quote: 'Air danau', note: 'penting', tags: [], color: null, createdAt: Date.UTC(2016, 8, 8, 9, 55, 58) }
      ],
      content: { kind: 'inline', format: 'html', content: '<p>Air danau surut.</p>' }
    })
  })

  it('Pinboard: what is not to be read is read', async () => {
    const posts = [
      {
        href: 'https://contoh.id/a',
        description: 'A',
        extended: 'kata',
        meta: '',
        hash: '',
        time: '2020-01-01T00:00:00Z',
        shared: 'no',
        toread: 'yes',
        tags: 'satu dua'
      }
    ]
    const { records } = await read('pinboard.json', JSON.stringify(posts))
    expect(told(records[0])).toMatchObject({
      title: 'A',
      note: 'kata',
      tags: ['satu', 'dua'],
      savedAt: Date.UTC(2020, 0, 1)
    })
    expect(records[0]?.isRead).toBe(false)
  })

  it('Karakeep: links, notes of one’s own, lists', async () => {
    const value = {
      bookmarks: [
        {
          title: 'Tautan',
          content: { type: 'link', url: 'https://contoh.id/t' },
          tags: ['x'],
          createdAt: 1_700_000_000,
          note: 'n',
          archived: true,
          lists: ['l1']
        },
        { title: 'Catatan', content: { type: 'text', text: '# Isi\n\nkata' }, tags: [], createdAt: 1_700_000_000 }
      ],
      lists: [{ id: 'l1', name: 'Nanti' }]
    }
    const { records } = await read('karakeep.json', JSON.stringify(value))
    expect(records.map(told)).toMatchObject([
      { url: 'https://contoh.id/t', tags: ['x', 'Nanti'], isArchived: true, note: 'n', savedAt: 1_700_000_000_000 },
      { title: 'Catatan', content: { kind: 'inline', format: 'markdown', content: '# Isi\n\nkata' } }
    ])
  })

  it('Linkwarden: links of every collection', async () => {
    const value = {
      collections: [
        {
          id: 1,
          name: 'Laut',
          links: [
            {
              id: 5,
              name: 'Ombak',
              url: 'https://contoh.id/ombak',
              tags: [{ name: 'air' }],
              createdAt: '2024-01-01T00:00:00.000Z'
            }
          ]
        },
        { id: 2, name: 'Kosong', links: [] }
      ]
    }
    const { records } = await read('backup.json', JSON.stringify(value))
    expect(records.map(told)).toEqual([
      { key: '5', url: 'https://contoh.id/ombak', title: 'Ombak', tags: ['air', 'Laut'], savedAt: Date.UTC(2024, 0, 1) }
    ])
  })
})

describe('bookmark files', () => {
  it('are read behind a byte order mark and blank lines, with dates in any unit', async () => {
    const page = [
      '\uFEFF\n<!DOCTYPE NETSCAPE-Bookmark-file-1>',
      '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>',
      '<DL><p><DT><H3 ADD_DATE="1466008580">Berita</H3><DL><p>',
      '<DT><A HREF="https://contoh.id/a" ADD_DATE="1466010266" TAGS="satu,dua kata">A</A>',
      '<DD>Baris pertama\nbaris kedua',
      '<DT><A HREF="https://contoh.id/b" ADD_DATE="1466010266000000">B</A></DL><p>',
      '<DT><A HREF="https://contoh.id/c" ADD_DATE="10/Oct/2000:13:55:36 +0300">C</A></DL><p>'
    ].join('\n')
    const { service, records } = await read('bookmarks.html', page)
    expect(service).toBe('bookmarks')
    expect(records.map(({ title, tags, savedAt, note }) => ({ title, tags, savedAt, note }))).toEqual([
      {
        title: 'A',
        tags: ['satu', 'dua kata', 'Berita'],
        savedAt: 1_466_010_266_000,
        note: 'Baris pertama\nbaris kedua'
      },
      { title: 'B', tags: ['Berita'], savedAt: 1_466_010_266_000, note: null },
      { title: 'C', tags: [], savedAt: Date.UTC(2000, 9, 10, 10, 55, 36), note: null }
    ])
  })
})

describe('what is no export', () => {
  it.each([
    ['data.csv', 'nama,umur\nSri,40\n'],
    ['package.json', '{"name":"x"}'],
    ['data.json', '[1,2,3]']
  ])('%s is refused by name', async (fileName, content) => {
    await expect(read(fileName, content)).rejects.toMatchObject({ code: 'file_unsupported' })
  })

  it('a cut off export is called damaged', async () => {
    const cut = '[{"id":1,"url":"https://contoh.id","is_archived":0,"content":"<p>a'
    await expect(read('wallabag.json', cut)).rejects.toMatchObject({ code: 'file_damaged' })
    await expect(
      read('pocket.csv', 'title,url,time_added,tags,status\n"never closed,x,1,,unread\n')
    ).rejects.toMatchObject({ code: 'file_damaged' })
  })

  it('an export whose values lie in each other without end is refused', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    const entry = `{"href":"https://contoh.id/a","description":"a","toread":"no","text":"[[\\"[","x":${deep}}`
    await expect(read('a.json', `[${entry}]`)).rejects.toMatchObject({ code: 'file_too_complex' })
    const flat = await read('a.json', `[${entry.replace(deep, '[[]]')}]`)
    expect(flat.records).toHaveLength(1)
  })

  it('an export of too many entries is refused', async () => {
    await expect(read('part.csv', pocket2025, { ...defaultLimits, exportEntries: 2 })).rejects.toMatchObject({
      code: 'file_too_complex'
    })
  })

  it('a text with commas in its first line stays a text', async () => {
    const bytes = new TextEncoder().encode(
      'Judul, url, status dan lain-lain\n\nSebuah artikel biasa tentang apa saja.\n'
    )
    expect(await parseFile({ fileName: 'a.txt', path: null, bytes })).toMatchObject({ kind: 'articles' })
  })
})

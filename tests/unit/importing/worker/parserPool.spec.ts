import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { createParserPool, type ParserPool } from '../../../../src/main/importing/worker/parserPool'

const realWorker = resolve('out/test-workers/importWorker.js')
const misbehavingWorker = resolve('tests/unit/importing/worker/misbehavingWorker.mjs')

let pool: ParserPool
afterEach(() => pool.dispose())

const misbehaving = (size = 1, parseTimeMs = 300): ParserPool =>
  createParserPool({ workerFile: misbehavingWorker, size, limits: { parseTimeMs, memoryMegabytes: 32 } })

/** Gives the files to the pool at once; each becomes its title or the code of its failure. */
function parseAll(...fileNames: string[]): Promise<string[]> {
  return Promise.all(
    fileNames.map(fileName =>
      pool.parse({ fileName, path: null, bytes: Buffer.from('Judul\n\nIsi artikel.') }).then(
        article => article.title,
        (error: { code: string }) => error.code
      )
    )
  )
}

describe('createParserPool', () => {
  it('gives every entry of a large export, in order, and no other file’s', async () => {
    pool = createParserPool({ workerFile: realWorker, size: 1 })
    const exportOf = (name: string, count: number) => {
      const rows = Array.from({ length: count }, (_, index) => `Judul,https://contoh.id/${name}/${index},,,unread`)
      return Buffer.from(['title,url,time_added,tags,status', ...rows].join('\n'))
    }
    const sizes = [1_203, 1, 500]
    const parsed = await Promise.all(
      sizes.map((count, index) =>
        pool.parseFile({ fileName: `${index}.csv`, path: null, bytes: exportOf(String(index), count) })
      )
    )
    expect(parsed.map(file => (file.kind === 'export' ? file.export.records.map(record => record.url) : []))).toEqual(
      sizes.map((count, index) => Array.from({ length: count }, (_, row) => `https://contoh.id/${index}/${row}`))
    )
  })

  it.each([
    ['hang.txt', 'parse_timeout'],
    ['throw.txt', 'parse_failed'],
    ['exit.txt', 'parse_failed']
  ])('fails %s with %s and parses the files around it', async (fileName, code) => {
    pool = misbehaving()
    expect(await parseAll('1.txt', fileName, '2.txt', '3.txt')).toEqual(['1.txt', code, '2.txt', '3.txt'])
  })

  it.each(['memory.txt', 'buffers.txt'])(
    'fails a file that takes too much memory (%s) and parses the files around it',
    async fileName => {
      pool = misbehaving(1, 60_000)
      expect(await parseAll('1.txt', fileName, '2.txt')).toEqual(['1.txt', 'parse_out_of_memory', '2.txt'])
    },
    60_000
  )

  it('outlives several bad files in two threads', async () => {
    pool = misbehaving(2)
    const files = ['1.txt', 'throw.txt', 'hang.txt', '2.txt', 'exit.txt', '3.txt']
    expect(await parseAll(...files)).toEqual([
      '1.txt',
      'parse_failed',
      'parse_timeout',
      '2.txt',
      'parse_failed',
      '3.txt'
    ])
  })

  it('rejects what waits when it is disposed', async () => {
    pool = misbehaving()
    const parsing = parseAll('hang.txt', '1.txt')
    await pool.dispose()
    expect(await parsing).toEqual(['import_cancelled', 'import_cancelled'])
  })

  it('rejects a cancelled file at once and parses the others', async () => {
    pool = createParserPool({ workerFile: realWorker, size: 1 })
    const controller = new AbortController()
    const request = { fileName: 'a.txt', path: null, bytes: Buffer.from('Judul\n\nIsi artikel.') }
    const cancelled = pool.parse(request, { signal: controller.signal })
    const others = parseAll('b.txt')
    controller.abort()
    await expect(cancelled).rejects.toMatchObject({ code: 'import_cancelled' })
    expect(await others).toEqual(['Judul'])
  })

  it('passes on what the importer throws', async () => {
    pool = createParserPool({ workerFile: realWorker, size: 1 })
    await expect(pool.parse({ fileName: 'a.txt', path: null, bytes: Buffer.from(' ') })).rejects.toMatchObject({
      code: 'file_empty',
      message: 'The file holds nothing but white space'
    })
  })

  it('leaves the bytes with the caller', async () => {
    pool = createParserPool({ workerFile: realWorker, size: 1 })
    const bytes = new TextEncoder().encode('Judul\n\nIsi artikel.')
    await pool.parse({ fileName: 'a.txt', path: null, bytes })
    expect(bytes.length).toBe(19)
  })

  it('brings images over from the thread', async () => {
    pool = createParserPool({ workerFile: realWorker, size: 1 })
    const path = resolve('tests/fixtures/markdown/front-matter-and-image/source.md')
    const article = await pool.parse({
      fileName: 'source.md',
      path,
      bytes: Buffer.from('# A\n\nB ![c](images/pot%20anggrek.png)')
    })
    expect(article.resources.map(resource => [resource.mediaType, resource.bytes.length])).toEqual([['image/png', 74]])
  })

  it.each([
    ['mhtml', 'mhtml/chromium-snapshot/source.mhtml'],
    ['email', 'email/inline-image-and-attachment/source.eml'],
    ['webarchive', 'webarchive/binary-page/source.webarchive'],
    ['epub', 'epub/id-two-chapters/source.epub'],
    ['docx', 'docx/id-news-with-table/source.docx']
  ])('reads a file of the format %s with the image inside it', async (format, file) => {
    pool = createParserPool({ workerFile: realWorker, size: 1 })
    const path = resolve('tests/fixtures', file)
    const article = await pool.parse({ fileName: basename(path), path, bytes: readFileSync(path) })
    expect([article.format, article.resources.map(resource => resource.mediaType)]).toEqual([format, ['image/png']])
  })

  it('reads a PDF document in the thread, with what lies beside the bundle', async () => {
    pool = createParserPool({ workerFile: realWorker, size: 1 })
    const path = resolve('tests/fixtures/pdf/id-news/source.pdf')
    const article = await pool.parse({ fileName: 'source.pdf', path, bytes: readFileSync(path) })
    expect([article.format, article.byline]).toEqual(['pdf', 'Galih Santika'])
  })

  it('unpacks an archive in the thread, and refuses a bomb there', async () => {
    pool = createParserPool({ workerFile: realWorker, size: 1 })
    const folder = mkdtempSync(join(tmpdir(), 'lontar-pool-'))
    const unpack = (content: Uint8Array): Promise<unknown> =>
      pool.unpack({ fileName: 'a.zip', bytes: zipSync({ 'a/b.txt': content }), folder })
    expect(await unpack(Buffer.from('Isi.'))).toEqual({
      files: [{ path: join(folder, 'a', 'b.txt'), name: 'a/b.txt', sizeBytes: 4 }],
      failures: []
    })
    await expect(unpack(new Uint8Array(60_000_000))).rejects.toMatchObject({ code: 'archive_too_large' })
    rmSync(folder, { recursive: true })
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { zipSync } from 'fflate'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '@shared/errors'
import { unpackZip } from '../../../../src/main/importing/archive/unpackZip'
import { defaultLimits, type ImportLimits } from '../../../../src/main/importing/limits'
import { describeMaterial } from '../support'
import { writeZip } from './writeZip'

let around: string
let folder: string
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'lontar-unpack-'))
  folder = join(around, 'a', 'b')
})
afterEach(() => rmSync(around, { recursive: true, force: true }))

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .toSorted()
}

/** What came out and what did not, by code; or the code that the whole archive fails with. `stray` is what lies elsewhere. */
async function unpack(bytes: Uint8Array, limits: Partial<ImportLimits> = {}): Promise<unknown> {
  const strayed = (): string[] => filesIn(around).filter(file => !file.startsWith(join('a', 'b') + sep))
  try {
    const { files, failures } = await unpackZip(bytes, folder, { ...defaultLimits, ...limits })
    const stray = [...strayed(), ...files.filter(file => statSync(file.path).size !== file.sizeBytes)]
    return {
      files: files.map(file => relative(folder, file.path)),
      failures: failures.map(({ name, code }) => [name, code]),
      ...(stray.length > 0 && { stray })
    }
  } catch (error) {
    return strayed().length > 0 ? { stray: strayed() } : (error as AppError).code
  }
}

const zip = (names: Record<string, Uint8Array>): Uint8Array => zipSync(names, { level: 6 })
const text = Buffer.from('Isi.')

describe('unpackZip', { timeout: 60_000 }, () => {
  it.each([
    '../evil.txt',
    'a/../../evil.txt',
    '..\\evil.txt',
    'a\\..\\..\\evil.txt',
    '/etc/evil.txt',
    '\\evil.txt',
    'C:\\evil.txt',
    'c:evil.txt',
    '//server/share/evil.txt',
    'a/.. /evil.txt',
    'evil\0.txt',
    'a/'.repeat(40) + 'evil.txt'
  ])('refuses the entry %j and unpacks the others', async name => {
    const result = await unpack(
      writeZip([
        { name, content: text },
        { name: 'baik.txt', content: text }
      ])
    )
    expect(result).toEqual({ files: ['baik.txt'], failures: [[name.replaceAll('\\', '/'), 'archive_unsafe']] })
  })

  it('refuses links and devices', async () => {
    const entries = [
      { name: 'tautan', content: '/etc/passwd', mode: 0o120777 },
      { name: 'tautan/berkas.txt', content: text },
      { name: 'pipa', mode: 0o010644 }
    ]
    expect(await unpack(writeZip(entries))).toEqual({
      files: [join('tautan', 'berkas.txt')],
      failures: [
        ['tautan', 'archive_unsafe'],
        ['pipa', 'archive_unsafe']
      ]
    })
  })

  it('gives every file a name that any system takes', async () => {
    const names = ['CON.txt', 'a/aux', 'apa?: ini*.txt', 'titik. /isi.', './b.txt', `${'n'.repeat(300)}.html`]
    const { files } = (await unpack(writeZip(names.map(name => ({ name, content: text }))))) as { files: string[] }
    expect(files).toEqual([
      '_CON.txt',
      join('a', '_aux'),
      'apa__ ini_.txt',
      join('titik__', 'isi_'),
      'b.txt',
      `${'n'.repeat(195)}.html`
    ])
  })

  it('numbers names that come again, in any case, and folders named as files', async () => {
    const names = ['a.txt', 'a.txt', 'A.TXT', 'x', 'x/b.txt', 'X/c.txt', 'Kab\u00e9.txt', 'kabe\u0301.txt']
    expect(await unpack(writeZip(names.map(name => ({ name, content: text }))))).toEqual({
      files: [
        'a.txt',
        'a (2).txt',
        'A (3).TXT',
        'x',
        join('x (2)', 'b.txt'),
        join('X (3)', 'c.txt'),
        'Kab\u00e9.txt',
        'kabe\u0301 (2).txt'
      ],
      failures: []
    })
  })

  it('reads names in UTF-8 without the flag, and in the characters of the IBM PC', async () => {
    const entries = [
      { name: Buffer.from('Žalost – 日本.txt'), flags: 0 },
      { name: Buffer.from([0x81, 0x62, 0x65, 0x72, 0x2e, 0x74, 0x78, 0x74]), flags: 0 }
    ]
    expect(await unpack(writeZip(entries))).toEqual({ files: ['Žalost – 日本.txt', 'über.txt'], failures: [] })
  })

  it('leaves out what is encrypted, and fails where all of it is', async () => {
    const locked = { name: 'rahasia.txt', content: text, flags: 1 }
    expect(await unpack(writeZip([locked, { name: 'a.txt', content: text }]))).toEqual({
      files: ['a.txt'],
      failures: [['rahasia.txt', 'archive_encrypted']]
    })
    expect(await unpack(writeZip([locked]))).toBe('archive_encrypted')
  })

  it('fails an entry that unpacks to more or less than it states', async () => {
    const content = Buffer.alloc(1_000_000, 'a')
    const entries = [100, 2_000_000].map(statedBytes => ({ name: `${statedBytes}.txt`, content, statedBytes }))
    expect(await unpack(writeZip([...entries, { name: 'c.txt', content }]))).toEqual({
      files: ['c.txt'],
      failures: [
        ['100.txt', 'archive_damaged'],
        ['2000000.txt', 'archive_damaged']
      ]
    })
  })

  it('refuses a bomb by what it states, before anything is unpacked', async () => {
    const bomb = zip({ 'nol.txt': new Uint8Array(90_000_000) })
    expect(await unpack(bomb)).toBe('archive_too_large')
    expect(await unpack(zip({ 'nol.txt': new Uint8Array(2_000) }), { archiveEntryBytes: 1_000 })).toBe(
      'archive_too_large'
    )
  })

  it('counts what archives within archives give together', async () => {
    const inner = zip(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.txt`, Buffer.alloc(2e6)])))
    const outer = zip(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.zip`, inner])))
    expect(await unpack(outer, { archiveBytes: 100_000_000 })).toBe('archive_too_large')
    expect(await unpack(outer, { archiveEntries: 100 })).toBe('archive_too_large')
  })

  it('opens archives within archives as folders, so deep and no deeper', async () => {
    let archive = zip({ 'inti.txt': text })
    for (let depth = 1; depth <= 5; depth++) archive = zip({ 'isi.zip': archive, [`${depth}.txt`]: text })
    expect(await unpack(archive)).toEqual({
      files: [
        join('isi.zip', 'isi.zip', 'isi.zip', 'isi.zip'),
        join('isi.zip', 'isi.zip', 'isi.zip', '2.txt'),
        join('isi.zip', 'isi.zip', '3.txt'),
        join('isi.zip', '4.txt'),
        '5.txt'
      ],
      failures: []
    })
  })

  it('refuses a hundred thousand entries by their number', async () => {
    const entries = Array.from({ length: 60_000 }, (_, index) => ({ name: `${index}`, isStored: true }))
    expect(await unpack(writeZip(entries))).toBe('archive_too_large')
  })

  it('refuses entries that lie over each other', async () => {
    const content = Buffer.from(Array.from({ length: 1_000 }, (_, index) => (index * 7919) % 251))
    const shared = Array.from({ length: 500 }, (_, index) => ({ name: `${index}.txt`, sharesWith: 0 }))
    expect(await unpack(writeZip([{ name: 'a.txt', content, isStored: true }, ...shared]))).toBe('archive_unsafe')
  })

  it('survives a directory that states more entries than it has', async () => {
    expect(await unpack(writeZip([{ name: 'a.txt', content: text }], 9_000))).toBe('archive_damaged')
  })

  it('ends in a result or a named failure whatever byte is changed', async () => {
    const honest = writeZip([
      { name: 'a.txt', content: 'Isi pertama yang cukup panjang, panjang, panjang.' },
      { name: 'b/c.txt', content: text }
    ])
    const change = fc.tuple(fc.nat(honest.length - 1), fc.nat(255))
    const checked = fc.check(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async changes => {
        const bytes = Buffer.from(honest)
        for (const [at, value] of changes) bytes[at] = value
        rmSync(join(around, 'a'), { recursive: true, force: true })
        const result = await unpack(bytes)
        return typeof result === 'string' ? result.startsWith('archive_') : !Object.hasOwn(result as object, 'stray')
      }),
      { numRuns: 300 }
    )
    expect(await checked).toMatchObject({ failed: false })
  })
})

describeMaterial('archives that lead out of their folder', 'data/hostile/zip-slip', material => {
  it.each(['zip-slip.zip', 'zip-slip-win.zip'])('%s gives its good file alone', async name => {
    const result = await unpack(readFileSync(resolve(material, name)))
    expect(result).toMatchObject({
      files: ['good.txt'],
      failures: [[expect.stringContaining('evil.txt'), 'archive_unsafe']]
    })
  })
})

describeMaterial('malformed archives', 'data/hostile/zip-malformed-yauzl', material => {
  const archives = (kind: string): string[] =>
    readdirSync(resolve(material, kind)).filter(name => name.endsWith('.zip'))

  it.each(archives('failure'))('nothing bad comes out of “%s”', async name => {
    const result = await unpack(readFileSync(resolve(material, 'failure', name)))
    expect(JSON.stringify(result)).not.toMatch(/stray|undefined/)
  })

  const locked = new Set(archives('success').filter(name => name.startsWith('traditional-encryption')))
  const refused = { 'bogus-compression-method.zip': ['file_unsupported'] } as Readonly<Record<string, string[]>>

  it.each(archives('success'))('“%s” comes out whole', async name => {
    const result = await unpack(readFileSync(resolve(material, 'success', name)))
    const codes =
      typeof result === 'string' ? [result] : (result as { failures: string[][] }).failures.map(([, code]) => code)
    expect([...new Set(codes)]).toEqual(locked.has(name) ? ['archive_encrypted'] : (refused[name] ?? []))
  })
})

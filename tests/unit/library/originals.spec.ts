import { createHash } from 'node:crypto'
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createOriginalsStore, originalExtension } from '../../../src/main/library/originals'
import { temporaryFolder } from '../support/temporaryFolder'

const bytes = new TextEncoder().encode('Sebuah berita.')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const file = { sha256, extension: '.txt', bytes }

describe('createOriginalsStore', () => {
  it('fails with original_missing for a file that is not there', async () => {
    const store = createOriginalsStore(temporaryFolder())
    await expect(store.read(sha256, '.txt')).rejects.toMatchObject({ code: 'original_missing' })
  })

  it('fails with original_damaged where the bytes are no longer the ones that were stored', async () => {
    const store = createOriginalsStore(temporaryFolder())
    await store.store([file])
    writeFileSync(store.pathOf(sha256, '.txt'), 'Sebuah berita!')
    await expect(store.read(sha256, '.txt')).rejects.toMatchObject({ code: 'original_damaged' })
  })

  it('fails with storage_failed where its folder cannot be made', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'originals'), 'a file in the way')
    const store = createOriginalsStore(join(folder, 'originals'))
    await expect(store.store([file])).rejects.toMatchObject({ code: 'storage_failed' })
  })

  it('refuses a name that is no hash, so that no path can leave the folder', () => {
    expect(() => createOriginalsStore('/tmp').pathOf('../../etc/passwd', '.txt')).toThrow('Not a SHA-256')
  })

  it('gives back the very bytes, from a file named by their hash', async () => {
    const folder = temporaryFolder()
    const store = createOriginalsStore(folder)
    await store.store([file, file])
    expect(Buffer.from(await store.read(sha256, '.txt'))).toEqual(Buffer.from(bytes))
    expect(readdirSync(join(folder, sha256.slice(0, 2)))).toEqual([`${sha256}.txt`])
  })

  it('removes with a file what a crash left half written of it', async () => {
    const folder = temporaryFolder()
    const store = createOriginalsStore(folder)
    await store.store([file])
    writeFileSync(join(folder, 'incoming', `${sha256}.txt.99.partial`), 'half')
    store.remove(sha256, '.txt')
    expect(readdirSync(join(folder, sha256.slice(0, 2)))).toEqual([])
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })

  it('gives back a file whose name a power cut took back', async () => {
    const folder = temporaryFolder()
    const store = createOriginalsStore(folder)
    await store.store([file])
    renameSync(store.pathOf(sha256, '.txt'), join(folder, 'incoming', `${sha256}.txt.99.partial`))
    expect(Buffer.from(await store.read(sha256, '.txt'))).toEqual(Buffer.from(bytes))
  })

  it('makes its folders again where somebody has removed them', async () => {
    const folder = temporaryFolder()
    const store = createOriginalsStore(folder)
    await store.store([file])
    rmSync(folder, { recursive: true })
    await store.store([file])
    await store.syncFolders()
    expect(Buffer.from(await store.read(sha256, '.txt'))).toEqual(Buffer.from(bytes))
  })

  it('keeps a large file too', async () => {
    const store = createOriginalsStore(temporaryFolder())
    const large = new Uint8Array(3_000_000).fill(65)
    const hash = createHash('sha256').update(large).digest('hex')
    await store.store([{ sha256: hash, extension: '.txt', bytes: large }])
    expect((await store.read(hash, '.txt')).length).toBe(large.length)
  })

  it('is quiet about removing what is gone', () => {
    const store = createOriginalsStore(temporaryFolder())
    expect(() => store.remove(sha256, '.txt')).not.toThrow()
  })
})

describe('originalExtension', () => {
  it.each([
    ['Berita.TXT', '.txt'],
    ['tanpa-akhiran', '.bin'],
    ['aneh.<script>', '.bin'],
    ['arsip.tar.gz', '.gz'],
    ['panjang.abcdefghijklmnop', '.bin']
  ])('keeps %s as %s', (name, extension) => {
    expect(originalExtension(name)).toBe(extension)
  })
})

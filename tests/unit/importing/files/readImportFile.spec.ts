import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readImportFile } from '../../../../src/main/importing/files/readImportFile'

const root = mkdtempSync(join(tmpdir(), 'lontar-read-'))
afterAll(() => rmSync(root, { recursive: true }))

const make = (name: string, content: string): string => {
  const path = join(root, name)
  writeFileSync(path, content)
  return path
}

describe('readImportFile', () => {
  it('names a missing file', async () => {
    await expect(readImportFile(join(root, 'none.txt'))).rejects.toMatchObject({ code: 'file_missing' })
  })

  it('names an empty file', async () => {
    await expect(readImportFile(make('empty.txt', ''))).rejects.toMatchObject({ code: 'file_empty' })
  })

  it('refuses a folder', async () => {
    await expect(readImportFile(root)).rejects.toMatchObject({ code: 'file_unreadable' })
  })

  it.skipIf(process.getuid?.() === 0)('names a file that may not be read', async () => {
    const path = make('closed.txt', 'isi')
    chmodSync(path, 0)
    await expect(readImportFile(path)).rejects.toMatchObject({ code: 'file_unreadable' })
  })

  it('refuses two hundred megabytes by what the file system says', async () => {
    const path = make('large.txt', '')
    truncateSync(path, 200 * 1024 * 1024)
    await expect(readImportFile(path)).rejects.toMatchObject({
      code: 'file_too_large',
      message: 'The file has 200 MB, more than the 50 MB that can be imported'
    })
  })

  it('ends when it is cancelled', async () => {
    const signal = AbortSignal.abort()
    await expect(readImportFile(make('a.txt', 'isi'), { signal })).rejects.toMatchObject({ code: 'import_cancelled' })
  })

  it('gives bytes, name and hash', async () => {
    const { bytes, ...rest } = await readImportFile(make('abc.txt', 'abc'))
    expect({ ...rest, text: Buffer.from(bytes).toString() }).toEqual({
      text: 'abc',
      fileName: 'abc.txt',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    })
  })
})

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { syncFolders, writeFiles } from '../../../src/main/library/wholeFiles'
import { temporaryFolder } from '../support/temporaryFolder'

const fileIn = (folder: string, name: string, text: string, mayBeThere = false) => ({
  path: join(folder, 'aa', name),
  partial: join(folder, 'incoming', `${name}.partial`),
  bytes: new TextEncoder().encode(text),
  mayBeThere
})

describe('writeFiles', () => {
  it('leaves nothing of a batch half written where one of its files cannot be stored, and says why', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'incoming', 'dua.txt.partial'), { recursive: true })
    const files = [fileIn(folder, 'satu.txt', 'Satu.'), fileIn(folder, 'dua.txt', 'Dua.')]
    await expect(writeFiles(files)).rejects.toMatchObject({ code: 'EISDIR' })
    expect(readdirSync(join(folder, 'incoming'))).toEqual(['dua.txt.partial'])
  })

  it('leaves a file that may be there as it is, and replaces one that may not', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'aa'))
    for (const name of ['satu.txt', 'dua.txt']) writeFileSync(join(folder, 'aa', name), 'Lama.')
    await writeFiles([fileIn(folder, 'satu.txt', 'Baru.', true), fileIn(folder, 'dua.txt', 'Baru.')])
    expect(['satu.txt', 'dua.txt'].map(name => readFileSync(join(folder, 'aa', name), 'utf8'))).toEqual([
      'Lama.',
      'Baru.'
    ])
  })

  it('writes an empty file, and leaves no first name behind', async () => {
    const folder = temporaryFolder()
    await writeFiles([fileIn(folder, 'kosong.txt', '')])
    expect(readFileSync(join(folder, 'aa', 'kosong.txt'), 'utf8')).toBe('')
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })
})

describe('syncFolders', () => {
  it.skipIf(process.platform === 'win32')('fails for a folder that is not there', () => {
    expect(() => syncFolders([join(temporaryFolder(), 'missing')])).toThrow('ENOENT')
  })
})

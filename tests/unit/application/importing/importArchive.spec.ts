import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createByteBudget } from '../../../../src/main/application/importing/byteBudget'
import { importArchive } from '../../../../src/main/application/importing/importArchive'
import { endOfProgram, type ImportTask } from '../../../../src/main/application/importing/importTask'
import type { WrittenEntry } from '../../../../src/main/library/imports'
import { openTestLibrary } from '../../support/testLibrary'

const archive = { fileName: 'a.zip', bytes: new Uint8Array(4), sha256: '', extension: '.zip', sourcePath: null }
const place = { position: 0, displayPath: 'a.zip', retryPath: null }
const source = {
  kind: 'bytes',
  displayPath: 'a.zip',
  retryPath: null,
  fileName: 'a.zip',
  bytes: archive.bytes
} as const

/** An import in which everything stops, for this reason, once an archive of one file has been unpacked. */
function stoppedTask(reason: unknown) {
  const { library } = openTestLibrary()
  const controller = new AbortController()
  const lines: WrittenEntry[] = []
  const refuse = () => Promise.reject(new Error('Not part of this test'))
  const task: ImportTask = {
    library,
    now: Date.now,
    books: 'whole',
    onFound: () => undefined,
    onStarted: () => undefined,
    onCommitted: () => undefined,
    parser: {
      parseFile: refuse,
      parse: refuse,
      readTexts: refuse,
      dispose: refuse,
      unpack: async ({ folder }) => {
        await writeFile(join(folder, 'artikel.txt'), 'Isi artikel')
        controller.abort(reason)
        return { files: [], failures: [] }
      }
    },
    committer: {
      addParsed: refuse,
      putBack: refuse,
      flush: refuse,
      addEntry: line => Promise.resolve(void lines.push(line))
    },
    signal: controller.signal,
    budget: createByteBudget(1),
    takePosition: () => 1,
    isDone: () => false,
    importAll: async sources => {
      for await (const { displayPath } of sources) throw new Error(`${displayPath} was begun`)
    }
  }
  return { task, lines, library }
}

describe('importArchive', () => {
  it.each([
    ['the program ends', endOfProgram],
    ['a person cancels', new DOMException('Cancelled', 'AbortError')]
  ])('does not call an archive empty when %s before its first file', async (_when, reason) => {
    const { task, lines, library } = stoppedTask(reason)
    await expect(importArchive(source, archive, place, task)).rejects.toBe(reason)
    expect(lines).toEqual([])
    const temporary = join(library.folder, 'temporary')
    expect(existsSync(temporary) ? readdirSync(temporary) : []).toEqual([])
  })
})

import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import { createImportRunner } from '../../../../src/main/application/importing/importRunner'
import { openTestLibrary } from '../../support/testLibrary'
import { temporaryFolder } from '../../support/temporaryFolder'

const parserFile = resolve('out/test-workers/importWorker.js')

function openRunner(workerFile = resolve('out/test-workers/importThread.js')) {
  const { library, folder } = openTestLibrary()
  const changed: ArticleId[] = []
  const runner = createImportRunner({
    workerFile,
    parserFile,
    folder,
    onChange: change => void changed.push(...change.articleIds),
    log: () => undefined
  })
  onTestFinished(runner.dispose)
  const run = async (path: string) => {
    const importId = library.imports.begin(null)
    const seen = { found: 0, currentPath: null as string | null, committed: 0 }
    const order = { kind: 'items', items: [{ kind: 'path', path }] } as const
    await runner.run({ importId, order, books: 'whole', samplePath: '' }, new AbortController().signal, {
      onProgress: (found, currentPath) => Object.assign(seen, { found, currentPath }),
      onCommitted: committed => void (seen.committed += committed.length)
    })
    return { importId, ...seen }
  }
  return { library, runner, changed, run }
}

function writeTexts(count: number): string {
  const folder = temporaryFolder()
  for (let number = 0; number < count; number++) {
    writeFileSync(
      join(folder, `kabar-${number}.txt`),
      `Kabar nomor ${number}\n\nWarga desa nomor ${number} panen raya.\n`
    )
  }
  return folder
}

describe('the thread of imports', () => {
  it('rejects where its thread ends in the middle of an import, and starts another for the next one', async () => {
    const misbehaving = join(temporaryFolder(), 'ends.mjs')
    writeFileSync(
      misbehaving,
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3))"
    )
    const { run } = openRunner(misbehaving)
    await expect(run(writeTexts(1))).rejects.toThrow('The thread of imports has ended')
    await expect(run(writeTexts(1))).rejects.toThrow('The thread of imports has ended')
  })

  it('says what it found and stored, and announces it once it can be read', async () => {
    const { library, changed, run } = openRunner()
    const { importId, found, committed } = await run(writeTexts(9))
    expect({ found, committed }).toEqual({ found: 9, committed: 9 })
    const entries = library.imports.listEntries(importId, 0, 100)
    expect(new Set(entries.map(({ articleId }) => articleId))).toEqual(new Set(changed))
  })

  it('runs another import after it was closed', async () => {
    const { runner, run } = openRunner()
    await run(writeTexts(1))
    await runner.dispose()
    expect((await run(writeTexts(2))).committed).toBe(2)
  })
})

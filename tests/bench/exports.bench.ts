// Owns the benchmark of moving in: an export of many entries without text, its import and the undoing of that, and for how long
// each keeps the main thread. `npm run bench -- exports [--size N] [--json]`
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createRandom, pick } from './generate'
import { openApplication } from './library/lontar'
import { rateSince, watchMainThread } from './library/measure'

const { values } = parseArgs({
  options: { size: { type: 'string', default: '60000' }, json: { type: 'boolean', default: false } }
})

const seed = 20_250_722
const words = 'kabar desa pasar musim panen jalan kota sungai guru kapal hutan laut pagi malam'.split(' ')

/** An export as Pocket wrote it: title, address, time, tags, state. */
function writePocketExport(file: string, size: number): void {
  const random = createRandom(seed)
  const lines = Array.from({ length: size }, (_, index) => {
    const title = Array.from({ length: 7 }, () => pick(words, random)).join(' ')
    const address = `https://example.org/${index}/${title.replaceAll(' ', '-')}`
    return `${title},${address},${1_600_000_000 + index * 60},${pick(words, random)}|${pick(words, random)},unread`
  })
  writeFileSync(file, ['title,url,time_added,tags,status', ...lines].join('\n'))
}

async function measure(size: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-bench-'))
  const application = openApplication(join(folder, 'library'))
  try {
    const path = join(folder, 'part_000000.csv')
    writePocketExport(path, size)
    await application.start()
    const stopImport = watchMainThread()
    const begin = performance.now()
    const importId = application.imports.enqueue({ kind: 'items', items: [{ kind: 'path', path }] })
    const { totals } = await application.imports.waitFor(importId)
    if (totals.stub !== size) throw new Error(`Of ${size} entries ${totals.stub} became stubs`)
    const importPerSecond = rateSince(begin, size)
    const importLongestWaitMs = stopImport()
    const stopUndo = watchMainThread()
    // The watch has begun once its first moment has passed.
    await delay(50)
    const undoBegin = performance.now()
    await application.handlers['importing:undoImport']({ importId })
    const undoMs = Math.round(performance.now() - undoBegin)
    // The wait of a thread that was kept is known once it runs again.
    await delay(50)
    return { size, importPerSecond, importLongestWaitMs, undoMs, undoLongestWaitMs: stopUndo() }
  } finally {
    await application.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

const figures = await measure(Number(values.size))
console.log(values.json ? JSON.stringify(figures) : figures)

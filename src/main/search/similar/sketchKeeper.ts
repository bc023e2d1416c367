// Owns that every indexed article has its sketch: those of a few changed texts at once, missing ones in the background.
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { readSketches, writeSketches } from './sketchFile'
import { SketchTable } from './sketchTable'

/** So many articles are read at once for their sketches. */
const readAtOnce = 16

/** Keeps sketches. */
export interface SketchKeeper {
  readonly table: SketchTable
  /** Takes over what the last run kept. */
  load(): void
  put(documents: readonly SearchDocument[]): void
  /** Sketches the ones of these articles that have not been, and writes. */
  fill(ids: Iterable<ArticleId>): Promise<void>
  write(): Promise<void>
}

/** What keeping needs. */
export interface SketchKeeperDependencies {
  readonly folder: string
  readonly loadDocuments: (ids: readonly ArticleId[]) => Promise<readonly SearchDocument[]>
  /** Awaited between small pieces of work. */
  readonly pause: () => Promise<void>
}

/** Creates the keeper of an empty table. */
export function createSketchKeeper({ folder, loadDocuments, pause }: SketchKeeperDependencies): SketchKeeper {
  const table = new SketchTable()
  let writing: Promise<void> = Promise.resolve()
  // One after the other: two would write the same file.
  const write = (): Promise<void> => {
    const writeNow = (): Promise<void> => writeSketches(folder, table.parts())
    return (writing = writing.then(writeNow, writeNow))
  }
  return {
    table,
    load: () => {
      const kept = readSketches(folder)
      if (kept) table.adopt(kept)
    },
    put: documents => table.put(documents),
    fill: async ids => {
      let missing: ArticleId[] = []
      let isFilled = false
      const sketch = async (): Promise<void> => {
        const read = await loadDocuments(missing)
        // One that has changed meanwhile has been sketched from its newer text.
        table.put(read.filter(({ articleId }) => table.rowOf(articleId) < 0))
        missing = []
        isFilled = true
      }
      for (const id of ids) {
        if (table.rowOf(id) < 0) missing.push(id)
        if (missing.length >= readAtOnce) await sketch()
        await pause()
      }
      if (missing.length > 0) await sketch()
      if (isFilled) await write()
    },
    write
  }
}

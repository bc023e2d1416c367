import { describe, expect, it } from 'vitest'
import type { ImportId } from '@shared/model/common'
import type { ReceiptEntry } from '@shared/model/importing'
import type { WrittenEntry } from '../../../src/main/library/imports'
import { addArticle, openTestLibrary } from '../support/testLibrary'

const failed: ReceiptEntry = {
  position: 1,
  path: 'rusak.txt',
  outcome: 'failed',
  articleId: null,
  format: null,
  title: null,
  error: { code: 'file_empty', message: 'The file is empty' },
  warnings: [],
  canRetry: false
}
const imported: ReceiptEntry = {
  position: 0,
  path: 'baik.txt',
  outcome: 'imported',
  articleId: null,
  format: 'text',
  title: 'Baik',
  error: null,
  warnings: [{ code: 'text_bytes_replaced', message: 'One byte could not be read' }],
  canRetry: true
}

const written = (entry: ReceiptEntry): WrittenEntry => ({
  entry,
  retryPath: entry.canRetry ? '/berkas/baik.txt' : null,
  changed: null
})

describe('imports', () => {
  it('fails with import_not_found for an unknown import', () => {
    const { library } = openTestLibrary()
    const unknown = 'nothing' as ImportId
    expect(() => library.imports.getSummary(unknown)).toThrow(expect.objectContaining({ code: 'import_not_found' }))
  })

  it('keeps every line of a receipt, in the order of the files, with its sums', () => {
    const { library } = openTestLibrary()
    const importId = library.imports.begin(null)
    library.imports.addEntries(importId, [failed, imported].map(written))
    library.imports.end(importId, 'finished')
    expect(library.imports.getReceipt(importId, null, 0, 10)).toMatchObject({
      state: 'finished',
      totals: { imported: 1, updated: 0, duplicate: 0, stub: 0, failed: 1 },
      entries: [imported, failed],
      total: 2
    })
  })

  it('gives the lines of one outcome', () => {
    const { library } = openTestLibrary()
    const importId = library.imports.begin(null)
    library.imports.addEntries(importId, [failed, imported].map(written))
    expect(library.imports.getReceipt(importId, 'failed', 0, 10)).toMatchObject({ entries: [failed], total: 1 })
  })

  it('knows an import again by its first line, whatever the order of writing', () => {
    const { library } = openTestLibrary()
    const importId = library.imports.begin(null)
    expect(library.imports.getSummary(importId).firstPath).toBeNull()
    library.imports.addEntries(importId, [failed, imported].map(written))
    expect(library.imports.getSummary(importId).firstPath).toBe('baik.txt')
  })

  it('says after a crash which imports were interrupted, once', () => {
    const { library, folder } = openTestLibrary()
    const importId = library.imports.begin(null)
    library.close()
    const { library: again } = openTestLibrary(folder)
    expect(again.imports.markInterrupted(() => true)).toBe(1)
    expect(again.imports.getSummary(importId).state).toBe('interrupted')
    expect(again.imports.markInterrupted(() => true)).toBe(0)
  })

  it('counts an import as undone when nothing that it brought in is left', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    const importId = library.articles.get(id).importId as ImportId
    library.imports.addEntries(importId, [written({ ...imported, articleId: id })])
    expect(library.imports.getSummary(importId).isUndone).toBe(false)
    library.actions.changeStates(library.articles.idsOfImport(importId), { isTrashed: true }, { kind: 'undoImport' })
    expect(library.imports.getSummary(importId).isUndone).toBe(true)
    expect(library.actions.undo().kind).toBe('undoImport')
    expect(library.imports.getSummary(importId).isUndone).toBe(false)
  })
})

import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { LibraryChange } from '../../../src/main/library/changes'
import { openLibrary } from '../../../src/main/library/library'
import { watchExternalChanges } from '../../../src/main/application/watchExternalChanges'
import { addArticle, openTestLibrary } from '../support/testLibrary'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function openWatched(isImporting: () => boolean = () => false) {
  const { library, clock, folder } = openTestLibrary()
  const other = openLibrary({ folder, now: () => clock.now })
  onTestFinished(other.close)
  const heard: LibraryChange[] = []
  onTestFinished(watchExternalChanges({ library, now: () => clock.now, isImporting }))
  library.changes.listen(change => {
    if (change.reason === 'external') heard.push(change)
  })
  const look = (): void => {
    clock.now += 2_000
    vi.advanceTimersByTime(2_000)
  }
  return { library, other, clock, heard, look }
}

describe('watching for changes by other programs', () => {
  it('is quiet where nobody has written', () => {
    const { heard, look } = openWatched()
    look()
    expect(heard).toEqual([])
  })

  it('names what another program has changed', () => {
    const { other, clock, heard, look } = openWatched()
    const id = addArticle(other, {}, clock.now)
    look()
    look()
    expect(heard).toEqual([{ reason: 'external', articleIds: [id] }])
  })

  it('does not name what this program has announced itself, unless another changed it again', () => {
    const { library, other, clock, heard, look } = openWatched()
    const own = addArticle(other, { title: 'Dari utas sendiri' }, clock.now)
    const changedAgain = addArticle(other, { title: 'Diubah lagi' }, clock.now)
    library.changes.announce({ reason: 'imported', articleIds: [own, changedAgain] })
    clock.now += 500
    other.actions.changeStates([changedAgain], { isStarred: true })
    look()
    expect(heard).toEqual([{ reason: 'external', articleIds: [changedAgain] }])
  })

  it('looks after an import for what happened during it', () => {
    let isImporting = true
    const { other, clock, heard, look } = openWatched(() => isImporting)
    const id = addArticle(other, {}, clock.now)
    look()
    expect(heard).toEqual([])
    for (let turn = 0; turn < 20; turn++) look()
    isImporting = false
    look()
    expect(heard).toEqual([{ reason: 'external', articleIds: [id] }])
  })
})

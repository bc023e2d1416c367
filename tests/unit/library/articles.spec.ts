import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import { addArticle, openTestLibrary } from '../support/testLibrary'

describe('articles', () => {
  it('fails with article_not_found for an unknown id', () => {
    const { library } = openTestLibrary()
    const unknown = 'nothing' as ArticleId
    for (const call of [
      () => library.articles.get(unknown),
      () => library.articles.getOriginal(unknown),
      () => library.articles.saveProgress(unknown, { fraction: 0, textOffset: 0 })
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: 'article_not_found' }))
    }
  })

  it('links a read-also line to its article whichever came first, whatever its case and punctuation', () => {
    const { library } = openTestLibrary()
    const pointing = addArticle(library, { title: 'Satu', relatedMentions: ['Putin: Rusia “Buka” Kemungkinan'] })
    const articleId = () => library.articles.get(pointing).relatedMentions[0]?.articleId
    expect(articleId()).toBeNull()
    const meant = addArticle(library, { title: 'Putin: rusia buka kemungkinan' })
    expect(articleId()).toBe(meant)
    library.actions.changeStates([meant], { isTrashed: true })
    expect(articleId()).toBeNull()
  })

  it('knows an article by the hash of its original, in Trash too', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    const { sha256 } = library.articles.getOriginal(id)
    expect(library.matches.findByOriginal(sha256, '')).toMatchObject({ articleId: id, isTrashed: false })
    library.actions.changeStates([id], { isTrashed: true })
    expect(library.matches.findByOriginal(sha256, '')).toMatchObject({ articleId: id, isTrashed: true })
    expect(library.matches.findByOriginal('0'.repeat(64), '')).toBeUndefined()
  })

  it('remembers the place in an article without making a new revision', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    const before = [...library.searchFeed.listRevisions()]
    library.articles.saveProgress(id, { fraction: 0.5, textOffset: 12 })
    expect(library.articles.get(id).progress).toEqual({ fraction: 0.5, textOffset: 12 })
    expect([...library.searchFeed.listRevisions()]).toEqual(before)
  })

  it('never deletes an article that is not in Trash', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    expect(library.articles.deleteForGood([id])).toBe(0)
    expect(library.articles.get(id).id).toBe(id)
  })

  it('deletes a trashed article with its tags, and names the originals that nobody needs', () => {
    const { library } = openTestLibrary()
    const image = { sha256: 'a'.repeat(64), mediaType: 'image/png', bytes: new Uint8Array([1]), sourcePath: 'a.png' }
    const kept = addArticle(library, { title: 'Tetap', resources: [image] })
    const gone = addArticle(library, { title: 'Hilang', resources: [image], tags: ['Sisa'] })
    const { sha256 } = library.articles.getOriginal(gone)
    library.actions.changeStates([gone], { isTrashed: true })
    expect(library.articles.deleteForGood([gone])).toBe(1)
    expect(library.files.listDiscarded()).toEqual([{ sha256, extension: '.txt' }])
    expect(library.articles.findResource(image.sha256)).toEqual({ mediaType: 'image/png', extension: '.png' })
    expect(library.lists.counts().tags).toEqual([])
    expect(library.articles.get(kept).title).toBe('Tetap')
  })

  it('keeps an original that comes in again before it was removed', () => {
    const { library } = openTestLibrary()
    const gone = addArticle(library)
    library.actions.changeStates([gone], { isTrashed: true })
    library.articles.deleteForGood([gone])
    addArticle(library)
    expect(library.files.listDiscarded()).toEqual([])
  })

  it('lists what has been in Trash since before a time', () => {
    const { library, clock } = openTestLibrary()
    const id = addArticle(library)
    library.actions.changeStates([id], { isTrashed: true })
    expect(library.articles.trashedIds(clock.now)).toEqual([])
    expect(library.articles.trashedIds(clock.now + 1)).toEqual([id])
  })
})

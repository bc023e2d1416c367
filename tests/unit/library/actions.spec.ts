import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import { addArticle, openTestLibrary } from '../support/testLibrary'

describe('actions', () => {
  it('fails with nothing_to_undo in a new library', () => {
    const { library } = openTestLibrary()
    expect(() => library.actions.undo()).toThrow(expect.objectContaining({ code: 'nothing_to_undo' }))
    expect(() => library.actions.redo()).toThrow(expect.objectContaining({ code: 'nothing_to_undo' }))
  })

  it('passes over articles that do not exist and journals nothing for them', () => {
    const { library } = openTestLibrary()
    const result = library.actions.changeStates(['gone' as ArticleId], { isStarred: true })
    expect(result).toEqual({ actionId: null, kind: 'star', articleCount: 0 })
    expect(() => library.actions.undo()).toThrow('nothing to undo')
  })

  it.each([
    ['read', { isRead: true }],
    ['star', { isStarred: true }],
    ['archive', { isArchived: true }],
    ['trash', { isTrashed: true }]
  ] as const)('takes back %s and does it again', (kind, change) => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    const states = () => {
      const { isRead, isStarred, isArchived, trashedAt } = library.articles.get(id)
      return { isRead, isStarred, isArchived, isTrashed: trashedAt !== null }
    }
    const before = states()
    expect(library.actions.changeStates([id], change)).toMatchObject({ kind, articleCount: 1 })
    const after = { ...before, ...change }
    expect(states()).toEqual(after)
    expect(library.actions.undo()).toMatchObject({ kind, articleCount: 1 })
    expect(states()).toEqual(before)
    expect(library.actions.redo()).toMatchObject({ kind })
    expect(states()).toEqual(after)
  })

  it('undoes several actions in turn, the last one first', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    library.actions.changeStates([id], { isStarred: true })
    library.actions.changeTags([id], { add: ['Politik'], remove: [] })
    library.actions.changeStates([id], { isTrashed: true })
    expect([library.actions.undo().kind, library.actions.undo().kind, library.actions.undo().kind]).toEqual([
      'trash',
      'tags',
      'star'
    ])
    expect(library.articles.get(id)).toMatchObject({ isStarred: false, tags: [], trashedAt: null })
  })

  it('forgets what was undone once something new is done', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    library.actions.changeStates([id], { isStarred: true })
    library.actions.undo()
    library.actions.changeStates([id], { isRead: true })
    expect(() => library.actions.redo()).toThrow(expect.objectContaining({ code: 'nothing_to_undo' }))
  })

  it('touches only the state that it changed when it is undone', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    library.actions.changeStates([id], { isStarred: true })
    library.actions.changeStates([id], { isRead: true })
    library.actions.undo()
    expect(library.articles.get(id)).toMatchObject({ isStarred: true, isRead: false })
  })

  it('still undoes after the library was closed and opened again', () => {
    const { library, folder } = openTestLibrary()
    const id = addArticle(library)
    library.actions.changeStates([id], { isTrashed: true })
    library.close()
    const { library: again } = openTestLibrary(folder)
    expect(again.actions.undo()).toMatchObject({ kind: 'trash', articleCount: 1 })
    expect(again.articles.get(id).trashedAt).toBeNull()
  })

  it('keeps the first date when an article in Trash is trashed again', () => {
    const { library, clock } = openTestLibrary()
    const id = addArticle(library)
    library.actions.changeStates([id], { isTrashed: true })
    const first = library.articles.get(id).trashedAt
    clock.now += 1_000
    expect(library.actions.changeStates([id], { isTrashed: true }).articleCount).toBe(0)
    expect(library.articles.get(id).trashedAt).toBe(first)
  })

  it('compares tags without case and keeps the spelling that is there', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    library.actions.changeTags([id], { add: ['Politik', 'asia'], remove: [] })
    library.actions.changeTags([id], { add: ['POLITIK', 'Ekonomi'], remove: ['ASIA'] })
    expect(library.articles.get(id).tags).toEqual(['Ekonomi', 'Politik'])
    expect(library.lists.counts().tags).toEqual([
      { name: 'Ekonomi', count: 1 },
      { name: 'Politik', count: 1 }
    ])
  })

  it('remembers what a corrected field was first, and forgets it when it is put back', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library, { siteName: 'Warta Desa' })
    library.actions.correct(id, { siteName: 'Warta Kota' })
    library.actions.correct(id, { siteName: 'Warta Dunia' })
    expect(library.articles.get(id)).toMatchObject({ siteName: 'Warta Dunia', corrected: { siteName: 'Warta Desa' } })
    library.actions.correct(id, { siteName: 'Warta Desa' })
    expect(library.articles.get(id)).toMatchObject({ siteName: 'Warta Desa', corrected: {} })
  })

  it('sorts by a corrected date', () => {
    const { library } = openTestLibrary()
    const older = addArticle(library, { title: 'A', publishedAt: '2020-01-01' })
    const newer = addArticle(library, { title: 'B', publishedAt: '2021-01-01' })
    library.actions.correct(older, { publishedAt: '2022-01-01' })
    const ids = library.lists.page({ kind: 'all' }, 'published', 0, 10).articles.map(article => article.id)
    expect(ids).toEqual([older, newer])
  })

  it('passes over an action whose articles are gone for good', () => {
    const { library } = openTestLibrary()
    const kept = addArticle(library, { title: 'Tetap' })
    const gone = addArticle(library, { title: 'Hilang' })
    library.actions.changeStates([kept], { isStarred: true })
    library.actions.changeStates([gone], { isTrashed: true })
    library.articles.deleteForGood([gone])
    expect(library.actions.undo()).toMatchObject({ kind: 'star', articleCount: 1 })
  })

  it('passes over in undo and redo what happened by itself', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    library.actions.changeStates([id], { isStarred: true })
    library.actions.undo()
    const result = library.actions.changeStates([id], { isRead: true }, { isAutomatic: true })
    expect(result).toEqual({ actionId: null, kind: 'read', articleCount: 1 })
    expect(library.actions.redo().kind).toBe('star')
    expect(library.actions.undo().kind).toBe('star')
    expect(library.articles.get(id)).toMatchObject({ isRead: true, isStarred: false })
  })

  it('announces what changed, once it is written', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    const heard: unknown[] = []
    library.changes.listen(change => heard.push([change.reason, change.articleIds, library.articles.get(id).isStarred]))
    library.actions.changeStates([id], { isStarred: true })
    library.actions.undo()
    expect(heard).toEqual([
      ['states', [id], true],
      ['states', [id], false]
    ])
  })
})

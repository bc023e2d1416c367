import { describe, expect, it } from 'vitest'
import { addArticle, openTestLibrary } from '../support/testLibrary'

describe('searchFeed', () => {
  it('leaves out articles in Trash', () => {
    const { library } = openTestLibrary()
    const kept = addArticle(library, { title: 'Ada' })
    const trashed = addArticle(library, { title: 'Sampah' })
    library.actions.changeStates([trashed], { isTrashed: true })
    expect([...library.searchFeed.listRevisions()].map(entry => entry.articleId)).toEqual([kept])
    expect(library.searchFeed.loadDocuments([kept, trashed]).map(entry => entry.articleId)).toEqual([kept])
  })

  it('gives a new revision to an article whose searchable fields changed, and to no other', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library)
    const revision = () => [...library.searchFeed.listRevisions()][0]?.revision
    library.actions.changeStates([id], { isStarred: true })
    const revisions = [revision()]
    library.actions.changeTags([id], { add: ['Baru'], remove: [] })
    revisions.push(revision())
    library.actions.correct(id, { title: 'Judul lain' })
    revisions.push(revision())
    expect(revisions).toEqual([1, 2, 3])
  })

  it('gives every field that search knows', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library, { deck: null, tags: ['Sawah'] })
    expect(library.searchFeed.loadDocuments([id])).toEqual([
      {
        articleId: id,
        revision: 1,
        language: 'id',
        title: 'Panen raya dimulai',
        deck: '',
        body: 'Panen raya dimulai: panen raya dimulai hari ini.',
        byline: 'Sri',
        siteName: 'Warta Desa',
        tags: ['Sawah']
      }
    ])
  })

  it('gives the facts of an article, and of none in Trash', () => {
    const { library } = openTestLibrary()
    const id = addArticle(library, { sourceCredit: 'Antara', tags: ['Sawah'], resources: [] })
    const trashed = addArticle(library, { title: 'Sampah' })
    library.actions.changeStates([trashed], { isTrashed: true })
    library.actions.changeStates([id], { isStarred: true })
    expect(library.searchFeed.loadFacts([id, trashed])).toEqual([
      {
        articleId: id,
        siteName: 'Warta Desa',
        sourceCredit: 'Antara',
        language: 'id',
        format: 'text',
        published: '2023-05-06',
        publishedAt: Date.UTC(2023, 4, 6),
        importedAt: Date.UTC(2024, 0, 1),
        isRead: false,
        isStarred: true,
        isArchived: false,
        hasHighlight: false,
        hasNote: false,
        hasImage: false,
        tags: ['Sawah']
      }
    ])
  })

  it('names what changed since a time, trashed articles too', () => {
    const { library, clock } = openTestLibrary()
    const old = addArticle(library, { title: 'Lama' }, 1)
    addArticle(library, { title: 'Tetap' }, 2)
    clock.now = 5_000
    library.actions.changeStates([old], { isTrashed: true })
    expect(library.searchFeed.changedSince(5_000)).toEqual([{ articleId: old, changedAt: 5_000 }])
  })
})

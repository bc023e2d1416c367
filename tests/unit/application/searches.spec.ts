// What a person does with searches, through the handlers and a real worker.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPaths, openTestApplication } from '../support/testApplication'
import { temporaryFolder } from '../support/temporaryFolder'

async function openWithArticles() {
  const opened = openTestApplication()
  const folder = temporaryFolder()
  const texts = {
    'gempa.txt': 'Gempa kecil terasa di pesisir\n\nWarga sempat keluar rumah, lalu kembali setelah keadaan tenang.\n',
    'pasar.txt': 'Harga beras naik di pasar kota\n\nPedagang mengeluh karena pembeli makin sepi sejak pekan lalu.\n'
  }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  const { entries } = await importPaths(
    opened.application,
    Object.keys(texts).map(name => join(folder, name))
  )
  await opened.application.start()
  return { ...opened, articleIds: entries.flatMap(({ articleId }) => articleId ?? []) }
}

describe('searches', () => {
  it('that are saved are counted as the library changes, and every window hears of them', async () => {
    const { application, articleIds, events } = await openWithArticles()
    const { handlers } = application
    const saved = await handlers['search:save']({ name: 'Belum dibaca', query: 'is:unread', order: 'newest' })
    const count = async () => (await handlers['search:countSaved']({})).map(({ total }) => total)
    await expect.poll(count).toEqual([2])
    await handlers['library:changeStates']({ articleIds: articleIds.slice(0, 1), change: { isRead: true } })
    await expect.poll(count).toEqual([1])
    await handlers['library:changeStates']({ articleIds, change: { isTrashed: true } })
    await expect.poll(count).toEqual([0])
    await handlers['search:changeSaved']({ id: saved.id, change: { name: 'Baru' } })
    await handlers['search:reorderSaved']({ ids: [saved.id] })
    await handlers['search:deleteSaved']({ id: saved.id })
    expect(await handlers['search:listSaved']({})).toEqual([])
    const told = events.filter(({ channel }) => channel === 'search:savedChanged').map(({ payload }) => payload)
    expect(told).toEqual([
      { saved: [saved] },
      { saved: [{ ...saved, name: 'Baru' }] },
      { saved: [{ ...saved, name: 'Baru' }] },
      { saved: [] }
    ])
  })

  it('are kept in a history as long as the person wants', async () => {
    const { handlers } = openTestApplication().application
    await handlers['search:noteHistory']({ query: 'gempa' })
    expect((await handlers['search:listHistory']({ limit: 5 })).map(({ query }) => query)).toEqual(['gempa'])
    await handlers['settings:change']({ change: { searchHistoryLength: 0 } })
    expect(await handlers['search:listHistory']({ limit: 5 })).toEqual([])
    await handlers['search:noteHistory']({ query: 'gempa' })
    await handlers['search:eraseHistory']({ queries: null })
    expect(await handlers['search:listHistory']({ limit: 5 })).toEqual([])
  })

  it('filter by what the library knows, and their facets, explanations and completions follow', async () => {
    const { application, articleIds } = await openWithArticles()
    const { handlers } = application
    await handlers['library:changeTags']({ articleIds, change: { add: ['Kota besar'], remove: [] } })
    const ask = (query: string) => handlers['search:query']({ query, isTyping: false, offset: 0, limit: 5 })
    await expect.poll(async () => (await ask('tag:"kota besar" gempa OR beras')).total).toBe(2)
    const { total, filters } = await ask('tag:"kota besar" gempa')
    expect({ total, fields: filters.map(({ field }) => field) }).toEqual({ total: 1, fields: ['tag'] })
    const facets = await handlers['search:getFacets']({ query: 'tag:"kota besar"', isTyping: false })
    expect([facets.total, facets.tags.values]).toEqual([2, [{ value: 'Kota besar', count: 2 }]])
    const { words } = await handlers['search:explain']({ query: 'gempa', isTyping: false })
    expect(words.map(({ word, articles }) => [word, articles])).toEqual([['gempa', 1]])
    const { items } = await handlers['search:complete']({ query: 'tag:k', caret: 5 })
    expect(items).toEqual([{ kind: 'value', text: '"Kota besar"', count: 2 }])
  })
})

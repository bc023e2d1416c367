import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import type { ListOrder, ListView } from '@shared/model/library'
import { addArticle, openTestLibrary } from '../support/testLibrary'

function openSample() {
  const { library } = openTestLibrary()
  const ids = {
    inbox: addArticle(library, { title: 'Cabai', publishedAt: '2020-03-01', siteName: 'Satu' }, 1_000),
    starred: addArticle(library, { title: 'Air', publishedAt: null, siteName: 'Dua', tags: ['Alam'] }, 2_000),
    archived: addArticle(library, { title: 'Élan', publishedAt: '2021-03-01', siteName: 'Satu' }, 3_000),
    trashed: addArticle(library, { title: 'Batu', publishedAt: '2019-03-01', siteName: 'Dua', tags: ['Alam'] }, 4_000)
  }
  library.actions.changeStates([ids.starred], { isStarred: true, isRead: true })
  library.actions.changeStates([ids.archived], { isArchived: true })
  library.actions.changeStates([ids.trashed], { isTrashed: true })
  return { library, ids }
}

describe('lists', () => {
  it.each<[ListView, string[]]>([
    [{ kind: 'inbox' }, ['Air', 'Cabai']],
    [{ kind: 'starred' }, ['Air']],
    [{ kind: 'archive' }, ['Élan']],
    [{ kind: 'trash' }, ['Batu']],
    [{ kind: 'all' }, ['Élan', 'Air', 'Cabai']],
    [{ kind: 'tag', tag: 'alam' }, ['Air']],
    [{ kind: 'tag', tag: 'none' }, []],
    [{ kind: 'site', siteName: 'Satu' }, ['Élan', 'Cabai']]
  ])('shows in %j the articles %j, newest import first', (view, titles) => {
    const { library } = openSample()
    const page = library.lists.page(view, 'imported', 0, 10)
    expect({ titles: page.articles.map(article => article.title), total: page.total }).toEqual({
      titles,
      total: titles.length
    })
  })

  it.each<[ListOrder, string[]]>([
    ['imported', ['Élan', 'Air', 'Cabai']],
    ['published', ['Élan', 'Cabai', 'Air']],
    ['title', ['Air', 'Cabai', 'Élan']]
  ])('orders by %s, articles without a date last', (order, titles) => {
    const { library } = openSample()
    expect(library.lists.page({ kind: 'all' }, order, 0, 10).articles.map(article => article.title)).toEqual(titles)
  })

  it('finds the row of every article in every order, and none where the view lacks it', () => {
    const { library, ids } = openSample()
    for (const order of ['imported', 'published', 'title'] as const) {
      const { articles } = library.lists.page({ kind: 'all' }, order, 0, 10)
      const rows = articles.map(article => library.lists.findIndex({ kind: 'all' }, order, article.id))
      expect(rows).toEqual([0, 1, 2])
    }
    expect(library.lists.findIndex({ kind: 'inbox' }, 'imported', ids.archived)).toBeUndefined()
  })

  it('gives pages that together are the whole list', () => {
    const { library } = openTestLibrary()
    for (let index = 0; index < 25; index++) addArticle(library, { title: `Artikel ${index}` }, 1_000 + (index % 3))
    const whole = library.lists.page({ kind: 'inbox' }, 'imported', 0, 100).articles.map(article => article.id)
    const pages = [0, 10, 20].flatMap(offset => library.lists.page({ kind: 'inbox' }, 'imported', offset, 10).articles)
    expect(pages.map(article => article.id)).toEqual(whole)
    expect(new Set(whole).size).toBe(25)
  })

  it('counts every place, unread ones, tags and publishers without Trash', () => {
    const { library } = openSample()
    expect(library.lists.counts()).toEqual({
      all: 3,
      inbox: 2,
      inboxUnread: 1,
      starred: 1,
      archive: 1,
      trash: 1,
      tags: [{ name: 'Alam', count: 1 }],
      sites: [
        { name: 'Dua', count: 1 },
        { name: 'Satu', count: 2 }
      ]
    })
  })

  it('gives summaries in the order asked for, without those that are gone', () => {
    const { library, ids } = openSample()
    const asked = [ids.trashed, 'gone' as ArticleId, ids.inbox]
    expect(library.lists.summaries(asked).map(article => article.id)).toEqual([ids.trashed, ids.inbox])
  })

  it('reads every count, and every page in the usual order, from an index alone or without sorting', () => {
    const { folder } = openTestLibrary()
    const database = new SqliteDatabase(join(folder, 'library.db'), { readonly: true })
    const planOf = (sql: string): string =>
      database
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(step => step.detail)
        .join('; ')
    const plans = [
      `SELECT count(*) FROM article WHERE place = 'inbox'`,
      'SELECT place, is_read, count(*) FROM article GROUP BY place, is_read',
      'SELECT count(*) FROM article WHERE trashed_at IS NULL',
      'SELECT count(*) FROM article WHERE trashed_at IS NULL AND is_starred = 1',
      `SELECT count(*) FROM article WHERE trashed_at IS NULL AND site_name = 'Satu'`,
      ...['imported_at DESC', 'published_at DESC', 'title_key'].flatMap(order => [
        `SELECT number FROM article WHERE place = 'inbox' ORDER BY ${order}, number ${order.endsWith('DESC') ? 'DESC' : 'ASC'} LIMIT 10`,
        `SELECT number FROM article WHERE trashed_at IS NULL ORDER BY ${order}, number ${order.endsWith('DESC') ? 'DESC' : 'ASC'} LIMIT 10`
      ])
    ].map(planOf)
    database.close()
    expect(plans.filter(plan => !plan.includes('COVERING INDEX') || plan.includes('TEMP B-TREE'))).toEqual([])
  })
})

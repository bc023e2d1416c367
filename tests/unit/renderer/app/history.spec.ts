import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import {
  currentArticle,
  emptyHistory,
  forget,
  step,
  visit,
  type History
} from '../../../../src/renderer/src/app/history'

const walk = (...ids: readonly string[]): History =>
  ids.reduce((history, id) => visit(history, id as ArticleId), emptyHistory)

describe('history', () => {
  it('has no step before the first article or after the last', () => {
    expect([step(walk('a'), -1), step(walk('a'), 1), step(emptyHistory, -1)]).toEqual([null, null, null])
  })

  it('does not grow when the same article is opened again', () => {
    expect(walk('a', 'a', 'a').articleIds).toEqual(['a'])
  })

  it('forgets what lay ahead when another way is taken', () => {
    const back = step(walk('a', 'b', 'c'), -1)
    expect(back && visit(back, 'd' as ArticleId).articleIds).toEqual(['a', 'b', 'd'])
  })

  it('leads back and forward again', () => {
    const back = step(walk('a', 'b'), -1)
    const forward = back && step(back, 1)
    expect([back && currentArticle(back), forward && currentArticle(forward)]).toEqual(['a', 'b'])
  })

  it('stands nowhere once its current article is gone', () => {
    const gone = forget(walk('a', 'b', 'c'), 'c' as ArticleId)
    expect([currentArticle(gone), gone.articleIds]).toEqual([null, ['a', 'b']])
  })

  it('stays at its current article when another one is gone', () => {
    expect(currentArticle(forget(walk('a', 'b', 'c'), 'a' as ArticleId))).toBe('c')
  })

  it('is bounded', () => {
    const long = walk(...Array.from({ length: 500 }, (_, index) => `a${index}`))
    expect({ length: long.articleIds.length, current: currentArticle(long) }).toEqual({ length: 100, current: 'a499' })
  })
})

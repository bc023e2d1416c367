import { describe, expect, it } from 'vitest'
import type { ArticleHits } from '@shared/model/search'
import { flattenHits, hitRange, resolveHitIndex } from '../../../../../src/renderer/src/features/reader/hits'
import { parseHTML } from 'linkedom'
import { collectText } from '@shared/text/articleText'

const hits = { articleId: 'a', title: [[0, 5]], deck: [], byline: [[2, 4]], body: [[1, 3]] } as unknown as ArticleHits

/** Records what a range is set to; linkedom has no ranges. */
class RecordedRange {
  readonly calls: unknown[] = []
  setStart(node: { data: string }, offset: number): void {
    this.calls.push([node.data, offset])
  }
  setEnd(node: { data: string }, offset: number): void {
    this.calls.push([node.data, offset])
  }
}

function rangeIn(html: string, range: readonly [number, number]): unknown {
  const { document } = parseHTML(`<html><body><div>${html}</div></body></html>`)
  const body = collectText(document.querySelector('div') as unknown as Node)
  const recorded = new RecordedRange()
  const page = { createRange: () => recorded } as unknown as Document
  hitRange(page, { body: body as never }, { field: 'body', range })
  return recorded.calls
}

describe('hits', () => {
  it('have no range in a part that is not on the page', () => {
    expect(hitRange({} as Document, {}, { field: 'deck', range: [0, 3] })).toBeNull()
  })

  it('stand in the order of the page', () => {
    expect(flattenHits(hits).map(hit => hit.field)).toEqual(['title', 'byline', 'body'])
  })

  it.each([
    [0, 0, -1],
    [-1, 3, 2],
    [1, 3, 1],
    [9, 3, 2]
  ])('resolve the index %i of %i to %i', (index, total, resolved) => {
    expect(resolveHitIndex(index, total)).toBe(resolved)
  })

  it('range over an inline element in the middle of a word', () => {
    expect(rangeIn('<p>re<b>lo</b>ad</p>', [0, 6])).toEqual([
      ['re', 0],
      ['ad', 2]
    ])
  })

  it('end within their own text node where the next one begins right after', () => {
    expect(rangeIn('<p>river<i>bank</i></p>', [0, 5])).toEqual([
      ['river', 0],
      ['river', 5]
    ])
  })
})

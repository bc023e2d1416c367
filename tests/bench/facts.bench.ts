// Owns the benchmark of filters, orders, facets and likeness: what they cost a library of many articles.
// `npm run bench -- facts [--size N]… [--json]`
import { parseArgs } from 'node:util'
import type { ArticleId } from '@shared/model/common'
import type { ResultOrder } from '@shared/model/search'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { createAnalyzer } from '../../src/main/search/analysis/analyzer'
import { countFacets } from '../../src/main/search/facts/countFacets'
import { createFactIndex, type FactIndex } from '../../src/main/search/facts/factIndex'
import { createRanking } from '../../src/main/search/index/ranking'
import { createSearchIndex } from '../../src/main/search/index/searchIndex'
import { planQuery } from '../../src/main/search/query/planQuery'
import { writeSketch, sketchLength } from '../../src/main/search/similar/sketch'

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['10000', '100000'] },
    json: { type: 'boolean', default: false }
  }
})
/** Each figure is the median of so many runs. */
const rounds = 15
const dayMs = 24 * 60 * 60 * 1000
const firstDay = Date.UTC(2010, 0, 1)

for (const size of values.size) {
  const report = measure(Number(size))
  console.log(
    values.json
      ? JSON.stringify(report)
      : Object.entries(report)
          .map(([name, value]) => `${name.padEnd(28)} ${value}`)
          .join('\n')
  )
}

function measure(size: number): Record<string, number> {
  const articles = Array.from({ length: size }, (_, number) => makeFacts(number))
  const index = createSearchIndex(createAnalyzer())
  index.put(
    articles.map(({ articleId }) => ({
      articleId,
      revision: 1,
      language: null,
      title: 'a',
      deck: '',
      body: '',
      byline: '',
      siteName: '',
      tags: []
    }))
  )
  index.seal()
  const before = memoryMB()
  const facts = createFactIndex()
  const putMs = timed(() => facts.put(articles))
  const held = memoryMB() - before
  const view = index.view()
  const firstMs = timed(() => facts.rowsOf(view))
  const all = Uint32Array.from({ length: size }, (_, slot) => slot)
  const rows = Int32Array.from(facts.rowsOf(view))
  const text = Array.from({ length: 600 }, (_, word) => `kata${word}`).join(' ')
  const sketch = new Uint32Array(sketchLength)
  return {
    size,
    heldMB: round(held),
    putMs: round(putMs),
    firstRowsMs: round(firstMs),
    'is:starred ms': filterMs('is:starred', facts),
    'source:publisher ms': filterMs('source:publisher', facts),
    'tag:"Tag 3" ms': filterMs('tag:"Tag 3"', facts),
    'after:2015 ms': filterMs('after:2015', facts),
    'newest, 20 of all ms': orderMs('newest', facts),
    'publisher, 20 of all ms': orderMs('publisher', facts),
    'facets of all ms': median(() => countFacets(facts.table, rows)),
    'a sketch of 600 words ms':
      median(() => {
        for (let time = 0; time < 100; time++) writeSketch(text, sketch, 0)
      }) / 100
  }

  function filterMs(query: string, known: FactIndex): number {
    const { root } = planQuery(query, false, { analyzer: createAnalyzer(), languages: [] })
    if (root?.kind !== 'fact') throw new Error(`${query} is no filter`)
    return median(() => known.slotsOf(root.filter, view))
  }

  function orderMs(order: ResultOrder, known: FactIndex): number {
    return median(() => createRanking(all, new Float64Array(size), view, known.compare(order, all, view)).best(20))
  }
}

/** Facts of Zipf-like frequencies: few publishers and tags have most articles. */
function makeFacts(number: number): ArticleFacts {
  const scattered = (number * 2_654_435_761) % 4_294_967_296
  const rank = (most: number): number => Math.floor(most ** ((scattered % 10_007) / 10_007))
  const publishedAt = firstDay + (scattered % 5_000) * dayMs
  return {
    articleId: `01${number.toString(32).padStart(24, '0')}` as ArticleId,
    siteName: `Publisher ${rank(3_000)}`,
    sourceCredit: number % 3 === 0 ? `Agency ${rank(50)}` : null,
    language: number % 4 === 0 ? 'en' : 'id',
    format: number % 5 === 0 ? 'pdf' : 'html',
    published: new Date(publishedAt).toISOString().slice(0, 10),
    publishedAt,
    importedAt: firstDay + number,
    isRead: number % 2 === 0,
    isStarred: number % 20 === 0,
    isArchived: number % 3 === 0,
    hasHighlight: number % 11 === 0,
    hasNote: number % 13 === 0,
    hasImage: number % 2 === 1,
    tags: number % 2 === 0 ? [`Tag ${rank(400)}`, `Theme ${rank(40)}`] : []
  }
}

function memoryMB(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

function timed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

function median(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => timed(work)).toSorted((first, second) => first - second)
  return round(times[Math.floor(rounds / 2)] ?? 0)
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}

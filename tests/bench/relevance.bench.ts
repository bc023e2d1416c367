// Owns the relevance benchmark: plain MiniSearch and Lontar on judged questions, as they are and mistyped.
// `npm run bench -- relevance [--json]`
import { parseArgs } from 'node:util'
import MiniSearch from 'minisearch'
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createSearchService } from '../../src/main/search/worker/searchService'
import { createRandom } from './generate'
import { mistype, ndcgAt10, readCollections, type JudgedCollection, type JudgedQuestion } from './relevance/judged'

/** Gives the ids of the best texts. */
type Ranker = (question: string) => Promise<readonly string[]>

interface Quality {
  readonly ndcg10: number
  readonly recall10: number
  /** How many questions found nothing. */
  readonly empty: number
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const collections = readCollections()
if (collections.length === 0) {
  console.error('Skipped: the judged collections lie in ../shared/data/search, which is absent here')
}
for (const collection of collections) await compare(collection)

async function compare(collection: JudgedCollection): Promise<void> {
  const random = createRandom(5)
  const mistyped = collection.questions.map(question => ({ ...question, text: mistype(question.text, random) }))
  // What was chosen by looking at figures was chosen on the first half; the second was only reported.
  const half = Math.ceil(collection.questions.length / 2)
  const sets: Readonly<Record<string, readonly JudgedQuestion[]>> = {
    all: collection.questions,
    'first half': collection.questions.slice(0, half),
    'second half': collection.questions.slice(half),
    mistyped,
    'mistyped, second half': mistyped.slice(half)
  }
  const rankers: Readonly<Record<string, Ranker>> = {
    minisearch: createMiniSearch(collection),
    lontar: await createLontar(collection)
  }
  const report: Record<string, Record<string, Quality>> = {}
  for (const [set, questions] of Object.entries(sets)) {
    const found: Record<string, Quality> = {}
    for (const [name, rank] of Object.entries(rankers)) found[name] = await judge(questions, rank)
    report[set] = found
  }
  if (values.json) console.log(JSON.stringify({ collection: collection.name, ...report }))
  else printReport(collection, report)
}

function createMiniSearch({ texts }: JudgedCollection): Ranker {
  const index = new MiniSearch({ fields: ['title', 'body'] })
  index.addAll(texts)
  return question =>
    Promise.resolve(
      index
        .search(question)
        .slice(0, 10)
        .map(({ id }) => String(id))
    )
}

async function createLontar({ texts }: JudgedCollection): Promise<Ranker> {
  const documents = texts.map(({ id, title, body }): SearchDocument => ({
    articleId: id as ArticleId,
    revision: 1,
    language: 'id',
    title,
    deck: '',
    body,
    byline: '',
    siteName: '',
    tags: []
  }))
  const byId = new Map(documents.map(document => [document.articleId, document]))
  const service = createSearchService({
    folder: '/nonexistent',
    loadDocuments: ids => Promise.resolve(ids.flatMap(id => byId.get(id) ?? [])),
    pause: () => Promise.resolve(),
    log: () => undefined,
    now: Date.now
  })
  await service.apply({ documents, facts: [], removed: [] })
  return async question => {
    const { hits } = await service.query({ query: question, isTyping: false, offset: 0, limit: 10 })
    return hits.map(({ articleId }) => articleId)
  }
}

async function judge(questions: readonly JudgedQuestion[], rank: Ranker): Promise<Quality> {
  let [ndcg, recall, empty] = [0, 0, 0]
  for (const { text, judgments } of questions) {
    const ranked = await rank(text)
    ndcg += ndcgAt10(ranked, judgments)
    recall += ranked.filter(id => judgments.has(id)).length / judgments.size
    if (ranked.length === 0) empty++
  }
  const mean = (sum: number): number => Math.round((sum / questions.length) * 1e4) / 1e4
  return { ndcg10: mean(ndcg), recall10: mean(recall), empty }
}

function printReport(
  { name, texts, questions }: JudgedCollection,
  report: Readonly<Record<string, Readonly<Record<string, Quality>>>>
): void {
  console.log(`${name}: ${questions.length} questions, ${texts.length} texts (nDCG@10, recall@10, empty)`)
  for (const [set, found] of Object.entries(report)) {
    const cells = Object.entries(found).map(([ranker, { ndcg10, recall10, empty }]) =>
      `${ranker} ${ndcg10.toFixed(3)}  ${recall10.toFixed(3)}  ${empty}`.padEnd(36)
    )
    console.log(set.padEnd(24) + cells.join(''))
  }
}

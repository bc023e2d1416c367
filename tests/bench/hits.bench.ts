// Owns the check that every hit is where it is said to be, and that none is missing: a plain scan of the texts decides.
// `npm run bench -- hits [--size N] [--queries N] [--json]`
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createSearchService, type SearchService } from '../../src/main/search/worker/searchService'
import { createRandom, generateArticles, pick } from './generate'
import { scanArticle, scanForHits, type ScannedArticle, type ScanQuery } from './hits/scan'

const seed = 20_261_124
const batch = 500

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    queries: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false }
  }
})

/** Words are asked for as written where articles have a language; without one nothing else is a word's family. */
const languages = ['stated', 'unknown'] as const
const folder = mkdtempSync(join(tmpdir(), 'lontar-hits-'))
const random = createRandom(seed)
let checkedHits = 0
let checkedArticles = 0
const wrong: string[] = []
try {
  for (const language of languages) await check(language, Math.ceil(Number(values.queries) / languages.length))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const report = { queries: Number(values.queries), articles: checkedArticles, hits: checkedHits, wrong: wrong.length }
console.log(
  values.json
    ? JSON.stringify(report)
    : `${report.queries} queries, ${report.articles} articles found, ${report.hits} hits, ${report.wrong} queries answered otherwise than by a scan`
)
for (const query of wrong.slice(0, 10)) console.error(`differs: ${query}`)
process.exitCode = wrong.length === 0 ? 0 : 1

async function check(language: (typeof languages)[number], count: number): Promise<void> {
  const documents = makeDocuments(language)
  const byId = new Map(documents.map(document => [document.articleId, document]))
  const own = join(folder, language)
  const open = (): SearchService =>
    createSearchService({
      folder: own,
      loadDocuments: ids => Promise.resolve(ids.flatMap(id => byId.get(id) ?? [])),
      pause: () => Promise.resolve(),
      log: message => console.error(message),
      now: Date.now
    })
  const building = open()
  for (let at = 0; at < documents.length; at += batch) {
    await building.apply({ documents: documents.slice(at, at + batch), facts: [], removed: [] })
  }
  await building.flush(null)
  const service = open()
  await service.load(null)
  const scanned = documents.map(scanArticle)
  const allWords = scanned.flatMap(({ words }) => words.body.filter((_, at) => at % 40 === 0).map(({ text }) => text))
  const vocabulary = [...new Set(allWords)]
  for (let number = 0; number < count; number++) {
    const query = makeQuery(language, scanned, number % 10 === 0 ? allWords : vocabulary)
    const text = writeQuery(query, language === 'stated')
    if (!(await isAnsweredAsByScan(service, text, query, scanned))) wrong.push(text)
  }
}

function makeDocuments(language: (typeof languages)[number]): readonly SearchDocument[] {
  return Array.from(generateArticles(Number(values.size), seed), ({ text, language: written }, number) => {
    const [title = '', deck = '', ...body] = text.split('\n')
    return {
      articleId: `a${String(number).padStart(6, '0')}` as ArticleId,
      revision: 1,
      language: language === 'stated' ? written : null,
      title,
      deck,
      body: body.join('\n'),
      byline: '',
      siteName: '',
      tags: []
    }
  })
}

function makeQuery(
  language: (typeof languages)[number],
  scanned: readonly ScannedArticle[],
  words: readonly string[]
): ScanQuery {
  const kind = random()
  const plain = { isPhrase: false, isLastPrefix: false, without: null }
  if (kind < 0.4) {
    const { body } = pick(scanned, random).words
    const at = Math.floor(random() * (body.length - 3))
    const row = body.slice(at, at + 2 + Math.floor(random() * 2)).map(({ text }) => text)
    if (kind < 0.25) return { ...plain, words: row, isPhrase: true }
    return { ...plain, words: [...new Set(row)] }
  }
  const word = pick(words, random)
  if (language === 'unknown' && kind < 0.6) return { ...plain, words: [word.slice(0, 4)], isLastPrefix: true }
  return {
    ...plain,
    words: [word],
    without:
      kind < 0.7
        ? pick(
            words.filter(other => other !== word),
            random
          )
        : null
  }
}

function writeQuery({ words, isPhrase, isLastPrefix, without }: ScanQuery, isExact: boolean): string {
  const quote = (word: string): string => (isExact ? `"${word}"` : word)
  const wanted = isPhrase ? `"${words.join(' ')}"` : words.map(quote).join(' ') + (isLastPrefix ? '*' : '')
  return without === null ? wanted : `${wanted} -${quote(without)}`
}

async function isAnsweredAsByScan(
  service: SearchService,
  text: string,
  query: ScanQuery,
  scanned: readonly ScannedArticle[]
): Promise<boolean> {
  const expected = scanned.flatMap(article => scanForHits(article, query) ?? [])
  const { hits, total } = await service.query({ query: text, isTyping: false, offset: 0, limit: scanned.length })
  if (hits.length !== expected.length || total !== expected.length) return false
  const counts = new Map(hits.map(({ articleId, matchCount }) => [articleId, matchCount]))
  for (const wanted of expected) {
    const found = await service.locate({ articleId: wanted.articleId, query: text, isTyping: false })
    const count = wanted.title.length + wanted.deck.length + wanted.byline.length + wanted.body.length
    if (!isDeepStrictEqual(found, wanted) || counts.get(wanted.articleId) !== count) return false
    checkedHits += count
    checkedArticles++
  }
  return true
}

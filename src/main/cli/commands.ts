// Owns the commands: each asks the application's handlers, as the window does, and prints what they answer.
import { resolve } from 'node:path'
import * as v from 'valibot'
import { AppError } from '@shared/errors'
import { articleIdSchema, importIdSchema } from '@shared/model/common'
import type { ReceiptEntry } from '@shared/model/importing'
import type { QueryProblemCode } from '@shared/model/query'
import { isWhole, type ResultOrder, type SearchHit, type SearchResult } from '@shared/model/search'
import type { Application } from '../application/createApplication'
import { toPrintedArticle, toPrintedSummary, type Printer } from './print'

/** What a command gets. */
export interface CommandContext {
  readonly application: Application
  readonly printer: Printer
  readonly words: readonly string[]
  readonly limit: number
  readonly query: string | undefined
  readonly order: ResultOrder | undefined
  readonly part: 'all' | 'text' | 'html'
  readonly isRepairing: boolean
}

/** The exit code: 0 all well, 1 something failed. */
type ExitCode = 0 | 1

/** So many lines of a receipt or list are read at once. */
const pageSize = 500

/** `import PATH…`: a line a file, then the summary. */
export async function importCommand({ application, printer, words }: CommandContext): Promise<ExitCode> {
  const items = words.map(path => ({ kind: 'path', path: resolve(path) }) as const)
  const { importId, totals } = await application.imports.waitFor(application.imports.enqueue({ kind: 'items', items }))
  for (let offset = 0; ; offset += pageSize) {
    const { entries } = application.library.imports.getReceipt(importId, null, offset, pageSize)
    for (const entry of entries) printer.result(toPrintedEntry(entry), describeEntry(entry))
    if (entries.length < pageSize) break
  }
  const counts = Object.entries(totals).filter(([, count]) => count > 0)
  const sums = counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'nothing to import'
  printer.result({ summary: { ...totals, importId } }, `${sums} (import ${importId})`)
  return totals.failed > 0 ? 1 : 0
}

function toPrintedEntry(entry: ReceiptEntry): Record<string, unknown> {
  const { path, outcome, articleId, format, title, error, warnings } = entry
  return {
    path,
    outcome,
    ...(articleId && { articleId }),
    ...(format && { format }),
    ...(title !== null && { title }),
    ...(error && { error }),
    warnings
  }
}

function describeEntry({ path, outcome, title, error, warnings }: ReceiptEntry): string {
  const remarks = warnings.map(warning => ` (${warning.message})`).join('')
  return `${outcome.padEnd(9)} ${path}${error ? `: ${error.message}` : ` → ${title ?? ''}`}${remarks}`
}

/** `list [--limit N] [--query Q] [--order O]`: an article summary a line, the newest first. */
export async function listCommand(context: CommandContext): Promise<ExitCode> {
  const { application, printer, limit, query } = context
  if (query !== undefined) {
    for await (const { article } of streamHits(context, query, context.order ?? 'newest')) {
      printer.result(toPrintedSummary(article), `${article.id}  ${article.title}`)
    }
    return 0
  }
  for (let offset = 0; offset < limit; offset += pageSize) {
    const wanted = Math.min(pageSize, limit - offset)
    const { articles } = application.library.lists.page({ kind: 'all' }, 'imported', offset, wanted)
    for (const article of articles) printer.result(toPrintedSummary(article), `${article.id}  ${article.title}`)
    if (articles.length < wanted) break
  }
  return 0
}

/** `show ID`: the article, or just its text or markup. */
export async function showCommand({ application, printer, words, part }: CommandContext): Promise<ExitCode> {
  const [given] = words
  const id = v.safeParse(articleIdSchema, given)
  if (!id.success) throw new AppError('article_not_found', `There is no article ${given ?? ''}`)
  const article = application.library.articles.get(id.output)
  if (part !== 'all') {
    // The bare text or markup is wanted, with --json or without.
    process.stdout.write(`${article[part]}\n`)
    return 0
  }
  const head = [
    article.title,
    article.deck,
    [article.siteName, article.publishedAt, article.byline].filter(Boolean).join(' · ')
  ]
  printer.result(toPrintedArticle(article), [...head.filter(Boolean), '', article.text].join('\n'))
  return 0
}

/** `search QUERY [--limit N] [--order O]`: a line a hit, then the summary. */
export async function searchCommand(context: CommandContext): Promise<ExitCode> {
  const { printer, words, limit } = context
  const query = words.join(' ')
  let [total, tookMs] = [0, 0]
  const onFirst = (result: SearchResult): void => {
    ;({ total, tookMs } = result)
  }
  for await (const hit of streamHits(context, query, context.order ?? 'relevance', onFirst)) {
    const { article, score, matchCount, snippets } = hit
    const printed = snippets.map(({ text, highlights }) => ({ text, highlights }))
    printer.result(
      { articleId: article.id, title: article.title, score, matchCount, snippets: printed },
      `${article.title} (${matchCount})\n${snippets.map(snippet => `    ${markSnippet(snippet)}`).join('\n')}`
    )
  }
  printer.result({ summary: { total, tookMs, query } }, `${total} found in ${tookMs.toFixed(1)} ms`)
  if (limit < total) printer.message(`The first ${limit} are shown; --limit shows more.`)
  return 0
}

/** `undo-import ID`: moves everything that an import brought in to Trash. */
export async function undoImportCommand({ application, printer, words }: CommandContext): Promise<ExitCode> {
  const importId = v.safeParse(importIdSchema, words[0])
  if (!importId.success) throw new AppError('import_not_found', `There is no import ${words[0] ?? ''}`)
  const { articleCount } = await application.handlers['importing:undoImport']({ importId: importId.output })
  printer.result({ importId: importId.output, trashed: articleCount }, `${articleCount} moved to Trash`)
  return 0
}

/** `verify`: what a comparison of the index with the library found; exit code 1 where something differs. */
export async function verifyCommand({ application, printer, isRepairing }: CommandContext): Promise<ExitCode> {
  await application.start()
  const report = await application.handlers['search:verifyIndex']({ isRepairing })
  const isGood = isWhole(report)
  const { articles, indexed, missing, outdated, surplus, sampled, wrong } = report
  const sums = `${articles} articles, ${indexed} indexed: ${missing} missing, ${outdated} outdated, ${surplus} too many`
  const words = `${sums}; of ${sampled} compared with their texts ${wrong} differ${isGood ? '' : ' (--repair mends it)'}`
  printer.result({ index: { ...report, isWhole: isGood } }, words)
  return isGood ? 0 : 1
}

const problemWords: Readonly<Record<QueryProblemCode, string>> = {
  group_not_closed: 'A bracket is not closed',
  group_not_opened: 'A bracket closes nothing',
  phrase_not_closed: 'Quotes are not closed',
  operand_missing: 'Something is missing beside this sign',
  near_operand: 'NEAR stands between words or phrases only',
  value_missing: 'A value is missing behind the colon',
  value_unknown: 'There is no such value',
  date_unknown: 'This is no date'
}

async function* streamHits(
  { application, printer, limit }: CommandContext,
  query: string,
  order: ResultOrder,
  onFirst: (result: SearchResult) => void = () => undefined
): AsyncGenerator<SearchHit> {
  await application.search.start()
  for (let offset = 0; offset < limit; offset += pageSize) {
    const wanted = Math.min(pageSize, limit - offset)
    const result = await application.handlers['search:query']({ query, isTyping: false, order, offset, limit: wanted })
    if (offset === 0) {
      onFirst(result)
      for (const { code, start, end } of result.problems) {
        printer.message(`${problemWords[code]}: ${query.slice(start, end)} (at ${start + 1})`)
      }
    }
    yield* result.hits
    if (offset + wanted >= result.total) return
  }
}

/** Hits between marks that any terminal shows. */
function markSnippet({ text, highlights }: SearchHit['snippets'][number]): string {
  let marked = ''
  let end = 0
  for (const [from, to] of highlights) {
    marked += `${text.slice(end, from)}[${text.slice(from, to)}]`
    end = to
  }
  return marked + text.slice(end)
}

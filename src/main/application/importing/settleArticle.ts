// Owns what becomes of an article that comes in: new, a new version, the text of a stub, or there already. Runs inside the
// batch's transaction and writes nothing but articles.
import type { ImportWarning } from '@shared/model/article'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ImportOutcome, ReceiptEntry } from '@shared/model/importing'
import type { ArticleRecord, NewArticle, StoredFile } from '../../library/insertArticle'
import type { Library } from '../../library/library'
import type { KnownArticle } from '../../library/matches'
import type { ArticleChange } from '../../library/takeBack'

/** An article on its way into the library. */
export interface IncomingArticle {
  readonly position: number
  /** The path as a person would know it. */
  readonly displayPath: string
  /** The file or folder on disk that a person gave, to try again; null where there is none. */
  readonly retryPath: string | null
  readonly fileName: string
  readonly sourcePath: string | null
  readonly original: StoredFile
  readonly part: string
  readonly article: ImportedArticle
  /** The stored files of `article.resources`, in the same order. */
  readonly resources: readonly StoredFile[]
  readonly parseOptions: Readonly<Record<string, unknown>>
  readonly record: ArticleRecord | null
}

/** What became of it: its line in the receipt, and what of an article that was there was changed. */
export interface SettledArticle {
  readonly entry: ReceiptEntry
  readonly changed: ArticleChange | null
  /** What others must hear: nothing where the library did not change. */
  readonly change: 'imported' | 'edited' | 'trashed' | null
}

const restoredWarning: ImportWarning = {
  code: 'restored_from_trash',
  message: 'The article was in Trash and has been put back'
}
const sameTextWarning: ImportWarning = {
  code: 'same_text',
  message: 'The library has the same text from another file'
}

/** Settles one article. Call inside a transaction. */
export function settleArticle(
  incoming: IncomingArticle,
  library: Library,
  importId: ImportId,
  now: number
): SettledArticle {
  const { article, original, part, record } = incoming
  const byRecord = record && library.matches.findByRecord(record.export.sha256, record.key)
  if (article.format === 'stub') {
    const meant = byRecord ?? library.matches.findMeant(article.url, article.title)
    return meant ? mergeRecord(meant, incoming, library, now) : insertNew(incoming, library, importId, now)
  }
  const { url, title, text } = article
  const same =
    byRecord && library.matches.hasOriginal(byRecord.number, original.sha256, part)
      ? byRecord
      : library.matches.findByOriginal(original.sha256, part, record && url)
  if (same) return mergeRecord(same, incoming, library, now)
  // An entry with an address is what that says, wherever its text lies.
  const sourcePath = record && url ? null : incoming.sourcePath
  const earlier = byRecord ?? library.matches.findEarlier({ url, title, text, sourcePath, part })
  if (!earlier) return insertNew(incoming, library, importId, now)
  if (earlier.format !== 'stub' && library.matches.textOf(earlier.number) === text) {
    return mergeRecord(earlier, incoming, library, now, [sameTextWarning])
  }
  return addVersion(earlier, incoming, library, importId, now)
}

function insertNew(incoming: IncomingArticle, library: Library, importId: ImportId, now: number): SettledArticle {
  const articleId = library.writer.insert(toNewArticle(incoming, importId, now))
  const outcome = incoming.article.format === 'stub' ? 'stub' : 'imported'
  return { entry: entryOf(incoming, outcome, articleId, incoming.article.warnings), changed: null, change: 'imported' }
}

function addVersion(
  known: KnownArticle,
  incoming: IncomingArticle,
  library: Library,
  importId: ImportId,
  now: number
): SettledArticle {
  const before = library.actions.readForImport(known.articleId)
  library.writer.addVersion(known.number, toNewArticle(incoming, importId, now))
  const warnings = [...incoming.article.warnings, ...putBack(known, library, now)]
  if (incoming.record) {
    mergeStates(known, incoming.record, library)
    library.writer.addRecord(known.number, incoming.record, now)
  }
  const changed = { before, after: library.actions.readForImport(known.articleId) }
  return { entry: entryOf(incoming, 'updated', known.articleId, warnings), changed, change: 'edited' }
}

/** Brings an entry's tags, states and highlights to an article that is there; a plain file that is there brings nothing. */
function mergeRecord(
  known: KnownArticle,
  incoming: IncomingArticle,
  library: Library,
  now: number,
  remarks: readonly ImportWarning[] = []
): SettledArticle {
  const { record } = incoming
  const isNewRecord =
    record !== null && library.matches.findByRecord(record.export.sha256, record.key)?.articleId !== known.articleId
  const before = library.actions.readForImport(known.articleId)
  // Whoever adds a file again wants to have it.
  const warnings = [...remarks, ...putBack(known, library, now)]
  let isChanged = false
  // What was taken back with the import that had brought it comes again with another.
  if (record && (isNewRecord || library.imports.wasTakenBack(known.articleId))) {
    isChanged = mergeStates(known, record, library)
    isChanged = library.writer.addRecord(known.number, record, now) > 0 || isChanged
  }
  const entry = entryOf(incoming, isChanged ? 'updated' : 'duplicate', known.articleId, warnings)
  return {
    entry: isChanged ? entry : { ...entry, title: known.title, format: known.format },
    changed: isChanged || known.isTrashed ? { before, after: library.actions.readForImport(known.articleId) } : null,
    change: isChanged ? 'edited' : known.isTrashed ? 'trashed' : null
  }
}

function putBack(known: KnownArticle, library: Library, now: number): readonly ImportWarning[] {
  if (!known.isTrashed) return []
  library.articles.putBack(known.articleId, now)
  return [restoredWarning]
}

/** States only grow and tags are only added: what a person did here is not undone by what was done elsewhere. */
function mergeStates(known: KnownArticle, record: ArticleRecord, library: Library): boolean {
  return library.actions.mergeFromImport(known.articleId, {
    tags: record.tags,
    isRead: record.isRead,
    isStarred: record.isStarred,
    isArchived: record.isArchived
  })
}

function toNewArticle(incoming: IncomingArticle, importId: ImportId, now: number): NewArticle {
  const { article, original, part, resources, fileName, sourcePath, parseOptions, record } = incoming
  return { parsed: article, original, part, resources, fileName, sourcePath, parseOptions, record, importId, now }
}

function entryOf(
  incoming: IncomingArticle,
  outcome: ImportOutcome,
  articleId: ArticleId,
  warnings: readonly ImportWarning[]
): ReceiptEntry {
  return {
    position: incoming.position,
    path: incoming.displayPath,
    outcome,
    articleId,
    format: incoming.article.format,
    title: incoming.article.title,
    error: null,
    warnings: [...warnings],
    canRetry: incoming.retryPath !== null
  }
}

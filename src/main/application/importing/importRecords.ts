// Owns the import of another service's export: each entry becomes an article, the text of one, or a stub.
import { dirname, join, relative } from 'node:path'
import { AppError, toAppError } from '@shared/errors'
import type { ImportWarning } from '@shared/model/article'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { readImportFile, type ExportRecord, type ParsedExport, type ParsedPart } from '../../importing/importing'
import { originalExtension } from '../../library/originals'
import { failedEntry, type EntryPlace, type KeptFile } from './pendingArticle'
import { storedFile } from './storedFiles'
import { lineOf, stubOf, titleOfAddress, toArticleRecord, withRecord } from './recordArticle'
import { addFailure, endOfProgram, inParallel, type ImportTask } from './importTask'

/** So many entries are in work at once. */
const parallelEntries = 32
/** An entry's name in a receipt is cut at so many characters. */
const longestName = 300

interface FoundContent {
  readonly article: ImportedArticle
  readonly original: KeptFile
  readonly part: string
}

/** Imports every entry of an export; each has a line of its own. `path` is where the export's file lies, for files beside it. */
export async function importRecords(
  parsed: ParsedExport,
  path: string | null,
  file: KeptFile,
  place: EntryPlace,
  task: ImportTask
): Promise<void> {
  if (parsed.records.length === 0) {
    await task.committer.addEntry(failedEntry(place, new AppError('export_empty', 'The export holds no entry')))
    return
  }
  const namer = createNamer()
  let isFirst = true
  await inParallel(parsed.records, parallelEntries, async record => {
    const displayPath = `${place.displayPath} › ${namer(record)}`
    if (task.signal.reason === endOfProgram || task.isDone(displayPath)) return
    const position = isFirst ? place.position : task.takePosition()
    isFirst = false
    await importRecord(record, parsed.service, path, file, { ...place, position, displayPath }, task)
  })
}

/** Names entries for a person, each by a name of its own, so that an interrupted import knows which of them are done. */
function createNamer(): (record: ExportRecord) => string {
  const uses = new Map<string, number>()
  return ({ title, url, key }) => {
    const name = lineOf(title, longestName) || lineOf(url, longestName) || lineOf(key, longestName)
    const count = (uses.get(name) ?? 0) + 1
    uses.set(name, count)
    return count === 1 ? name : `${name} #${count}`
  }
}

async function importRecord(
  record: ExportRecord,
  service: string,
  path: string | null,
  file: KeptFile,
  place: EntryPlace,
  task: ImportTask
): Promise<void> {
  try {
    task.signal.throwIfAborted()
    task.onStarted(place.displayPath)
  } catch (error) {
    return addFailure(place, error, task)
  }
  const told = toArticleRecord(record, service, storedFile(file))
  const warnings: ImportWarning[] = []
  let found: FoundContent | null = null
  try {
    found = await findContent(record, path, file, task)
    if (!found && record.content) {
      warnings.push({
        code: 'content_missing',
        message: 'The export names a text for this entry that it does not hold'
      })
    }
  } catch (error) {
    if (task.signal.aborted) return addFailure(place, error, task)
    // The entry stays, waiting for its text, and says why it has none.
    const { message } = toAppError(error, 'parse_failed')
    warnings.push({ code: 'content_unreadable', message: `The text of this entry could not be read: ${message}` })
  }
  const article = found ? withRecord(found.article, record) : stubOf(record)
  await task.committer.addParsed({
    ...place,
    original: found?.original ?? file,
    part: found?.part ?? record.key,
    article: { ...article, warnings: [...article.warnings, ...warnings] },
    parseOptions: {},
    record: { told, file }
  })
}

async function findContent(
  record: ExportRecord,
  path: string | null,
  file: KeptFile,
  task: ImportTask
): Promise<FoundContent | null> {
  const { content } = record
  if (content === null) return null
  if (content.kind === 'inline') {
    if (content.content.trim() === '') return null
    const extension = { html: '.html', markdown: '.md', text: '.txt' }[content.format]
    const title = lineOf(record.title, longestName) || lineOf(titleOfAddress(record.url), longestName)
    const fileName = `${title || lineOf(record.key, longestName)}${extension}`
    const bytes = new TextEncoder().encode(content.content)
    const article = await parseOnly({ fileName, path: null, bytes, options: { extraction: 'page' } }, task)
    return article && { article, original: file, part: record.key }
  }
  if (path === null) return null
  for (const relativePath of content.paths) {
    const read = await readBeside(path, relativePath, file, task)
    if (!read) continue
    const { original, filePath } = read
    const request = { fileName: original.fileName, path: filePath, bytes: original.bytes }
    const article = await parseOnly({ ...request, options: { extraction: 'page' } }, task)
    return article && { article, original, part: '' }
  }
  return null
}

async function parseOnly(
  request: Parameters<ImportTask['parser']['parseFile']>[0],
  task: ImportTask
): Promise<ImportedArticle | null> {
  const parsed = await task.parser.parseFile(request, { signal: task.signal })
  const first: ParsedPart | undefined = parsed.kind === 'articles' ? parsed.articles[0] : undefined
  return first?.article ?? null
}

/** A file of the export's own folder; null where it is not there. One that lies elsewhere is never read. */
async function readBeside(
  exportPath: string,
  relativePath: string,
  file: KeptFile,
  task: ImportTask
): Promise<{ readonly original: KeptFile; readonly filePath: string } | null> {
  const folder = dirname(exportPath)
  const filePath = join(folder, relativePath)
  if (relative(folder, filePath).startsWith('..')) return null
  try {
    const { bytes, sha256, fileName } = await readImportFile(filePath, { signal: task.signal })
    const sourcePath = file.sourcePath === null ? null : join(dirname(file.sourcePath), relativePath)
    return { original: { bytes, sha256, fileName, extension: originalExtension(fileName), sourcePath }, filePath }
  } catch (error) {
    if (error instanceof AppError && error.code === 'file_missing') return null
    throw error
  }
}

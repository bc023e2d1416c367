// Owns the import of many small text files at once: the parser reads them itself. What is not plain sailing goes the way of every
// other file.
import { basename, extname } from 'node:path'
import type { ReadText } from '../../importing/importing'
import { originalExtension } from '../../library/originals'
import { addArticles, addKnown, findKnown } from './addArticles'
import type { EntryPlace } from './pendingArticle'
import type { ImportSource } from './importSources'
import type { ImportTask } from './importTask'

/** So many files make a group. */
const mostTexts = 32
/** Fewer are imported one by one. */
export const fewestTexts = 4

/** Formats that are parsed sooner than it can be found out whether a file is known. */
const textExtensions: ReadonlySet<string> = new Set(['.txt', '.text', '.md', '.markdown'])

type FileSource = Extract<ImportSource, { readonly kind: 'file' }>

const isText = (source: ImportSource): source is FileSource =>
  source.kind === 'file' && source.fileName === undefined && textExtensions.has(extname(source.path).toLowerCase())

/** Puts small text files that come one after the other into groups; anything else is a group of its own. */
export async function* groupTexts(sources: AsyncIterable<ImportSource>): AsyncGenerator<readonly ImportSource[]> {
  let group: ImportSource[] = []
  for await (const source of sources) {
    if (!isText(source)) yield [source]
    else if (group.push(source) === mostTexts) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}

/** Imports a group; `importSource` is the way of a single file. */
export async function importTexts(
  group: readonly ImportSource[],
  task: ImportTask,
  importSource: (source: ImportSource, task: ImportTask, place: EntryPlace) => Promise<void>
): Promise<void> {
  const files = group.filter(isText)
  const places = files.map(({ displayPath, retryPath }) => ({ position: task.takePosition(), displayPath, retryPath }))
  const texts = await readAll(files, task)
  for (const [index, source] of files.entries()) {
    const place = places[index]
    const text = texts[index]
    if (!place) continue
    if (!text || text.parsed.kind !== 'articles' || task.signal.aborted) await importSource(source, task, place)
    else await addText(text, text.parsed.articles, source, place, task)
  }
}

async function readAll(files: readonly FileSource[], task: ImportTask): Promise<readonly (ReadText | null)[]> {
  task.onStarted(files[0]?.displayPath ?? '')
  try {
    return await task.parser.readTexts(
      files.map(({ path }) => path),
      { signal: task.signal }
    )
  } catch {
    // One of them ended the thread, or the import was cancelled: each is asked by itself, and says so.
    return []
  }
}

async function addText(
  { bytes, sha256 }: ReadText,
  articles: Extract<ReadText['parsed'], { kind: 'articles' }>['articles'],
  source: FileSource,
  place: EntryPlace,
  task: ImportTask
): Promise<void> {
  const known = findKnown(sha256, task)
  if (known) return addKnown(known, place, task)
  const fileName = basename(source.path)
  const { sourcePath } = source
  const original = { bytes, sha256, fileName, extension: originalExtension(fileName), sourcePath }
  return addArticles(articles, original, place, task)
}

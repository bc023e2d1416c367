// Owns what is done with a file that has been read: a line for one that is there already, its articles to the committer.
import type { ParsedPart } from '../../importing/importing'
import type { WrittenEntry } from '../../library/imports'
import type { KnownArticle } from '../../library/matches'
import type { EntryPlace, KeptFile } from './pendingArticle'
import type { ImportTask } from './importTask'

/** The article that a file of these bytes is already. A book that is wanted in chapters is asked for them first. */
export function findKnown(sha256: string, { library, books }: ImportTask): KnownArticle | undefined {
  const known = library.matches.findByOriginal(sha256, '')
  return known?.format === 'epub' && books === 'chapters' ? undefined : known
}

/** Hands over the line of a file that is there already, and takes its article out of Trash. */
export async function addKnown(known: KnownArticle, place: EntryPlace, { committer }: ImportTask): Promise<void> {
  const line: WrittenEntry = {
    entry: {
      position: place.position,
      path: place.displayPath,
      outcome: 'duplicate',
      articleId: known.articleId,
      format: known.format,
      title: known.title,
      error: null,
      // Whoever adds a file again wants to have it.
      warnings: known.isTrashed
        ? [{ code: 'restored_from_trash', message: 'The article was in Trash and has been put back' }]
        : [],
      canRetry: place.retryPath !== null
    },
    retryPath: place.retryPath,
    changed: null
  }
  await (known.isTrashed ? committer.putBack(line) : committer.addEntry(line))
}

/** Hands over the articles of a file; each has a line of its own, called by its title where there are several. */
export async function addArticles(
  articles: readonly ParsedPart[],
  original: KeptFile,
  place: EntryPlace,
  task: ImportTask
): Promise<void> {
  for (const [index, { part, article }] of articles.entries()) {
    const displayPath = articles.length > 1 ? `${place.displayPath} › ${article.title}` : place.displayPath
    if (articles.length > 1 && task.isDone(displayPath)) continue
    const position = index === 0 ? place.position : task.takePosition()
    await task.committer.addParsed({
      ...place,
      position,
      displayPath,
      original,
      part,
      article,
      parseOptions: {},
      record: null
    })
  }
}

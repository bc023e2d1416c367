// Owns reading an article's original once more in another way: a preview of encodings, and a new version. Chooses nothing.
import { AppError } from '@shared/errors'
import type { ReadOptions } from '@shared/model/article'
import type { ArticleId } from '@shared/model/common'
import type { EncodingPreview } from '@shared/model/importing'
import type { ActionResult } from '@shared/model/library'
import { previewEncodings, type ParseOptions, type ParserPool } from '../../importing/importing'
import type { Library } from '../../library/library'
import { keptFile } from './readSource'
import { resourceFiles, storedFile } from './storedFiles'

/** What reading again needs. */
export interface ReadAgainDependencies {
  readonly library: Library
  readonly parser: ParserPool
  /** The time in milliseconds since 1970. */
  readonly now: () => number
}

/** Options without what was not chosen. */
function toParseOptions({ encoding, extraction }: ReadOptions): ParseOptions {
  return { ...(encoding !== undefined && { encoding }), ...(extraction !== undefined && { extraction }) }
}

/** How a piece of the original reads in each of these encodings. @throws AppError as `originals.read` says */
export async function previewOriginal(
  articleId: ArticleId,
  labels: readonly string[],
  { library }: ReadAgainDependencies
): Promise<EncodingPreview[]> {
  const { sha256, extension } = library.articles.getOriginal(articleId)
  return [...previewEncodings(await library.originals.read(sha256, extension), labels)]
}

/**
 * Reads the original with these options and shows what comes out as a new version; options that are left out keep what
 * was chosen before. @throws AppError what parsing throws, `not_available` for an article that is a part of its file
 */
export async function readAgain(
  articleId: ArticleId,
  options: ReadOptions,
  { library, parser, now }: ReadAgainDependencies
): Promise<ActionResult> {
  const { number, sha256, extension, fileName, sourcePath, part, parseOptions } =
    library.articles.getOriginal(articleId)
  if (part !== '') {
    throw new AppError('not_available', 'This article is a part of its file, which can only be read as it is')
  }
  const bytes = await library.originals.read(sha256, extension)
  const chosen: ReadOptions = { ...parseOptions, ...options }
  const parsed = await parser.parseFile({ fileName, path: sourcePath, bytes, options: toParseOptions(chosen) })
  const article = parsed.kind === 'articles' ? parsed.articles[0]?.article : undefined
  if (!article) throw new AppError('not_available', 'This file cannot be read in another way')
  const resources = resourceFiles(article)
  return library.withOriginals(async () => {
    await library.originals.store(resources)
    await library.originals.syncFolders()
    return library.transact(() => {
      const previous = library.actions.readForImport(articleId).version ?? 1
      library.writer.addVersion(number, {
        parsed: article,
        original: storedFile({ ...keptFile(fileName, bytes, sourcePath), extension }),
        part,
        resources: resources.map(storedFile),
        fileName,
        sourcePath,
        parseOptions: chosen,
        record: null,
        importId: null,
        now: now()
      })
      const version = library.actions.readForImport(articleId).version ?? 1
      return library.actions.recordVersion(articleId, previous, version)
    })
  })
}

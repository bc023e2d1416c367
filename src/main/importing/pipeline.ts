// Owns the way of one file from bytes to article, as a function without a thread. Stores nothing.
import { AppError } from '@shared/errors'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { detectFormat } from './detect'
import { finishArticle } from './finishArticle'
import type { ParseRequest } from './importer'
import type { ParsedExport } from './exports/exportRecord'
import { defaultLimits, inputLimit, type ImportLimits } from './limits'
import { loadImporter } from './registry'

/** One article of a file; `part` is empty where the file is one article. */
export interface ParsedPart {
  readonly part: string
  readonly article: ImportedArticle
}

/** What a file turned out to be: articles, an archive to be unpacked and walked like a folder, or a service's export. */
export type ParsedFile =
  | { readonly kind: 'articles'; readonly articles: readonly ParsedPart[] }
  | { readonly kind: 'archive' }
  | { readonly kind: 'export'; readonly export: ParsedExport }

/**
 * Parses one file: detect → decode → parse → extract → rewrite addresses → sanitise → text.
 * Reads nothing but images beside `request.path`. Throws AppError for every expected failure.
 */
export async function parseFile(request: ParseRequest, limits: ImportLimits = defaultLimits): Promise<ParsedFile> {
  const most = inputLimit(request.fileName, limits)
  if (request.bytes.length > most) throw tooLarge(request.bytes.length, most)
  const detected = detectFormat(request.fileName, request.bytes)
  if (detected === 'archive') return { kind: 'archive' }
  if (detected === 'export') {
    // Loaded on first use: a worker that meets only articles stays small.
    const { readExport } = await import('./exports/readExport')
    return { kind: 'export', export: await readExport(request, limits) }
  }
  const importer = await loadImporter(detected)
  const parts =
    request.options?.books === 'chapters' && importer.parseParts
      ? await importer.parseParts(request, limits)
      : [{ part: '', draft: await importer.parse(request, limits) }]
  return {
    kind: 'articles',
    articles: parts.map(({ part, draft }) => ({ part, article: finishArticle(draft, request.fileName) }))
  }
}

/** The article of a file that is one article. Throws what `parseFile` throws, and `file_unsupported` for anything else. */
export async function parseArticle(
  request: ParseRequest,
  limits: ImportLimits = defaultLimits
): Promise<ImportedArticle> {
  const parsed = await parseFile(request, limits)
  const only = parsed.kind === 'articles' ? parsed.articles[0] : undefined
  if (!only) throw new AppError('file_unsupported', 'The file is not one article')
  return only.article
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** The failure of a file over the limit of size. */
export function tooLarge(sizeBytes: number, mostBytes: number): AppError {
  return new AppError(
    'file_too_large',
    `The file has ${megabytes(sizeBytes)}, more than the ${megabytes(mostBytes)} that can be imported`
  )
}

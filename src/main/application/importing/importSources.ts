// Owns turning what a person gave (paths, pasted text, uploads, the sample) into one stream of files. Parses nothing.
import { basename, relative } from 'node:path'
import { AppError, assertNever } from '@shared/errors'
import type { ImportItem } from '@shared/model/importing'
import { collectFiles } from '../../importing/importing'
import type { Host } from '../host'

/** A file to import, bytes to import, or a place where no file could be had. */
export type ImportSource =
  | {
      readonly kind: 'file'
      readonly path: string
      /** The path as a person would know it. */
      readonly displayPath: string
      /** The path to remember as the article's source; null where it would mean nothing later. */
      readonly sourcePath: string | null
      /** The name to know the file by, where its path's is not the one that a person gave it. */
      readonly fileName?: string
    }
  | { readonly kind: 'bytes'; readonly fileName: string; readonly displayPath: string; readonly bytes: Uint8Array }
  | { readonly kind: 'failure'; readonly displayPath: string; readonly error: AppError }

/** A file that an interrupted import had stored and not yet made an article of. */
export interface AdoptedFile {
  /** Where to read it: where it came from, or its copy in the store. */
  readonly path: string
  readonly fileName: string
  readonly sourcePath: string | null
}

/** What an import was asked for: a person's items, or what a crash left of an earlier one. */
export type ImportOrder =
  | { readonly kind: 'items'; readonly items: readonly ImportItem[] }
  | { readonly kind: 'adopt'; readonly files: readonly AdoptedFile[] }

/** What the sources need of their surroundings. */
export interface SourceDependencies {
  readonly host: Pick<Host, 'takeUpload' | 'samplePath'>
  /** The interface's language, for the sample. */
  readonly language: () => string
  /** Told of each folder to remove once the import has read its files; files are read after they were streamed. */
  readonly onTemporaryFolder: (folder: string) => void
}

/** Streams the files of an order, in order. */
export async function* streamSources(
  order: ImportOrder,
  dependencies: SourceDependencies,
  signal: AbortSignal
): AsyncGenerator<ImportSource> {
  if (order.kind === 'adopt') {
    for (const file of order.files) yield { kind: 'file', ...file, displayPath: file.sourcePath ?? file.fileName }
    return
  }
  // Neighbouring paths are walked together, so that a page and its folder of images, dropped side by side, are one.
  for (const group of groupItems(order.items)) {
    if (signal.aborted) return
    yield* group.kind === 'paths' ? streamPaths(group.paths, signal) : streamItem(group.item, dependencies, signal)
  }
}

type ItemGroup =
  | { readonly kind: 'paths'; readonly paths: string[] }
  | { readonly kind: 'item'; readonly item: Exclude<ImportItem, { kind: 'path' }> }

function groupItems(items: readonly ImportItem[]): ItemGroup[] {
  const groups: ItemGroup[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (item.kind !== 'path') groups.push({ kind: 'item', item })
    else if (last?.kind === 'paths') last.paths.push(item.path)
    else groups.push({ kind: 'paths', paths: [item.path] })
  }
  return groups
}

async function* streamPaths(paths: readonly string[], signal: AbortSignal): AsyncGenerator<ImportSource> {
  for await (const found of collectFiles(paths, { signal })) {
    if (found.kind === 'failure') yield { kind: 'failure', displayPath: found.displayPath, error: found.error }
    else yield { kind: 'file', path: found.path, displayPath: found.displayPath, sourcePath: found.path }
  }
}

async function* streamItem(
  item: Exclude<ImportItem, { kind: 'path' }>,
  { host, language, onTemporaryFolder }: SourceDependencies,
  signal: AbortSignal
): AsyncGenerator<ImportSource> {
  switch (item.kind) {
    case 'pasted': {
      const fileName = item.format === 'html' ? 'Pasted.html' : 'Pasted.txt'
      yield { kind: 'bytes', fileName, displayPath: fileName, bytes: new TextEncoder().encode(item.content) }
      return
    }
    case 'sample': {
      const path = host.samplePath(language())
      yield { kind: 'file', path, displayPath: basename(path), sourcePath: null }
      return
    }
    case 'upload':
      yield* streamUpload(item.uploadId, host, onTemporaryFolder, signal)
      return
    default:
      assertNever(item, 'import item')
  }
}

async function* streamUpload(
  uploadId: string,
  host: Pick<Host, 'takeUpload'>,
  onTemporaryFolder: SourceDependencies['onTemporaryFolder'],
  signal: AbortSignal
): AsyncGenerator<ImportSource> {
  const upload = host.takeUpload(uploadId)
  if (!upload) {
    const error = new AppError('file_missing', 'The uploaded files are no longer there; add them again')
    yield { kind: 'failure', displayPath: uploadId, error }
    return
  }
  onTemporaryFolder(upload.folder)
  for (const failure of upload.failures) yield { kind: 'failure', ...failure }
  if (upload.paths.length === 0) return
  for await (const found of collectFiles(upload.paths, { signal })) {
    const displayPath = relative(upload.folder, found.path)
    if (found.kind === 'failure') yield { kind: 'failure', displayPath, error: found.error }
    else yield { kind: 'file', path: found.path, displayPath, sourcePath: null }
  }
}

// Owns the way from what an import was asked for to single files. Reads names only.
import { basename, relative } from 'node:path'
import { AppError, assertNever } from '@shared/errors'
import { collectFiles } from '../../importing/importing'
import type { Host } from '../host'
import type { ImportOrder, WantedItem } from './importOrder'

/** A file to import, bytes to import, or a place where no file could be had. */
export type ImportSource = {
  /** The path as a person would know it. */
  readonly displayPath: string
  /** The file or folder on disk that a person gave, to try again; null where there is none. */
  readonly retryPath: string | null
} & (
  | {
      readonly kind: 'file'
      readonly path: string
      /** The path to remember as the article's source; null where it would mean nothing later. */
      readonly sourcePath: string | null
      /** The name to know the file by, where its path's is not the one that a person gave it. */
      readonly fileName?: string
      /** True for what came out of an archive, in which no further archive is unpacked. */
      readonly isUnpacked?: boolean
    }
  | { readonly kind: 'bytes'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'failure'; readonly error: AppError }
)

/** What the sources need of their surroundings. */
export interface SourceDependencies {
  readonly host: Pick<Host, 'samplePath'>
  /** The interface's language, for the sample. */
  readonly language: () => string
}

/** Streams the files of an order, in order. */
export async function* streamSources(
  order: ImportOrder,
  dependencies: SourceDependencies,
  signal: AbortSignal
): AsyncGenerator<ImportSource> {
  if (order.kind === 'adopt') {
    for (const file of order.files) {
      yield { kind: 'file', ...file, displayPath: file.sourcePath ?? file.fileName, retryPath: file.sourcePath }
    }
    return
  }
  // Neighbouring paths are walked together, so that a page and its folder of images, dropped side by side, are one.
  for (const group of groupItems(order.items)) {
    if (signal.aborted) return
    yield* group.kind === 'paths' ? streamPaths(group.paths, signal) : streamItem(group.item, dependencies, signal)
  }
}

type LoneItem = Exclude<WantedItem, { kind: 'path' }>
type ItemGroup =
  { readonly kind: 'paths'; readonly paths: string[] } | { readonly kind: 'item'; readonly item: LoneItem }

function groupItems(items: readonly WantedItem[]): ItemGroup[] {
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
    const { path, displayPath } = found
    if (found.kind === 'failure') yield { kind: 'failure', displayPath, retryPath: path, error: found.error }
    else yield { kind: 'file', path, displayPath, retryPath: path, sourcePath: path }
  }
}

/** The files of a folder of our own (an upload, an unpacked archive) as lying below `displayBase`. */
export async function* streamTemporary(
  paths: readonly string[],
  place: {
    readonly folder: string
    readonly displayBase: string
    readonly sourceBase: string | null
    readonly retryPath: string | null
    readonly isUnpacked: boolean
  },
  signal: AbortSignal
): AsyncGenerator<ImportSource> {
  const { folder, displayBase, sourceBase, retryPath, isUnpacked } = place
  for await (const found of collectFiles(paths, { signal })) {
    const inner = relative(folder, found.path).replaceAll('\\', '/')
    const displayPath = displayBase === '' ? inner : inner === '' ? displayBase : `${displayBase}/${inner}`
    if (found.kind === 'failure') yield { kind: 'failure', displayPath, retryPath, error: found.error }
    else {
      const sourcePath = sourceBase === null ? null : `${sourceBase}/${inner}`
      yield { kind: 'file', path: found.path, displayPath, retryPath, sourcePath, isUnpacked }
    }
  }
}

async function* streamItem(
  item: LoneItem,
  { host, language }: SourceDependencies,
  signal: AbortSignal
): AsyncGenerator<ImportSource> {
  switch (item.kind) {
    case 'pasted': {
      const fileName = item.format === 'html' ? 'Pasted.html' : 'Pasted.txt'
      const bytes = new TextEncoder().encode(item.content)
      yield { kind: 'bytes', fileName, displayPath: fileName, retryPath: null, bytes }
      return
    }
    case 'sample': {
      const path = host.samplePath(language())
      yield { kind: 'file', path, displayPath: basename(path), retryPath: null, sourcePath: null }
      return
    }
    case 'uploaded': {
      for (const { displayPath, code, message } of item.failures) {
        yield { kind: 'failure', displayPath, retryPath: null, error: new AppError(code, message) }
      }
      if (item.paths.length === 0) return
      const place = { folder: item.folder, displayBase: '', sourceBase: null, retryPath: null, isUnpacked: false }
      yield* streamTemporary(item.paths, place, signal)
      return
    }
    default:
      assertNever(item, 'import item')
  }
}

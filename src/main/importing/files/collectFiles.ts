// Owns the walk from what a person gave to single files. Reads names only; opens no file.
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { AppError } from '@shared/errors'
import { fileError } from './fileErrors'
import { companionFolders, isHiddenName, kindOfName, usesCompanions } from './fileKinds'

/** A file to import. */
export interface FoundFile {
  readonly kind: 'file'
  /** Absolute. */
  readonly path: string
  /** The path as a person would know it: as given, or the given folder's with what follows. */
  readonly displayPath: string
}

/** Something that cannot be imported, with the reason. */
export interface FoundFailure {
  readonly kind: 'failure'
  readonly path: string
  readonly displayPath: string
  readonly error: AppError
}

/** The walk of one given folder. */
interface Walk {
  readonly signal: AbortSignal | undefined
  /** Real paths of every folder walked, so that none is walked twice. */
  readonly visited: Set<string>
  /** Images, styles and scripts so far; they belong to the pages, if the folder holds any. */
  readonly companions: FoundFailure[]
  hasPages: boolean
  yielded: number
}

interface Folder {
  readonly path: string
  readonly displayPath: string
  /** Real paths of the folder and those around it. */
  readonly ancestors: ReadonlySet<string>
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function compareNames(one: string, other: string): number {
  return byName.compare(one, other) || (one < other ? -1 : 1)
}

function failure(path: string, displayPath: string, error: AppError): FoundFailure {
  return { kind: 'failure', path, displayPath, error }
}

function unsupported(path: string, displayPath: string): FoundFailure {
  const extension = extname(path).toLowerCase()
  return failure(
    path,
    displayPath,
    new AppError('file_unsupported', `Files of the kind “${extension}” cannot be imported`)
  )
}

async function* walkFolder(folder: Folder, walk: Walk): AsyncGenerator<FoundFile | FoundFailure> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder.path, { withFileTypes: true })
  } catch (error) {
    yield failure(folder.path, folder.displayPath, fileError(error))
    return
  }
  const passedOver = companionFolders(entries.map(entry => entry.name))
  for (const entry of entries.toSorted((one, other) => compareNames(one.name, other.name))) {
    if (walk.signal?.aborted) return
    if (isHiddenName(entry.name)) continue
    const path = join(folder.path, entry.name)
    const displayPath = join(folder.displayPath, entry.name)
    const kind = await kindOfEntry(entry, path)
    if (kind instanceof AppError) yield failure(path, displayPath, kind)
    else if (kind === 'folder') {
      if (!passedOver.has(entry.name.toLowerCase())) yield* enterFolder({ ...folder, path, displayPath }, walk)
    } else if (kind === 'file') yield* sortFile(path, displayPath, walk)
  }
}

async function kindOfEntry(entry: Dirent, path: string): Promise<'file' | 'folder' | 'other' | AppError> {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return 'other'
  try {
    const target = await stat(path)
    return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other'
  } catch (error) {
    return fileError(error)
  }
}

async function* enterFolder(folder: Folder, walk: Walk): AsyncGenerator<FoundFile | FoundFailure> {
  let real: string
  try {
    real = await realpath(folder.path)
  } catch (error) {
    yield failure(folder.path, folder.displayPath, fileError(error))
    return
  }
  if (folder.ancestors.has(real)) {
    const message = 'The folder is a link to a folder around it, so it was not followed'
    yield failure(folder.path, folder.displayPath, new AppError('folder_loop', message))
    return
  }
  // Walked already by another link: its files are there.
  if (walk.visited.has(real)) return
  walk.visited.add(real)
  yield* walkFolder({ ...folder, ancestors: new Set([...folder.ancestors, real]) }, walk)
}

function* sortFile(path: string, displayPath: string, walk: Walk): Generator<FoundFile | FoundFailure> {
  const kind = kindOfName(basename(path))
  if (usesCompanions(path)) walk.hasPages = true
  if (kind === 'companion') walk.companions.push(unsupported(path, displayPath))
  else if (kind === 'unsupported') yield unsupported(path, displayPath)
  else if (kind === 'article') yield { kind: 'file', path, displayPath }
}

async function* collectFolder(
  path: string,
  displayPath: string,
  signal?: AbortSignal
): AsyncGenerator<FoundFile | FoundFailure> {
  const walk: Walk = { signal, visited: new Set(), companions: [], hasPages: false, yielded: 0 }
  for await (const found of enterFolder({ path, displayPath, ancestors: new Set() }, walk)) {
    walk.yielded++
    yield found
  }
  if (signal?.aborted) return
  if (!walk.hasPages) yield* walk.companions
  if (walk.yielded > 0 || walk.companions.length > 0) return
  yield failure(path, displayPath, new AppError('folder_empty', 'The folder holds no file that can be imported'))
}

/**
 * Walks files and folders, in the order given and inside folders by name (natural, case-insensitive). Failures are
 * values: `file_missing`, `file_unreadable`, `file_unsupported`, `folder_loop`, `folder_empty`. A given file is yielded
 * whatever its name; inside folders hidden files and what belongs to saved pages are passed over. Ends early, without an
 * error, when `signal` is aborted.
 */
export async function* collectFiles(
  paths: readonly string[],
  options: { readonly signal?: AbortSignal } = {}
): AsyncGenerator<FoundFile | FoundFailure> {
  for (const displayPath of paths) {
    if (options.signal?.aborted) return
    const path = resolve(displayPath)
    try {
      const found = await stat(path)
      if (found.isDirectory()) yield* collectFolder(path, displayPath, options.signal)
      else if (found.isFile()) yield { kind: 'file', path, displayPath }
      else yield failure(path, displayPath, new AppError('file_unsupported', 'This is neither a file nor a folder'))
    } catch (error) {
      yield failure(path, displayPath, fileError(error))
    }
  }
}

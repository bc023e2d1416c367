// Owns the loading of an article's images: `data:` addresses, files in the article's own folder, and what an importer finds
// within the article's own file. Nothing else.
import { createHash } from 'node:crypto'
import { open, realpath } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import type { ImportedResource } from '@shared/model/importedArticle'
import { findRasterType } from '../files/signatures'
import type { ImportLimits } from '../limits'

/** Loads images within the limits of one article. */
export interface ImageLoader {
  /** The image at an address, or null: remote, missing, outside the folder, too large, or no raster image. */
  readonly load: (address: string) => Promise<ImportedResource | null>
  /** True where the image lies within the article's own file. */
  readonly holds: (address: string) => boolean
  /** What was loaded, each image once. */
  readonly resources: () => readonly ImportedResource[]
}

/** Gives the bytes of an image that lies within the article's own file, or null: not there, or above the limit. */
export type ImageSource = (address: string, limitBytes: number) => Uint8Array | null

/** True for addresses that only a network could answer. */
export function isRemote(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address)
}

function decodeDataAddress(address: string, limitBytes: number): Uint8Array | null {
  const match = /^data:(?<type>[^,]{0,200}),/i.exec(address)
  if (!match || address.length > limitBytes * 1.4) return null
  const content = address.slice(match[0].length)
  try {
    const isBase64 = /;\s*base64\s*$/i.test(match.groups?.['type'] ?? '')
    const decoded = isBase64
      ? Buffer.from(decodeURIComponent(content), 'base64')
      : Buffer.from(unescapeBytes(content), 'latin1')
    return new Uint8Array(decoded)
  } catch {
    return null
  }
}

/** Bytes of their own: views of the file, or of Node's pool, cannot be handed to another thread. */
function copyOf(bytes: Uint8Array | null): Uint8Array | null {
  return bytes && new Uint8Array(bytes)
}

function unescapeBytes(content: string): string {
  return content.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}

/** The path that an address means in a folder, or null where it is no relative path. */
function relativePathOf(address: string): string | null {
  const bare = address.replace(/[?#].*$/s, '')
  if (bare === '' || /^[a-z][a-z0-9+.-]*:/i.test(bare) || /^[/\\]/.test(bare)) return null
  try {
    const decoded = decodeURIComponent(bare)
    return decoded.includes('\0') || /^(?:[a-z]:|[/\\])/i.test(decoded) ? null : decoded
  } catch {
    return bare
  }
}

async function readWithin(folder: string, address: string, limitBytes: number): Promise<Uint8Array | null> {
  const relative = relativePathOf(address)
  if (relative === null) return null
  try {
    // Both by their real paths: a link out of the folder is not followed.
    const [real, root] = await Promise.all([realpath(resolve(folder, relative)), realpath(folder)])
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return null
    const file = await open(real, 'r')
    try {
      const found = await file.stat()
      if (!found.isFile() || found.size > limitBytes) return null
      return new Uint8Array(await file.readFile())
    } finally {
      await file.close()
    }
  } catch {
    // Whatever keeps an image from being read, it is shown as missing, and the article goes on.
    return null
  }
}

async function readFirst(folders: readonly string[], address: string, limitBytes: number): Promise<Uint8Array | null> {
  for (const folder of folders) {
    const bytes = await readWithin(folder, address, limitBytes)
    if (bytes) return bytes
  }
  return null
}

/**
 * Makes a loader. `path` is the article's absolute path; null where it has no folder. `embedded` is asked before the folder,
 * and `otherFolders` after it.
 */
export function createImageLoader(
  path: string | null,
  limits: ImportLimits,
  embedded: ImageSource = () => null,
  otherFolders: readonly string[] = []
): ImageLoader {
  const byHash = new Map<string, ImportedResource>()
  const byAddress = new Map<string, ImportedResource | null>()
  let loadedBytes = 0

  const loadOnce = async (address: string): Promise<ImportedResource | null> => {
    const room = Math.min(limits.resourceBytes, limits.allResourcesBytes - loadedBytes)
    if (byHash.size >= limits.resources || room <= 0) return null
    const isData = /^data:/i.test(address)
    const bytes = isData
      ? decodeDataAddress(address, room)
      : (copyOf(embedded(address, room)) ??
        (path && (await readFirst([dirname(path), ...otherFolders], address, room))))
    const mediaType = bytes ? findRasterType(bytes) : null
    if (!bytes || !mediaType || bytes.length > room) return null
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const known = byHash.get(sha256)
    if (known) return known
    const resource = { sha256, mediaType, bytes, sourcePath: isData ? null : address }
    byHash.set(sha256, resource)
    loadedBytes += bytes.length
    return resource
  }
  return {
    load: async address => {
      const known = byAddress.get(address)
      if (known !== undefined) return known
      const resource = await loadOnce(address)
      byAddress.set(address, resource)
      return resource
    },
    holds: address => embedded(address, limits.resourceBytes) !== null,
    resources: () => [...byHash.values()]
  }
}

// Owns the finding of images that lie in the same file as their page: by absolute, relative and cid: address. Reads no disk.
import type { ImageSource } from './imageLoader'

/** A file within a saved page or a mail. */
export interface EmbeddedFile {
  /** Where it came from, absolute or relative, or `cid:` and its Content-ID. */
  readonly addresses: readonly string[]
  /** Its bytes; null where they are more than `limitBytes`. */
  readonly read: (limitBytes: number) => Uint8Array | null
}

/** Stands for the place of a page that has none. Source: RFC 2557, section 5. */
const nowhere = 'thismessage:/'

function unescape(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** One spelling for every way of writing an address. */
function normalise(address: string, base: string): string {
  if (/^cid:/i.test(address)) return `cid:${unescape(address.slice(4)).trim()}`
  try {
    return new URL(address, base).href.replace(/#.*$/s, '')
  } catch {
    return address
  }
}

/** Finds images among `files`. Relative addresses are resolved against each of `bases` in turn, where there is one. */
export function createEmbeddedSource(files: readonly EmbeddedFile[], bases: readonly (string | null)[]): ImageSource {
  const known = [...new Set([...bases.flatMap(base => base ?? []), nowhere])]
  const byAddress = new Map<string, EmbeddedFile>()
  for (const file of files) {
    for (const address of file.addresses) {
      const key = normalise(address, known[0] ?? nowhere)
      if (!byAddress.has(key)) byAddress.set(key, file)
    }
  }
  return (address, limitBytes) => {
    const file = known.map(base => byAddress.get(normalise(address, base))).find(found => found !== undefined)
    return file?.read(limitBytes) ?? null
  }
}

// Owns the addresses within a book: what a relative one means from a file of it. Reads no file.

/** Stands for the book itself; no address of the world has this scheme. */
const book = 'lontar-book:/'

/** A place in a book. */
export interface BookPlace {
  /** The path of a file within the archive. */
  readonly path: string
  /** The id in it, or null for its beginning. */
  readonly fragment: string | null
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The place that `address` means in the file at `from`, or null where it leads out of the book. Source: EPUB 3.3, 4.2.5. */
export function placeOf(address: string, from: string): BookPlace | null {
  try {
    const url = new URL(address.trim(), book + from.split('/').map(encodeURIComponent).join('/'))
    if (url.protocol !== 'lontar-book:') return null
    const fragment = unescape(url.hash.slice(1))
    return { path: unescape(url.pathname.replace(/^\/+/, '')), fragment: fragment === '' ? null : fragment }
  } catch {
    return null
  }
}

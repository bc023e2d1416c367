// Owns how codebooks are written into a segment and read again. Knows nothing of what they are for.
import { createCodebook, type Codebook } from './codebook'

/** Codebooks as bytes of UTF-8 JSON; an unpaired surrogate is escaped by JSON itself. */
export function encodeBooks(books: readonly Codebook[]): Uint8Array {
  if (books.length === 0) return new Uint8Array(0)
  return new TextEncoder().encode(JSON.stringify(books.map(({ words, basis }) => ({ words, basis }))))
}

/** Reads what `encodeBooks` wrote. */
export function decodeBooks(bytes: Uint8Array): readonly Codebook[] {
  if (bytes.length === 0) return []
  const books = JSON.parse(new TextDecoder().decode(bytes)) as ReadonlyArray<Pick<Codebook, 'words' | 'basis'>>
  return books.map(({ words, basis }) => createCodebook(words, basis))
}

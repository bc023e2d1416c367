// Owns how two titles are compared, for sorting and for linking read-also lines to articles.

/**
 * A title without case, accents, punctuation and doubled spaces, so that a read-also line and the title it means give the
 * same key. Titles of punctuation alone keep it.
 */
export function titleKey(title: string): string {
  const folded = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const words = folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return words || folded.trim()
}

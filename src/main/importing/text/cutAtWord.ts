// Owns the shortening of text for titles and excerpts. Knows no language.

/** The text, or where it is longer than `length` UTF-16 code units its beginning up to a word's end, with an ellipsis. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text
  const room = text.slice(0, length - 1)
  const lastSpace = room.search(/\s\S*$/)
  const cut = lastSpace > length / 2 ? room.slice(0, lastSpace) : room.replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`
}

// Owns the name that is proposed for a saved search: its words and values without the signs of the query language. Pure.

const longest = 60

/** A part of a query: perhaps a minus, perhaps a field, then a phrase or a word. */
const part = /(-)?(?:([\p{L}]+):)?(?:"([^"]*)"?|([^\s()"]+))/gu

/** The name for a query: what it looks for, first letter large, cut at a word. The query itself where nothing is left. */
export function proposeName(query: string): string {
  const words = [...query.matchAll(part)].flatMap(([, minus, field, phrase, word = '']) => {
    if (minus !== undefined) return []
    const text = (phrase ?? word).replace(/[*~]+$/u, '').trim()
    const isSign = field === undefined && phrase === undefined && /^(?:OR|AND|NOT|NEAR(?:\/\d+)?)$/.test(text)
    return text === '' || isSign ? [] : [text]
  })
  const name = words.join(' ').replace(/\s+/gu, ' ')
  if (name === '') return cut(query.trim().replace(/\s+/gu, ' '))
  return cut(name.replace(/^\p{Ll}/u, letter => letter.toUpperCase()))
}

function cut(text: string): string {
  if (text.length <= longest) return text
  const start = text.slice(0, longest + 1)
  const space = start.lastIndexOf(' ')
  // Never between the halves of one character.
  return (space > longest / 2 ? start.slice(0, space) : text.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '')) + '…'
}

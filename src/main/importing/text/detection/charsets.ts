// Owns the single-byte charsets that text may be in: their characters, and how usual each is. Recognises none.
import { charsetTables } from './charsetTables'

/** A single-byte charset. Its lower half is ASCII. */
export interface Charset {
  /** WHATWG label, or one of `charsetTables`. */
  readonly label: string
  /** The characters of the bytes from 0x80 on; U+FFFD where there is none. */
  readonly upperHalf: string
  /** How much rarer than windows-1252 the charset is, as -ln. Decides where texts say little. */
  readonly rarity: number
}

const rarities: readonly (readonly [labels: string, rarity: number])[] = [
  [
    'windows-1252 windows-1250 windows-1251 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 windows-874',
    0
  ],
  ['koi8-r iso-8859-15', 1],
  ['iso-8859-2 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 koi8-u macintosh ibm866', 3],
  ['iso-8859-3 iso-8859-4 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-16 x-mac-cyrillic', 4],
  ['ibm437 ibm850 ibm852', 4],
  ['ibm737 ibm775 ibm855 ibm857 ibm862 ibm865', 5],
  ['x-mac-ce x-mac-greek x-mac-turkish x-mac-icelandic x-mac-romanian x-mac-croatian', 6],
  ['ibm858 ibm860 ibm861 ibm863 ibm869', 7]
]

const upperBytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index)

/** The characters of a charset's bytes from 0x80 on, or null where neither our tables nor the platform know it. */
export function upperHalfOf(label: string): string | null {
  const table = charsetTables.get(label)
  if (table !== undefined) return table
  try {
    const decoder = new TextDecoder(label)
    return Array.from(upperBytes, byte => decoder.decode(Uint8Array.of(byte))).join('')
  } catch {
    return null
  }
}

let charsets: readonly Charset[] | undefined

/** The charsets that are looked for, the most usual first; made on first use. */
export function singleByteCharsets(): readonly Charset[] {
  charsets ??= rarities.flatMap(([labels, rarity]) =>
    labels.split(' ').flatMap(label => {
      const upperHalf = upperHalfOf(label)
      return upperHalf === null ? [] : [{ label, upperHalf, rarity }]
    })
  )
  return charsets
}

/** The text of bytes in a charset of `charsetTables`; U+FFFD for what it does not have. Null for any other label. */
export function decodeByTable(bytes: Uint8Array, label: string): string | null {
  const upperHalf = charsetTables.get(label.toLowerCase())
  if (upperHalf === undefined) return null
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return latin1.replace(/[\u0080-\u00FF]/g, character => upperHalf.charAt(character.charCodeAt(0) - 0x80))
}

// Owns the encodings that an RTF file names by code page or by a font's character set. Decodes single pieces of text.
// Source: Rich Text Format (RTF) Specification 1.9.1, "Font table" and "Character set".

const labels: ReadonlyMap<number, string> = new Map([
  [708, 'iso-8859-6'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1361, 'euc-kr'],
  [10_000, 'macintosh'],
  [10_007, 'x-mac-cyrillic'],
  [65_001, 'utf-8']
])

const charsets: ReadonlyMap<number, number> = new Map([
  [77, 10_000],
  [128, 932],
  [129, 949],
  [130, 1361],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250]
])

/** The character set of fonts that hold signs instead of letters. */
export const symbolCharset = 2

/** The WHATWG label of a code page; that of Western Windows for one that nobody reads any more. */
export function labelOfCodePage(codePage: number): string {
  const label = labels.get(codePage)
  return label ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')
}

/** The label of a font's character set, or null where it is that of the whole file. */
export function labelOfCharset(charset: number): string | null {
  if (charset === symbolCharset) return 'symbol'
  const codePage = charsets.get(charset)
  return codePage === undefined ? null : labelOfCodePage(codePage)
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

/** The text of bytes. Of signs, only the bullet has a meaning outside its font. */
export function decodePiece(bytes: Uint8Array, label: string): string {
  if (label === 'symbol')
    return [...bytes].map(byte => (byte === 0xb7 ? '•' : byte < 0x80 ? String.fromCharCode(byte) : '')).join('')
  const decoder = decoders.get(label) ?? new TextDecoder(label)
  decoders.set(label, decoder)
  return decoder.decode(bytes)
}

// Owns the encodings that a person may choose for a file, and what a menu shows of each. Decodes by `decodeForced`.
import { decodeForced, twiceEncodedLabel } from './forcedText'

/** An encoding to choose, as a menu shows it. */
export interface SelectableEncoding {
  /** WHATWG label, or one of our own for what browsers do not read: `ibm…`, `x-mac-…`, `utf-32…`, `utf-8-twice`. */
  readonly label: string
  readonly name: string
  readonly group: string
}

const groups: readonly (readonly [group: string, encodings: readonly string[]])[] = [
  [
    'Unicode',
    [
      'utf-8 UTF-8',
      'utf-16le UTF-16 LE',
      'utf-16be UTF-16 BE',
      'utf-32le UTF-32 LE',
      'utf-32be UTF-32 BE',
      `${twiceEncodedLabel} UTF-8, encoded twice`
    ]
  ],
  [
    'Western',
    [
      'windows-1252 Windows-1252',
      'iso-8859-15 ISO-8859-15',
      'macintosh Mac Roman',
      'ibm437 IBM 437',
      'ibm850 IBM 850',
      'ibm858 IBM 858',
      'ibm860 IBM 860',
      'ibm863 IBM 863',
      'iso-8859-3 ISO-8859-3',
      'iso-8859-14 ISO-8859-14'
    ]
  ],
  ['Nordic', ['iso-8859-10 ISO-8859-10', 'ibm865 IBM 865', 'ibm861 IBM 861', 'x-mac-icelandic Mac Icelandic']],
  [
    'Central European',
    [
      'windows-1250 Windows-1250',
      'iso-8859-2 ISO-8859-2',
      'iso-8859-16 ISO-8859-16',
      'ibm852 IBM 852',
      'x-mac-ce Mac Central European',
      'x-mac-croatian Mac Croatian',
      'x-mac-romanian Mac Romanian'
    ]
  ],
  ['Baltic', ['windows-1257 Windows-1257', 'iso-8859-13 ISO-8859-13', 'iso-8859-4 ISO-8859-4', 'ibm775 IBM 775']],
  [
    'Cyrillic',
    [
      'windows-1251 Windows-1251',
      'koi8-r KOI8-R',
      'koi8-u KOI8-U',
      'iso-8859-5 ISO-8859-5',
      'ibm866 IBM 866',
      'ibm855 IBM 855',
      'x-mac-cyrillic Mac Cyrillic'
    ]
  ],
  [
    'Greek',
    ['windows-1253 Windows-1253', 'iso-8859-7 ISO-8859-7', 'ibm737 IBM 737', 'ibm869 IBM 869', 'x-mac-greek Mac Greek']
  ],
  ['Turkish', ['windows-1254 Windows-1254', 'ibm857 IBM 857', 'x-mac-turkish Mac Turkish']],
  ['Hebrew', ['windows-1255 Windows-1255', 'iso-8859-8 ISO-8859-8', 'ibm862 IBM 862']],
  ['Arabic', ['windows-1256 Windows-1256', 'iso-8859-6 ISO-8859-6', 'ibm864 IBM 864']],
  ['Vietnamese', ['windows-1258 Windows-1258']],
  ['Thai', ['windows-874 Windows-874']],
  ['Chinese', ['gb18030 GB 18030', 'big5 Big5']],
  ['Japanese', ['shift_jis Shift_JIS', 'euc-jp EUC-JP', 'iso-2022-jp ISO-2022-JP']],
  ['Korean', ['euc-kr EUC-KR']]
]

/** Every encoding that a person may choose, by region, in the order in which a menu shows them. */
export const selectableEncodings: readonly SelectableEncoding[] = groups.flatMap(([group, encodings]) =>
  encodings.map(each => {
    const label = each.slice(0, each.indexOf(' '))
    return { label, name: `${group} (${each.slice(label.length + 1)})`, group }
  })
)

/** A few lines of a file in one encoding. */
export interface EncodingPreview {
  readonly label: string
  readonly sample: string
  /** Number of unreadable places in the sample. */
  readonly replaced: number
}

const sampleBytes = 600
const bytesBefore = 60

/** The stretch that shows the encodings' differences: from shortly before the first byte that is not ASCII. */
function sampleRange(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex(byte => byte >= 0x80)
  // Units of UTF-16 and UTF-32 begin at multiples of four.
  let start = Math.max(0, first - bytesBefore) & ~3
  // A character of UTF-8 is not cut in its middle.
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 4
  return bytes.subarray(start, start + sampleBytes)
}

/** How the same stretch of a file, about 600 bytes, reads in each of the encodings. Throws what `decodeForced` throws. */
export function previewEncodings(bytes: Uint8Array, labels: readonly string[]): readonly EncodingPreview[] {
  const range = sampleRange(bytes)
  return labels.map(label => {
    const { text, replaced } = decodeForced(range, label)
    return { label, sample: text, replaced }
  })
}

// Owns the first bytes by which foreign formats are known. Says what a file is, never what becomes of it.

interface Signature {
  /** Offset of the pattern in the file. */
  readonly at: number
  /** Latin-1 characters, one a byte. */
  readonly pattern: string
  /** The kind of file, in words that follow "this is". */
  readonly what: string
}

// Sources: each format's specification; https://www.iana.org/assignments/media-types for the names.
const signatures: readonly Signature[] = [
  { at: 0, pattern: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', what: 'an old Microsoft Office document' },
  { at: 0, pattern: '\x89PNG\r\n\x1a\n', what: 'a PNG image' },
  { at: 0, pattern: '\xff\xd8\xff', what: 'a JPEG image' },
  { at: 0, pattern: 'GIF87a', what: 'a GIF image' },
  { at: 0, pattern: 'GIF89a', what: 'a GIF image' },
  { at: 8, pattern: 'WEBP', what: 'a WebP image' },
  { at: 4, pattern: 'ftypavif', what: 'an AVIF image' },
  { at: 4, pattern: 'ftyp', what: 'a video or sound file' },
  { at: 0, pattern: 'ID3', what: 'an MP3 sound file' },
  { at: 0, pattern: 'OggS', what: 'an Ogg sound or video file' },
  { at: 0, pattern: '\x1aE\xdf\xa3', what: 'a Matroska or WebM video' },
  { at: 0, pattern: '\x1f\x8b', what: 'a gzip archive' },
  { at: 0, pattern: '7z\xbc\xaf\x27\x1c', what: 'a 7-Zip archive' },
  { at: 0, pattern: 'Rar!\x1a\x07', what: 'a RAR archive' },
  { at: 0, pattern: 'BZh', what: 'a bzip2 archive' },
  { at: 0, pattern: '\xfd7zXZ\x00', what: 'an XZ archive' },
  { at: 0, pattern: 'bplist00', what: 'a property list' },
  { at: 0, pattern: 'SQLite format 3\x00', what: 'an SQLite database' },
  { at: 0, pattern: '\x7fELF', what: 'a program' },
  { at: 0, pattern: 'wOF2', what: 'a font' }
]

function matches(bytes: Uint8Array, signature: Signature): boolean {
  for (let index = 0; index < signature.pattern.length; index++) {
    if (bytes[signature.at + index] !== signature.pattern.charCodeAt(index)) return false
  }
  return true
}

/** What a file is by its first bytes, in words ("a PDF document"), or null where they say nothing. */
export function findForeignFormat(bytes: Uint8Array): string | null {
  return signatures.find(signature => matches(bytes, signature))?.what ?? null
}

/** The media type of a raster image by its first bytes, or null: SVG and everything else is no image to us. */
export function findRasterType(bytes: Uint8Array): string | null {
  const types = { PNG: 'image/png', JPEG: 'image/jpeg', GIF: 'image/gif', WebP: 'image/webp', AVIF: 'image/avif' }
  const what = findForeignFormat(bytes)
  if (what === 'a WebP image' && !matches(bytes, { at: 0, pattern: 'RIFF', what: '' })) return null
  const found = Object.entries(types).find(([name]) => what?.includes(` ${name} image`))
  return found?.[1] ?? null
}

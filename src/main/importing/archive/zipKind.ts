// Owns the question what a ZIP file is: a book, a document, or an archive of files. Reads its directory and small parts of it.
import { AppError } from '@shared/errors'
import { readEntryData, type EntryPlace } from './entryData'

const endSignature = 0x06054b50
const endBytes = 22
const longestComment = 65_535
const directorySignature = 0x02014b50
const directoryEntryBytes = 46
const mostRead = 64 * 1024
/** What tells formats apart stands near the front of the directory or has a short one. */
const mostEntries = 20_000

type Directory = ReadonlyMap<string, EntryPlace>

/** What a ZIP file can be. */
export type ZipKind = 'epub' | 'docx' | 'odt' | 'archive'

/** The directory of a ZIP file without ZIP64, which no document needs; null where there is none. */
function readDirectory(archive: Buffer): Directory | null {
  let end = archive.length - endBytes
  const lowest = Math.max(0, end - longestComment)
  while (end >= lowest && archive.readUInt32LE(end) !== endSignature) end--
  if (end < lowest) return null
  const entries = new Map<string, EntryPlace>()
  const count = Math.min(archive.readUInt16LE(end + 10), mostEntries)
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + directoryEntryBytes > archive.length || archive.readUInt32LE(at) !== directorySignature) return null
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + directoryEntryBytes, at + directoryEntryBytes + nameLength)
    if (!entries.has(name)) {
      entries.set(name, {
        offset: archive.readUInt32LE(at + 42),
        packedBytes: archive.readUInt32LE(at + 20),
        sizeBytes: archive.readUInt32LE(at + 24),
        method: archive.readUInt16LE(at + 10),
        isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
        checksum: archive.readUInt32LE(at + 16)
      })
    }
    at += directoryEntryBytes + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function readText(archive: Buffer, directory: Directory, name: string): string {
  const place = directory.get(name)
  if (!place || place.sizeBytes > mostRead) return ''
  try {
    return Buffer.from(readEntryData(archive, place)).toString('utf8')
  } catch {
    // A damaged part says nothing of what the file is; whoever reads the file will say so.
    return ''
  }
}

function unsupported(what: string): AppError {
  return new AppError('file_unsupported', `This is ${what}, which Lontar cannot read yet`)
}

/** Office documents name what they are in their list of types. Source: ECMA-376, part 1, annex A. */
function officeKind(types: string, names: readonly string[]): ZipKind | null {
  const has = (folder: string): boolean => names.some(name => name.startsWith(folder))
  if (/wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)/.test(types)) return 'docx'
  if (/spreadsheetml\.|ms-excel/.test(types)) throw unsupported('an Excel workbook')
  if (/presentationml\.|ms-powerpoint/.test(types)) throw unsupported('a PowerPoint presentation')
  if (has('word/')) return 'docx'
  if (has('xl/')) throw unsupported('an Excel workbook')
  if (has('ppt/')) throw unsupported('a PowerPoint presentation')
  return null
}

function openDocumentKind(type: string): ZipKind {
  const kind = /^application\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(type)?.[1] ?? 'file'
  if (kind === 'text') return 'odt'
  throw unsupported(`an OpenDocument ${kind}`)
}

/** True for the first bytes of a ZIP file, also of an empty one. */
export function isZip(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}

/**
 * What a ZIP file is. `byExtension` decides only where the directory cannot be read. Throws AppError `file_empty` for an
 * archive of nothing, and `file_unsupported` for other documents, by their name.
 */
export function zipKind(bytes: Uint8Array, byExtension: string | undefined): ZipKind {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const directory = readDirectory(archive)
  if (!directory) {
    return byExtension === 'epub' || byExtension === 'docx' || byExtension === 'odt' ? byExtension : 'archive'
  }
  if (directory.size === 0) throw new AppError('file_empty', 'The archive holds no file')
  const names = [...directory.keys()]
  const type = readText(archive, directory, 'mimetype').trim()
  if (type === 'application/epub+zip' || directory.has('META-INF/container.xml')) return 'epub'
  if (type.startsWith('application/vnd.oasis.opendocument')) return openDocumentKind(type)
  if (directory.has('[Content_Types].xml')) {
    const office = officeKind(readText(archive, directory, '[Content_Types].xml'), names)
    if (office) return office
  }
  return directory.has('content.xml') && directory.has('META-INF/manifest.xml') ? 'odt' : 'archive'
}

// Owns what an entry's name means: its characters, and the relative path that it may have on any system. Writes nothing.
import { getFileNameLowLevel, type Entry } from 'yauzl'
import { decodeStrictUtf8 } from '../text/utf8'
import { unsafeArchive } from './archiveErrors'

/** What Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i
// oxlint-disable-next-line no-control-regex -- no file may have them in its name
const forbidden = /[\u0000-\u001F\u007F<>:"|?*]/g
const longestSegment = 200
const longestPath = 1_000
const mostSegments = 32

/**
 * An entry's name: UTF-8 where the archive says so or where the bytes can be nothing else, as macOS writes them; else the
 * characters of the IBM PC (code page 437), which the format's first version knew alone.
 */
export function decodeEntryName(entry: Entry): string {
  const isAscii = entry.fileNameRaw.every(byte => byte < 0x80)
  const utf8 = isAscii ? null : decodeStrictUtf8(entry.fileNameRaw)
  return (
    utf8 ?? getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
  ).replaceAll('\\', '/')
}

/** One part of a path, in characters that every system takes. Parts that Windows would open as a device get a `_`. */
function cleanSegment(segment: string): string {
  const clean = segment.replace(forbidden, '_').replace(/[. ]+$/, match => '_'.repeat(match.length))
  const named = reserved.test(clean) ? `_${clean}` : clean
  if (named.length <= longestSegment) return named
  const extension = /\.[^.]{1,10}$/.exec(named)?.[0] ?? ''
  return named.slice(0, longestSegment - extension.length) + extension
}

/**
 * The parts of the path below a folder at which an entry may be written; none for a name that says nothing. Throws
 * AppError `archive_unsafe` for a name that leads elsewhere: absolute, with a drive, a zero byte or `..`.
 */
export function safePath(name: string): readonly string[] {
  if (name.includes('\0')) throw unsafeArchive('The name holds a zero byte, so the file was not unpacked')
  if (/^(?:\/|[a-z]:)/i.test(name)) throw unsafeArchive('The name is an absolute path, so the file was not unpacked')
  const segments = name.split('/').filter(segment => segment !== '' && segment !== '.')
  if (segments.some(segment => /^\.\.[. ]*$/.test(segment))) {
    throw unsafeArchive('The name leads out of the archive, so the file was not unpacked')
  }
  if (name.length > longestPath || segments.length > mostSegments) {
    throw unsafeArchive('The name is too long to be that of a file, so the file was not unpacked')
  }
  return segments.map(cleanSegment)
}

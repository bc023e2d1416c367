// Owns the question which importer a file belongs to: bytes first, then structure, then extension. Decodes nothing for good.
import { extname } from 'node:path'
import { AppError } from '@shared/errors'
import type { FileFormat } from '@shared/model/article'
import { isZip, zipKind } from './archive/zipKind'
import { looksLikeExport } from './exports/detectExport'
import { findForeignFormat } from './files/signatures'
import { detectMessage } from './mime/detectMessage'
import { extensionFormats } from './registry'
import { looksLikeUtf16 } from './text/utf16'
import { decodeUtf32, looksLikeUtf32 } from './text/utf32'

const sampleBytes = 64 * 1024
/** Files that are text and no article, unless they are an export. */
const otherTextual: ReadonlySet<string> = new Set(['.csv', '.json'])

// A comment may not run over its own end: else many comments could be divided in as many ways as there are subsets.
const markupStart = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!-{2}(?:(?!-->)[\s\S])*-->\s*)*(?:<!doctype\s+html\b|<html[\s>])/i
const structuralTag = /<(?:head|body|title|meta|article|main|div|section|h[1-6]|p|br|table|ul|span)(?:\s[^<>]*)?\/?>/gi
const closingTag = /<\/(?:head|body|title|article|main|div|section|h[1-6]|p|table|ul|span)\s*>/gi

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function looksLikeHtml(sample: string): boolean {
  if (markupStart.test(sample)) return true
  const startsWithTag = /^\s*<[a-z][a-z0-9-]*[\s>/]/i.test(sample)
  return startsWithTag && count(sample, structuralTag) >= 2 && count(sample, closingTag) >= 1
}

/** Unmistakable Markdown only: front matter with a title, or several different kinds of its marks. */
function looksLikeMarkdown(sample: string): boolean {
  if (/^---\r?\n(?:[^\n]*\n){0,40}?title\s*:[^\n]*\n(?:[^\n]*\n){0,40}?---\r?\n/i.test(sample)) return true
  const kinds = [
    /^#{1,6} \S/m,
    /^(?:```|~~~)[\w+-]*\s*$/m,
    /!?\[[^\]\n]+\]\((?:https?:\/\/|\.{0,2}\/|#)[^)\s]*\)/,
    /^\|?[^|\n]+\|[^\n]*\n\|?\s*:?-{3,}:?\s*\|/m,
    /\*\*[^*\s][^*\n]*\*\*/
  ]
  return /^#{1,6} \S/m.test(sample) && kinds.filter(kind => kind.test(sample)).length >= 3
}

/** Safari's archives are property lists, binary or XML, with a page in them. */
function isWebArchive(bytes: Uint8Array, byExtension: FileFormat | undefined): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (buffer.toString('latin1', 0, 8) === 'bplist00') {
    return byExtension === 'webarchive' || buffer.includes('WebMainResource', 0, 'latin1')
  }
  const beginning = buffer.toString('latin1', 0, sampleBytes)
  return (
    /^[^<]{0,8}<(?:\?xml|!DOCTYPE plist|plist)\b/.test(beginning) && beginning.includes('<key>WebMainResource</key>')
  )
}

/** The mark stands at the beginning, or behind what a mailer put there. Source: ISO 32000-2, annex I. */
function isPdf(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1')
  return beginning.startsWith('%PDF-') || /^[\0\s\xEF\xBB\xBF]*%PDF-\d/.test(beginning)
}

/** Office puts a document with a password into a container of its old format. Source: MS-OFFCRYPTO, section 2.3.4. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const isContainer = buffer.toString('latin1', 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
  return isContainer && buffer.includes('EncryptedPackage', 0, 'utf16le')
}

/** What a file is: an article of some format, an archive of files, or another service's export. */
export type DetectedFile = FileFormat | 'archive' | 'export'

/**
 * The format of a file's bytes. Throws AppError `file_empty`, `file_unsupported` (a known other format, named in the
 * message) or `file_binary`.
 */
export function detectFormat(fileName: string, bytes: Uint8Array): DetectedFile {
  if (bytes.length === 0) throw new AppError('file_empty', 'The file is empty')
  const byExtension = extensionFormats.get(extname(fileName).toLowerCase())
  if (isWebArchive(bytes, byExtension)) return 'webarchive'
  // Before zero bytes are looked for: a saved page may hold its images as they are.
  const message = detectMessage(bytes, byExtension)
  if (message) return message
  if (isZip(bytes)) return zipKind(bytes, byExtension)
  if (isPdf(bytes)) return 'pdf'
  if (/^[\0\s\xEF\xBB\xBF]*\{\\rtf/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))) return 'rtf'
  if (isEncryptedOffice(bytes)) throw new AppError('file_encrypted', 'The document is protected by a password')
  const foreign = findForeignFormat(bytes)
  if (foreign) throw new AppError('file_unsupported', `This is ${foreign}, which Lontar cannot read yet`)
  const beginning = bytes.subarray(0, sampleBytes)
  const isUtf32 = looksLikeUtf32(beginning)
  const isUtf16 = isUtf32 ? null : looksLikeUtf16(beginning)
  if (isUtf32 === null && isUtf16 === null && beginning.includes(0)) {
    throw new AppError('file_binary', 'The file holds binary data, not text')
  }
  const sample = isUtf32 ? decodeUtf32(beginning, isUtf32) : new TextDecoder(isUtf16 ?? 'utf-8').decode(beginning)
  if (looksLikeExport(fileName, sample)) return 'export'
  if (otherTextual.has(extname(fileName).toLowerCase())) {
    throw new AppError('file_unsupported', 'This is a table or data of no service that Lontar knows')
  }
  if (byExtension === 'html') return 'html'
  if (byExtension === 'markdown') return markupStart.test(sample) ? 'html' : 'markdown'
  if (looksLikeHtml(sample)) return 'html'
  return looksLikeMarkdown(sample) ? 'markdown' : 'text'
}

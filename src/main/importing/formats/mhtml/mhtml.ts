// Owns the importing of pages that browsers save with their images in one MIME message. Source: RFC 2557. Knows no rule of
// its own: the page goes the way of every page.
import { AppError } from '@shared/errors'
import type { ArticleDraft, Importer, ParseOptions } from '../../importer'
import type { ImportLimits } from '../../limits'
import { createEmbeddedSource } from '../../markup/embeddedImages'
import { createImageLoader } from '../../markup/imageLoader'
import { charsetOf } from '../../mime/charset'
import { embeddedFilesOf } from '../../mime/embeddedParts'
import { decodeWords } from '../../mime/encodedWords'
import { contentOf, leavesOf, locationOf, parseMessage, type MimePart } from '../../mime/message'
import { decodeHtml } from '../html/decodeHtml'
import { readPage } from '../html/readPage'
import { textImporter } from '../text'
import { findRootPart } from './rootPart'

/** Browsers and Word name the page in the message's header, in its part's header, or in both. */
function addressesOf(message: MimePart, root: MimePart): string[] {
  const snapshot = message.headers.get('Snapshot-Content-Location')?.replace(/\s+/g, '')
  const found = [snapshot, locationOf(root), root.headers.get('Content-Base'), locationOf(message)]
  return found.flatMap(address => address?.trim() || [])
}

async function readRoot(
  message: MimePart,
  root: MimePart,
  limits: ImportLimits,
  extraction: ParseOptions['extraction']
): Promise<ArticleDraft> {
  const bytes = contentOf(root, limits.inputBytes)
  if (!bytes || bytes.length === 0) {
    throw new AppError('file_damaged', 'The page in this file is empty; the file was probably cut off')
  }
  if (root.type === 'text/plain') return textImporter.parse({ fileName: '', path: null, bytes }, limits)
  const addresses = addressesOf(message, root)
  const files = embeddedFilesOf(leavesOf(message).filter(part => part !== root))
  return readPage(
    {
      format: 'mhtml',
      decoded: decodeHtml(bytes, charsetOf(root.parameters.get('charset'))),
      address: addresses.find(address => /^https?:/i.test(address)) ?? null,
      extraction,
      title: decodeWords(message.headers.get('Subject') ?? '') || null,
      createLoader: base =>
        createImageLoader(null, limits, createEmbeddedSource(files, [locationOf(root), base, ...addresses]))
    },
    limits
  )
}

/**
 * MHTML as Chromium, Internet Explorer and Word write it. Its date is when the page was saved, so it dates no article.
 * Throws `file_damaged`, `file_too_complex` and what a page throws.
 */
export const mhtmlImporter: Importer = {
  format: 'mhtml',
  async parse(request, limits) {
    const message = parseMessage(request.bytes, limits)
    const root = findRootPart(message)
    if (!root) throw new AppError('file_damaged', 'The file holds no page; it is damaged or was cut off')
    return { ...(await readRoot(message, root, limits, request.options?.extraction)), format: 'mhtml' }
  }
}

// Owns the conversion of Word documents to markup: the only importer of mammoth. Gives it nothing but checked parts.
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { AppError } from '@shared/errors'
import type { ZipArchive } from '../../archive/openZip'
import type { ImportLimits } from '../../limits'
import { damagedFile } from '../../xml/packageFile'
import { parseXml } from '../../xml/xmlTree'
import { subtitleClass, titleClass } from '../office/readDocument'

/** A document's markup, and its images by the addresses that the markup has for them. */
export interface ConvertedDocument {
  readonly markup: string
  readonly images: ReadonlyMap<string, Uint8Array>
}

/** Beside what mammoth maps itself: headings, lists, tables, notes, bold, italic, strikethrough. */
const styleMap = [
  `p[style-name='Title'] => p.${titleClass}:fresh`,
  `p[style-name='Subtitle'] => p.${subtitleClass}:fresh`,
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "r[style-name='HTML Code'] => code",
  'u => u',
  'highlight => mark'
]

const isMarkup = (name: string): boolean => /\.(?:xml|rels)$/i.test(name)

/**
 * The document's parts in a new archive without compression: mammoth unpacks whatever it is given, and believes what a
 * damaged archive says. Throws AppError `file_damaged`, `file_too_complex`, `archive_too_large`.
 */
function checkParts(zip: ZipArchive, limits: ImportLimits): Uint8Array {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of zip.entries) {
    if (parts.has(entry.name)) continue
    total += entry.sizeBytes
    if (total > limits.documentBytes) {
      throw new AppError('archive_too_large', 'The parts of the document are too large to be an article')
    }
    const bytes = entry.read()
    if (isMarkup(entry.name)) parseXml(bytes, limits)
    parts.set(entry.name, bytes)
  }
  return zipSync(Object.fromEntries(parts), { level: 0 })
}

/** Converts a document. Throws AppError `file_damaged`, `file_too_complex`, `archive_too_large`. */
export async function convertDocx(zip: ZipArchive, limits: ImportLimits): Promise<ConvertedDocument> {
  const buffer = Buffer.from(checkParts(zip, limits))
  const images = new Map<string, Uint8Array>()
  const convertImage = mammoth.images.imgElement(async image => {
    const src = `image-${images.size + 1}`
    images.set(src, await image.readAsBuffer())
    return { src }
  })
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { styleMap, convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false }
    )
    return { markup: value, images }
  } catch (error) {
    throw damagedFile(error)
  }
}

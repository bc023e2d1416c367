// Owns the importing of OpenDocument texts: parts, properties, warnings. Knows no rule of the format's text.
// Source: OpenDocument 1.3, part 2, sections 3 and 4; part 3, section 4.3.
import { AppError } from '@shared/errors'
import type { ImportWarning } from '@shared/model/article'
import type { ZipArchive } from '../../archive/openZip'
import type { Importer } from '../../importer'
import type { ImportLimits } from '../../limits'
import { damagedFile, openPackageFile } from '../../xml/packageFile'
import { descendantsNamed, firstText, parseXml, textBelow, type XmlElement } from '../../xml/xmlTree'
import type { DocumentProperties } from '../office/properties'
import { readDocument } from '../office/readDocument'
import { convertOdt } from './convertOdt'
import { readStyles } from './styles'

function readPart(zip: ZipArchive, name: string, limits: ImportLimits): XmlElement | null {
  const bytes = zip.read(name)
  if (bytes && bytes.length > limits.documentBytes) {
    throw new AppError('archive_too_large', 'The parts of the document are too large to be an article')
  }
  return bytes && bytes.length > 0 ? parseXml(bytes, limits) : null
}

/** Parts with a password are listed as such, and are no XML. */
function refuseEncrypted(zip: ZipArchive, limits: ImportLimits): void {
  const manifest = readPart(zip, 'META-INF/manifest.xml', limits)
  if (manifest && descendantsNamed(manifest, 'encryption-data').length > 0) {
    throw new AppError('file_encrypted', 'The document is protected by a password')
  }
}

function readProperties(zip: ZipArchive, limits: ImportLimits): DocumentProperties {
  const meta = readPart(zip, 'meta.xml', limits)
  if (!meta) return {}
  return {
    title: firstText(meta, 'title'),
    author: firstText(meta, 'initial-creator') ?? firstText(meta, 'creator'),
    created: firstText(meta, 'creation-date'),
    description: firstText(meta, 'description') ?? firstText(meta, 'subject'),
    keywords: descendantsNamed(meta, 'keyword').map(textBelow).join(','),
    language: firstText(meta, 'language')
  }
}

function commentWarning(count: number): ImportWarning[] {
  if (count === 0) return []
  const message = count === 1 ? 'One comment was left out' : `${count} comments were left out`
  return [{ code: 'comments_left_out', message }]
}

/** ODT documents. Throws `file_damaged`, `file_encrypted`, `file_too_complex`, `archive_too_large`, `no_article_found`. */
export const odtImporter: Importer = {
  format: 'odt',
  async parse(request, limits) {
    const zip = await openPackageFile(request.bytes, limits)
    refuseEncrypted(zip, limits)
    const content = readPart(zip, 'content.xml', limits)
    if (!content) throw damagedFile()
    const [body] = descendantsNamed(content, 'body')
    const [text] = body ? descendantsNamed(body, 'text') : []
    if (!text) throw damagedFile()
    const stylesPart = readPart(zip, 'styles.xml', limits)
    const { markup, comments } = convertOdt(text, readStyles(stylesPart ? [content, stylesPart] : [content]))
    const readImage = (address: string): Uint8Array | null => zip.read(address.replace(/^\.\//, ''))
    return readDocument(
      {
        format: 'odt',
        markup,
        images: (address, limitBytes) => {
          const bytes = readImage(address)
          return bytes && bytes.length <= limitBytes ? bytes : null
        },
        properties: readProperties(zip, limits),
        warnings: commentWarning(comments),
        encoding: 'utf-8',
        direction: null
      },
      limits
    )
  }
}

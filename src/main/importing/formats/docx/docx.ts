// Owns the importing of Word documents: properties, notes, warnings. Knows no rule of the format's text.
// Source: ECMA-376, part 2, section 8 (core properties).
import type { ImportWarning } from '@shared/model/article'
import type { ZipArchive } from '../../archive/openZip'
import type { Importer } from '../../importer'
import type { ImportLimits } from '../../limits'
import { openPackageFile } from '../../xml/packageFile'
import { descendantsNamed, firstText, parseXml } from '../../xml/xmlTree'
import type { DocumentProperties } from '../office/properties'
import { readDocument } from '../office/readDocument'
import { convertDocx } from './convert'

function readProperties(zip: ZipArchive, limits: ImportLimits): DocumentProperties {
  const part = zip.read('docProps/core.xml')
  if (!part) return {}
  const core = parseXml(part, limits)
  return {
    title: firstText(core, 'title'),
    author: firstText(core, 'creator'),
    created: firstText(core, 'created'),
    description: firstText(core, 'description') ?? firstText(core, 'subject'),
    keywords: firstText(core, 'keywords'),
    language: firstText(core, 'language')
  }
}

/** Comments are no part of the text; that there were some is said. */
function commentWarning(zip: ZipArchive, limits: ImportLimits): ImportWarning[] {
  const part = zip.read('word/comments.xml')
  const count = part ? descendantsNamed(parseXml(part, limits), 'comment').length : 0
  if (count === 0) return []
  const message = count === 1 ? 'One comment was left out' : `${count} comments were left out`
  return [{ code: 'comments_left_out', message }]
}

/** The list of notes at the end gets the class that the library knows. */
function markNotes(markup: string): string {
  return markup.replace(
    /<ol>(<li id="(?:footnote|endnote)-[\s\S]*<\/li>)<\/ol>$/,
    '<section class="footnotes"><ol>$1</ol></section>'
  )
}

/** DOCX documents. Throws `file_damaged`, `file_encrypted`, `file_too_complex`, `archive_too_large`, `no_article_found`. */
export const docxImporter: Importer = {
  format: 'docx',
  async parse(request, limits) {
    const zip = await openPackageFile(request.bytes, limits)
    const { markup, images } = await convertDocx(zip, limits)
    return readDocument(
      {
        format: 'docx',
        markup: markNotes(markup),
        images: address => images.get(address) ?? null,
        properties: readProperties(zip, limits),
        warnings: commentWarning(zip, limits),
        encoding: 'utf-8',
        direction: null
      },
      limits
    )
  }
}

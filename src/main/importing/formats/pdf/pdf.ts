// Owns the importing of PDF documents: pages one by one, properties, warnings. Knows no layout.
import { parse as parsePath } from 'node:path'
import { AppError } from '@shared/errors'
import type { ImportWarning } from '@shared/model/article'
import { nothingRemoved, type ArticleDraft, type Importer } from '../../importer'
import type { ImportLimits } from '../../limits'
import { guessOf } from '../../text/guess'
import { creationGuess, plausibleAuthor, plausibleTitle, type DocumentProperties } from '../office/properties'
import { readDocument } from '../office/readDocument'
import { findBookmarkedLines } from './bookmarks'
import { withPdf, type PdfDocument } from './openPdf'
import { readPageLines, type Line } from './pageLines'
import { bodySizeOf, renderParagraphs } from './renderPdf'
import { isContentsLine, joinLines, type Paragraph } from './paragraphs'
import { dropRunningHeads } from './runningHeads'

const mostNamed = 10

/** `D:20240105093000+07'00'` as ISO 8601. Source: ISO 32000-2, section 7.9.4. */
function readPdfDate(value: unknown): string | null {
  const [, year, month = '01', day = '01'] = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/.exec(String(value)) ?? []
  return year === undefined ? null : `${year}-${month}-${day}`
}

async function readProperties(document: PdfDocument): Promise<DocumentProperties> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const values = info as Readonly<Record<string, unknown>>
  const text = (key: string): string | null => (typeof values[key] === 'string' ? values[key] : null)
  return {
    title: text('Title'),
    author: text('Author'),
    created: readPdfDate(values['CreationDate']),
    description: null,
    keywords: text('Keywords'),
    language: text('Language')
  }
}

interface ReadPages {
  readonly pages: readonly (readonly Line[])[]
  readonly unreadable: readonly number[]
}

/** Reads page by page, letting go of each; stops where the text is longer than any that can be imported. */
async function readPages(document: PdfDocument, limits: ImportLimits): Promise<ReadPages> {
  const pages: Line[][] = []
  const unreadable: number[] = []
  let length = 0
  for (let number = 0; number < document.numPages; number++) {
    try {
      const page = await document.getPage(number + 1)
      const lines = await readPageLines(page, number, limits.pdfPiecesPerPage)
      page.cleanup()
      pages.push(lines)
      length += lines.reduce((sum, line) => sum + line.text.length, 0)
    } catch {
      // A page that is broken, or leads back to itself, costs the document that page.
      pages.push([])
      unreadable.push(number + 1)
    }
    if (length > limits.textLength) throw new AppError('file_too_large', 'The document holds too much text')
  }
  return { pages, unreadable }
}

function pageWarning(code: string, what: string, numbers: readonly number[]): ImportWarning[] {
  if (numbers.length === 0) return []
  const more = numbers.length > mostNamed ? ` and ${numbers.length - mostNamed} more` : ''
  return [{ code, message: `${what}: ${numbers.slice(0, mostNamed).join(', ')}${more}` }]
}

/** The largest heading near the beginning, where it is much larger than the text. */
function findTitle(paragraphs: readonly Paragraph[]): Paragraph | null {
  const bodySize = bodySizeOf(paragraphs)
  const first = paragraphs
    .slice(0, 12)
    .filter(({ page, text }) => page === 0 && text.length <= 300 && /\p{L}/u.test(text) && !isContentsLine(text))
  const largest = first.reduce<Paragraph | null>((most, next) => (next.size > (most?.size ?? 0) ? next : most), null)
  return largest && largest.size >= bodySize * 1.25 ? largest : null
}

/** A document of images has no text to read: it becomes an article whose pages can be looked at. */
function scannedDraft(properties: DocumentProperties, fileName: string): ArticleDraft {
  const name = parsePath(fileName).name || fileName
  return {
    format: 'pdf',
    stated: {
      title: plausibleTitle(properties.title),
      byline: plausibleAuthor(properties.author),
      language: properties.language
    },
    guessed: {
      title: guessOf(name, 0.3, 'The document holds no text; this is the name of the file'),
      publishedAt: creationGuess(properties.created)
    },
    html: '',
    resources: [],
    tags: [],
    warnings: [
      {
        code: 'pdf_without_text',
        message: 'The document holds images of its pages and no text, so it can be looked at but not searched'
      }
    ],
    removed: nothingRemoved,
    encoding: 'utf-8',
    direction: null
  }
}

/** PDF documents. Throws `file_encrypted`, `file_damaged`, `file_too_complex`, `file_too_large`, `pdf_needs_newer_runtime`. */
export const pdfImporter: Importer = {
  format: 'pdf',
  parse: (request, limits) =>
    withPdf(request.bytes, limits, async document => {
      const properties = await readProperties(document)
      const { pages, unreadable } = await readPages(document, limits)
      if (unreadable.length === pages.length) {
        throw new AppError('file_damaged', 'No page of the document can be read; it is damaged or was cut off')
      }
      const broken = pageWarning('pdf_pages_unreadable', 'These pages are damaged and were left out', unreadable)
      if (pages.every(lines => lines.length === 0)) {
        const draft = scannedDraft(properties, request.fileName)
        return { ...draft, warnings: [...draft.warnings, ...broken] }
      }
      const silent = pages.flatMap((lines, index) =>
        lines.length === 0 && !unreadable.includes(index + 1) ? [index + 1] : []
      )
      const lines = dropRunningHeads(pages).flat()
      const levels = await findBookmarkedLines(document, lines)
      const paragraphs = joinLines(lines, line => levels.get(line) ?? 0)
      const title = plausibleTitle(properties.title) ? null : findTitle(paragraphs)
      return readDocument(
        {
          format: 'pdf',
          markup: renderParagraphs(paragraphs.filter(paragraph => paragraph !== title)),
          images: () => null,
          properties,
          warnings: [
            ...broken,
            ...pageWarning('pdf_pages_without_text', 'These pages hold images and no text', silent)
          ],
          encoding: 'utf-8',
          direction: null,
          title: title && guessOf(title.text.trim(), 0.8, 'The largest line on the first page')
        },
        limits
      )
    })
}

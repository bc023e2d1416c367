// Owns the importing of mails: which fields, which parts, which warnings. Knows no rule of MIME and opens no attachment.
import { AppError } from '@shared/errors'
import type { ImportWarning } from '@shared/model/article'
import type { Importer } from '../../importer'
import type { ImportLimits } from '../../limits'
import { createEmbeddedSource, type EmbeddedFile } from '../../markup/embeddedImages'
import { escapeMarkup } from '../../markup/escape'
import { createImageLoader } from '../../markup/imageLoader'
import { charsetOf } from '../../mime/charset'
import { embeddedFilesOf } from '../../mime/embeddedParts'
import { contentIdOf, contentOf, fileNameOf, leavesOf, parseMessage, type MimePart } from '../../mime/message'
import { readMessageDate } from '../../mime/messageDate'
import { decodeText, type DecodedText } from '../../text/decodeText'
import { refuseEndlessText } from '../../text/endlessText'
import { guessFromProse } from '../../text/proseGuesses'
import { decodeHtml } from '../html/decodeHtml'
import { isEncrypted, sortParts } from './letterParts'
import { renderPlainLetter } from './plainLetter'
import { readLetter } from './readLetter'
import { archiveAddressOf, bylineOf, listNameOf, subjectOf } from './senders'

const mostNamed = 20

interface ShownParts {
  readonly markup: string
  readonly encoding: string
  readonly warnings: readonly ImportWarning[]
  /** The pictures between the texts, at addresses of our own. */
  readonly pictures: readonly EmbeddedFile[]
}

function decodePart(part: MimePart, limits: ImportLimits): DecodedText {
  const bytes = contentOf(part, limits.inputBytes) ?? Buffer.alloc(0)
  const charset = charsetOf(part.parameters.get('charset'))
  return part.type === 'text/html' ? decodeHtml(bytes, charset) : decodeText(bytes, charset)
}

function renderText(part: MimePart, text: string, limits: ImportLimits): string {
  if (part.type === 'text/html') return text
  refuseEndlessText(text, limits)
  const isFlowed = part.parameters.get('format')?.toLowerCase() === 'flowed'
  const deletesSpace = part.parameters.get('delsp')?.toLowerCase() === 'yes'
  return renderPlainLetter(text, { isFlowed, deletesSpace })
}

/** One page of all that is shown: mailers put pictures, and footers of lists, between and below texts. */
function joinShown(shown: readonly MimePart[], limits: ImportLimits): ShownParts {
  const texts = shown.filter(part => !part.type.startsWith('image/'))
  const decoded = new Map(texts.map(part => [part, decodePart(part, limits)]))
  const pages = [...decoded.values()].map(({ text }) => text)
  const pictures: EmbeddedFile[] = []
  const markup = shown.map((part, index) => {
    const text = decoded.get(part)
    if (text) return renderText(part, text.text, limits)
    const id = contentIdOf(part)
    if (id !== null && pages.some(page => page.includes(`cid:${id}`))) return ''
    const address = `cid:shown-part-${index}`
    pictures.push({ addresses: [address], read: limitBytes => contentOf(part, limitBytes) })
    return `<p><img src="${address}" alt="${escapeMarkup(fileNameOf(part) ?? '')}"></p>`
  })
  const [first] = decoded.values()
  return {
    markup: markup.join('\n'),
    encoding: first?.encoding ?? 'utf-8',
    warnings: [...decoded.values()].flatMap(({ warnings }) => warnings),
    pictures
  }
}

/** Names what was left closed. */
function attachmentWarning(attached: readonly MimePart[]): ImportWarning[] {
  if (attached.length === 0) return []
  const names = attached.slice(0, mostNamed).map(part => fileNameOf(part) ?? part.type)
  const more = attached.length > mostNamed ? ` and ${attached.length - mostNamed} more` : ''
  const message = `Attached to the mail and not opened: ${names.join(', ')}${more}`
  return [{ code: 'attachments_left_out', message }]
}

/** Mails as programs save them (RFC 5322). Throws `no_article_found`, `file_too_complex` and what texts and pages throw. */
export const emailImporter: Importer = {
  format: 'email',
  async parse(request, limits) {
    const message = parseMessage(request.bytes, limits)
    if (isEncrypted(message)) {
      throw new AppError('no_article_found', 'The mail is encrypted; save it decrypted and import it again')
    }
    const { headers } = message
    const isBroken = message.type.startsWith('multipart/') && message.parts.length === 0
    const { shown, attached } = sortParts(isBroken ? { ...message, type: 'text/plain' } : message)
    if (shown.length === 0) {
      const [warning] = attachmentWarning(attached)
      throw new AppError('no_article_found', `The mail holds no text. ${warning?.message ?? ''}`.trim())
    }
    const { markup, encoding, warnings, pictures } = joinShown(shown, limits)
    const files = [...pictures, ...embeddedFilesOf(leavesOf(message))]
    const loader = createImageLoader(null, limits, createEmbeddedSource(files, []))
    const title = subjectOf(headers)
    const letter = await readLetter(markup, title, loader, limits)
    const byline = bylineOf(headers)
    const list = listNameOf(headers)
    const language = headers.get('Content-Language')?.split(',')[0] ?? letter.language
    const siteName = list === byline ? null : list
    return {
      format: 'email',
      stated: {
        title,
        byline,
        siteName,
        publishedAt: readMessageDate(headers.get('Date')),
        language,
        url: archiveAddressOf(headers)
      },
      // What a person writes to another credits no agency; what goes to a list may.
      guessed: headers.names.has('list-id') ? guessFromProse(letter.paragraphs, { siteName, language }) : {},
      html: letter.html,
      resources: loader.resources(),
      tags: [],
      warnings: [...warnings, ...attachmentWarning(attached)],
      removed: letter.removed,
      encoding,
      direction: letter.direction
    }
  }
}

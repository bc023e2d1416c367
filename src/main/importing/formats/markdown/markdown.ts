// Owns the importing of Markdown: front matter, rendering, title. Knows no rule of its own.
import { AppError } from '@shared/errors'
import type { Importer } from '../../importer'
import { normaliseLanguageTag } from '../../language/detectLanguage'
import { parseGuarded } from '../../markup/guardedPage'
import { createImageLoader } from '../../markup/imageLoader'
import { markMentions, renderMentions } from '../../markup/markMentions'
import { rewriteImages } from '../../markup/rewriteImages'
import { rewriteLinks } from '../../markup/rewriteLinks'
import { takeHeading, takeHeadLines } from '../../markup/takeHead'
import { decodeText } from '../../text/decodeText'
import { guessFromProse } from '../../text/proseGuesses'
import { refuseEndlessText } from '../../text/endlessText'
import { readFrontMatter } from './frontMatter'
import { findVaultFolders } from './obsidian/vaultFolders'
import { renderMarkdown } from './render'

const textOf = (element: { readonly textContent: string }): string => element.textContent.replace(/\s+/g, ' ').trim()

/** Embedded images are long runs without a space, and no sign of data that is no article. */
function withoutEmbeddedImages(text: string): string {
  return text.replace(/data:image\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]+/g, '')
}

/** Markdown files. Throws what text throws, and `html_too_complex`. */
export const markdownImporter: Importer = {
  format: 'markdown',
  async parse(request, limits) {
    const { text, encoding, warnings } = decodeText(request.bytes, null, request.options)
    if (text.trim() === '') throw new AppError('file_empty', 'The file holds nothing but white space')
    refuseEndlessText(withoutEmbeddedImages(text), limits)
    const matter = readFrontMatter(text, limits)
    const { document, removed } = parseGuarded(renderMarkdown(matter.body), limits)
    const { body } = document
    const title = takeHeading(body, matter.stated.title)
    const head = takeHeadLines(body, matter.stated.byline ?? null)
    const url = matter.stated.url ?? null
    const loader = createImageLoader(request.path, limits, undefined, findVaultFolders(request.path))
    const remoteImages = await rewriteImages(document, body, loader, null)
    rewriteLinks(body, url)
    markMentions(document, body)
    renderMentions(document, body)
    const language = normaliseLanguageTag(matter.stated.language)
    const paragraphs = [...body.querySelectorAll('p')].map(textOf)
    return {
      format: 'markdown',
      stated: matter.stated,
      guessed: {
        ...guessFromProse(paragraphs, { siteName: matter.stated.siteName ?? null, language }, head.dates),
        ...(head.byline && { byline: head.byline }),
        ...(head.siteName && { siteName: head.siteName }),
        ...(title && { title })
      },
      html: body.innerHTML,
      resources: loader.resources(),
      tags: matter.tags,
      warnings: [...warnings, ...matter.warnings],
      removed: { ...removed, remoteImages },
      encoding,
      direction: null
    }
  }
}

// Owns the importing of EPUB books, whole or chapter by chapter. Knows no markup and no rule of the format.
import { AppError } from '@shared/errors'
import type { ImportWarning, Removed } from '@shared/model/article'
import { nothingRemoved, type ArticleDraft, type DraftPart, type Importer, type ParseRequest } from '../../importer'
import type { ImportLimits } from '../../limits'
import { parseGuarded } from '../../markup/guardedPage'
import { createImageLoader, type ImageSource } from '../../markup/imageLoader'
import { rewriteImages } from '../../markup/rewriteImages'
import { rewriteLinks } from '../../markup/rewriteLinks'
import { takeHeading } from '../../markup/takeHead'
import { refuseLongText } from '../../text/endlessText'
import { openBookFile, type BookFile } from './bookFile'
import { readBookMetadata, type BookMetadata } from './bookMetadata'
import { anchorChapter, hasContent, readChapter, type Chapter } from './chapter'
import { addHeadings } from './chapterHeadings'
import { readNavigation, type NavigationEntry } from './navigation'
import { readPackage } from './packageDocument'

interface Book {
  readonly images: ImageSource
  readonly metadata: BookMetadata
  readonly chapters: readonly Chapter[]
  readonly navigation: readonly NavigationEntry[]
  readonly warnings: readonly ImportWarning[]
  /** The path of the table of contents where it is a chapter of its own. */
  readonly contents: string | null
}

const mostNamed = 10

function missingWarning(paths: readonly string[]): ImportWarning[] {
  if (paths.length === 0) return []
  const more = paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : ''
  const message = `These parts of the book are missing or no text: ${paths.slice(0, mostNamed).join(', ')}${more}`
  return [{ code: 'chapters_unreadable', message }]
}

function sumRemoved(all: readonly Removed[]): Removed {
  return all.reduce(
    (sum, removed) => ({
      scripts: sum.scripts + removed.scripts,
      frames: sum.frames + removed.frames,
      forms: sum.forms + removed.forms,
      remoteImages: sum.remoteImages + removed.remoteImages,
      eventHandlers: sum.eventHandlers + removed.eventHandlers,
      trackers: sum.trackers + removed.trackers
    }),
    nothingRemoved
  )
}

async function readBook(request: ParseRequest, limits: ImportLimits): Promise<Book> {
  const file = await openBookFile(request.bytes, limits)
  const document = readPackage(file, limits)
  const navigation = readNavigation(file, document)
  const read = document.spine.map(item => ({ item, chapter: readChapter(file, item, limits) }))
  const chapters = read.flatMap(({ chapter }) => chapter ?? [])
  const missing = read.filter(({ chapter }) => chapter === null).map(({ item }) => item.path)
  if (!chapters.some(hasContent)) throw new AppError('no_article_found', 'The book holds no readable text')
  const byPath = new Map<string, NavigationEntry[]>()
  for (const entry of navigation) {
    const known = byPath.get(entry.place.path)
    if (known) known.push(entry)
    else byPath.set(entry.place.path, [entry])
  }
  for (const chapter of chapters) addHeadings(chapter, byPath.get(chapter.path) ?? [])
  const contents = [...document.items.values()].find(item => item.properties.includes('nav'))?.path ?? null
  return {
    images: imageSourceOf(file),
    metadata: readBookMetadata(document),
    chapters,
    navigation,
    warnings: missingWarning([...document.unreadable, ...missing]),
    contents
  }
}

/** The images of the book, by their paths; a damaged one costs the book that image alone. */
function imageSourceOf(file: BookFile): ImageSource {
  return (address, limitBytes) => {
    try {
      const bytes = file.read(decodeURI(address))
      return bytes && bytes.length <= limitBytes ? bytes : null
    } catch (error) {
      if (error instanceof AppError || error instanceof URIError) return null
      throw error
    }
  }
}

function draftOf(book: Book, parts: Pick<ArticleDraft, 'stated' | 'html' | 'resources' | 'removed'>): ArticleDraft {
  return {
    ...parts,
    format: 'epub',
    guessed: {},
    tags: book.metadata.tags,
    warnings: book.warnings,
    encoding: 'utf-8',
    direction: book.metadata.direction ?? book.chapters.find(({ direction }) => direction !== null)?.direction ?? null
  }
}

/** EPUB 2 and 3. Throws `file_damaged`, `file_encrypted`, `no_article_found`, `archive_too_large` and what a page throws. */
export const epubImporter: Importer = {
  format: 'epub',
  async parse(request, limits) {
    const book = await readBook(request, limits)
    const numbers = new Map(book.chapters.map(({ path }, index) => [path, index + 1]))
    for (const chapter of book.chapters) {
      anchorChapter(chapter, ({ path, fragment }) => {
        const number = numbers.get(path)
        return number === undefined ? null : `${number}${fragment === null ? '' : `-${fragment}`}`
      })
    }
    const markup = book.chapters.map(({ body }, index) => `<section id="${index + 1}">${body.innerHTML}</section>`)
    const { document } = parseGuarded(markup.join('\n'), limits)
    const { body } = document
    refuseLongText(body.textContent, limits)
    const loader = createImageLoader(null, limits, book.images)
    const remoteImages = await rewriteImages(document, body, loader, null)
    rewriteLinks(body, null)
    takeHeading(body, book.metadata.stated.title)
    const removed = sumRemoved(book.chapters.map(chapter => chapter.removed))
    const { stated } = book.metadata
    const language = stated.language ?? book.chapters.find(chapter => chapter.language !== null)?.language
    return draftOf(book, {
      stated: { ...stated, language },
      html: body.innerHTML,
      resources: loader.resources(),
      removed: { ...removed, remoteImages }
    })
  },
  async parseParts(request, limits) {
    const book = await readBook(request, limits)
    const parts: DraftPart[] = []
    for (const chapter of book.chapters) {
      if (!/\S/.test(chapter.body.textContent) || chapter.path === book.contents) continue
      parts.push({ part: chapter.path, draft: await readPart(book, chapter, limits) })
    }
    if (parts.length === 0) throw new AppError('no_article_found', 'No chapter of the book holds text')
    return parts
  }
}

async function readPart(book: Book, chapter: Chapter, limits: ImportLimits): Promise<ArticleDraft> {
  const { body, document, path } = chapter
  anchorChapter(chapter, place => (place.path === path ? (place.fragment ?? null) : null))
  const loader = createImageLoader(null, limits, book.images)
  const remoteImages = await rewriteImages(document, body, loader, null)
  rewriteLinks(body, null)
  const named = book.navigation.find(entry => entry.place.path === path)?.title ?? null
  const heading = takeHeading(body, named)
  const { stated } = book.metadata
  return draftOf(book, {
    stated: {
      ...stated,
      title: named ?? heading?.value ?? (chapter.title === stated.title ? null : chapter.title),
      deck: null,
      siteName: stated.title ?? stated.siteName,
      language: stated.language ?? chapter.language
    },
    html: body.innerHTML,
    resources: loader.resources(),
    removed: { ...chapter.removed, remoteImages }
  })
}

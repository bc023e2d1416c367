// Owns the reading of bookmark files: links with their attributes, folders and descriptions, however they are nested.
// Source: https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
import { Parser } from 'htmlparser2'

/** A link of such a file. */
export interface Bookmark {
  readonly href: string
  readonly title: string
  /** By their names in lower case. */
  readonly attributes: Readonly<Record<string, string>>
  /** The headings that it stands under, the outermost first. */
  readonly folders: readonly string[]
  readonly description: string
}

interface OpenBookmark {
  readonly href: string
  readonly attributes: Readonly<Record<string, string>>
  readonly folders: readonly string[]
  title: string
  description: string
}

/** What text belongs to at the place that the parser has reached. */
type Place = 'nowhere' | 'title' | 'heading' | 'description'

/** More levels than this count as this many. */
const deepestFolder = 100

/** Reads every link. Works on files that leave out, add or misplace end tags. */
export function readBookmarks(markup: string): Bookmark[] {
  const found: OpenBookmark[] = []
  const folders: string[] = []
  let heading = ''
  let hasHeading = false
  let place: Place = 'nowhere'

  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'a' && attributes['href'] !== undefined) {
        place = 'title'
        const { href, ...rest } = attributes
        found.push({ href, attributes: rest, folders: [...folders], title: '', description: '' })
      } else if (name === 'h3' || name === 'h1' || name === 'h2') {
        place = 'heading'
        heading = ''
        // A heading above the lists, as Pocket has them, is a folder too; it ends at the next one.
        if (name !== 'h3') folders.length = 0
      } else if (name === 'dl' || name === 'ul' || name === 'ol') {
        if (folders.length < deepestFolder) folders.push(hasHeading ? heading.trim() : '')
        hasHeading = false
        place = 'nowhere'
      } else if (name === 'dd') place = found.length > 0 ? 'description' : 'nowhere'
      else if (name === 'dt' || name === 'li') place = 'nowhere'
    },
    onclosetag: name => {
      if (name === 'dl' || name === 'ul' || name === 'ol') folders.pop()
      if (name === 'h1' || name === 'h2' || name === 'h3') hasHeading = true
      if (['a', 'h1', 'h2', 'h3', 'dd', 'dl'].includes(name)) place = 'nowhere'
    },
    ontext: text => {
      const last = found.at(-1)
      if (place === 'heading') heading += text
      else if (place === 'title' && last) last.title += text
      else if (place === 'description' && last) last.description += text
    }
  })
  parser.write(markup)
  parser.end()
  return found.map(({ title, description, ...bookmark }) => ({
    ...bookmark,
    title: title.replace(/\s+/g, ' ').trim(),
    description: description.trim(),
    folders: bookmark.folders.filter(folder => folder !== '')
  }))
}

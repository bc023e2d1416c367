// Owns the question whether a file is another service's export. Looks at its beginning only and reads no entry.
import { extname } from 'node:path'
import { headerOf } from './csvTable'
import { bookmarkServices, csvServices } from './services'

/** Names of fields by which entries of the known services are told from other JSON. */
const jsonMarks = [
  /"slug"\s*:[\s\S]*"savedAt"\s*:|"savedAt"\s*:[\s\S]*"slug"\s*:/,
  /"is_archived"\s*:/,
  /"href"\s*:[\s\S]*"toread"\s*:|"toread"\s*:[\s\S]*"href"\s*:/,
  /"bookmarks"\s*:\s*\[/,
  /"collections"\s*:\s*\[/,
  /"item_id"\s*:[\s\S]*"(?:given|resolved)_url"\s*:/
]

/**
 * Whether the beginning of a file, decoded, is that of an export. `isWhole` says that the beginning is all of it.
 */
export function looksLikeExport(fileName: string, beginning: string): boolean {
  const extension = extname(fileName).toLowerCase()
  const text = beginning.replace(/^\uFEFF?\s*/, '')
  if (text.startsWith('<')) return bookmarkServices.some(service => service.isKnownBy(text.slice(0, 4_096)))
  if (text.startsWith('[') || text.startsWith('{')) {
    return (
      (extension === '.json' || extension === '.txt' || extension === '') && jsonMarks.some(mark => mark.test(text))
    )
  }
  const columns = extension === '.csv' || extension === '.txt' || extension === '' ? headerOf(text) : null
  return columns !== null && csvServices.some(service => service.isKnownBy(columns))
}

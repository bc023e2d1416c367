// Owns what a file's or folder's name says when a folder is walked. Opens nothing.
import { extname } from 'node:path'
import { omnivoreMetadataName } from '../exports/services/omnivore'
import { extensionFormats } from '../registry'

/** What the walk does with a name: import it, pass it over, keep it for a page, or say that it cannot be imported. */
export type NameKind = 'article' | 'hidden' | 'companion' | 'unsupported'

const junkNames = new Set([
  'thumbs.db',
  'desktop.ini',
  'node_modules',
  '__macosx',
  '$recycle.bin',
  'system volume information'
])

/** What saved pages bring along: images, styles, scripts, fonts. */
const companionExtensions = new Set(
  '.png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .css .js .mjs .map .woff .woff2 .ttf .otf .eot'.split(' ')
)

/** What holds other files or the entries of an export. */
const containerExtensions: ReadonlySet<string> = new Set(['.zip', '.csv', '.json'])

/** True for what no person put there: hidden files, the desktop's own, folders of programs. */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || junkNames.has(name.toLowerCase())
}

/** What a file in a folder is by its name. One without an extension may be text; its bytes decide later. */
export function kindOfName(name: string): NameKind {
  if (isHiddenName(name)) return 'hidden'
  const extension = extname(name).toLowerCase()
  if (extension === '' || extensionFormats.has(extension) || containerExtensions.has(extension)) return 'article'
  return companionExtensions.has(extension) ? 'companion' : 'unsupported'
}

/** True for a page that may have companions. */
export function usesCompanions(name: string): boolean {
  const format = extensionFormats.get(extname(name).toLowerCase())
  return format === 'html' || format === 'markdown'
}

/**
 * The names, in lower case, of the folders in which browsers save what belongs to the pages among `names`:
 * `X_files` (Chromium, Firefox) or `X.files` (Internet Explorer) beside `X.html`.
 */
export function companionFolders(names: readonly string[]): ReadonlySet<string> {
  // The texts and highlights of Omnivore's entries come in with the entries.
  const ofExport = names.some(name => omnivoreMetadataName.test(name)) ? ['content', 'highlights'] : []
  const stems = names
    .filter(name => /\.x?html?$/i.test(name))
    .map(name => name.replace(/\.x?html?$/i, '').toLowerCase())
  return new Set([...ofExport, ...stems.flatMap(stem => [`${stem}_files`, `${stem}.files`])])
}

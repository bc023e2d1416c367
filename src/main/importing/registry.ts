// Owns the list of formats that can be imported, their extensions and their importers. Parses nothing.
import type { FileFormat } from '@shared/model/article'
import type { Importer } from './importer'

/** Loads each format's importer on its first use, so that a worker that meets only text stays small and starts fast. */
const importers: { readonly [Format in FileFormat]: () => Promise<Importer> } = {
  text: async () => (await import('./formats/text')).textImporter,
  markdown: async () => (await import('./formats/markdown/markdown')).markdownImporter,
  html: async () => (await import('./formats/html/html')).htmlImporter,
  mhtml: async () => (await import('./formats/mhtml/mhtml')).mhtmlImporter,
  email: async () => (await import('./formats/email/email')).emailImporter,
  webarchive: async () => (await import('./formats/webarchive/webarchive')).webarchiveImporter,
  epub: async () => (await import('./formats/epub/epub')).epubImporter,
  docx: async () => (await import('./formats/docx/docx')).docxImporter,
  odt: async () => (await import('./formats/odt/odt')).odtImporter,
  rtf: async () => (await import('./formats/rtf/rtf')).rtfImporter,
  pdf: async () => (await import('./formats/pdf/pdf')).pdfImporter
}

/** The formats by extension, in lower case and with the dot. */
export const extensionFormats: ReadonlyMap<string, FileFormat> = new Map([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.log', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.mdown', 'markdown'],
  ['.mkd', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.xht', 'html'],
  ['.mhtml', 'mhtml'],
  ['.mht', 'mhtml'],
  ['.eml', 'email'],
  ['.webarchive', 'webarchive'],
  ['.epub', 'epub'],
  ['.docx', 'docx'],
  ['.odt', 'odt'],
  ['.rtf', 'rtf'],
  ['.pdf', 'pdf']
])

/** Asking for a module anew takes time even where it is loaded. */
const loaded = new Map<FileFormat, Promise<Importer>>()

/** The importer of a format. */
export function loadImporter(format: FileFormat): Promise<Importer> {
  const importer = loaded.get(format) ?? importers[format]()
  loaded.set(format, importer)
  return importer
}

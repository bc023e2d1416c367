// Writes EPUB books: the files that every book has, around what a test gives.
import { zipSync } from 'fflate'

/** A book's parts; each has a plain default. */
export interface WrittenBook {
  readonly metadata?: string
  readonly manifest?: string
  readonly spine?: string
  readonly packageAttributes?: string
  readonly spineAttributes?: string
  /** Files below `OEBPS/`. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** Files elsewhere. */
  readonly outside?: Readonly<Record<string, string>>
}

const container = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

/** A chapter's page. */
export function page(body: string, title = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xmlns:xlink="http://www.w3.org/1999/xlink"><head><title>${title}</title></head><body>${body}</body></html>`
}

/** The bytes of a book. Without a manifest, every `.xhtml` file is listed by its name, and without a spine read in order. */
export function writeBook(book: WrittenBook): Uint8Array {
  const files = book.files ?? {}
  const pages = Object.keys(files).filter(name => name.endsWith('.xhtml'))
  const manifest =
    book.manifest ??
    pages.map(name => `<item id="${name}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`).join('')
  const spine = book.spine ?? pages.map(name => `<itemref idref="${name}"/>`).join('')
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" ${book.packageAttributes ?? ''}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${book.metadata ?? '<dc:title>Buku</dc:title><dc:language>id</dc:language>'}</metadata>
<manifest>${manifest}</manifest><spine ${book.spineAttributes ?? ''}>${spine}</spine></package>`
  const parts: Record<string, string | Uint8Array> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OEBPS/book.opf': opf,
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`OEBPS/${name}`, content])),
    ...book.outside
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, new Uint8Array(Buffer.from(content as string))])
    )
  )
}

// Owns the finding and reading of a book's files, by the exact path or, where that is not there, in any case of letters.
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../../limits'
import { openPackageFile } from '../../xml/packageFile'
import { descendantsNamed, parseXml, type XmlElement } from '../../xml/xmlTree'

/** An open book. */
export interface BookFile {
  /** A file's bytes, or null where there is none. Throws AppError `file_damaged`, `file_encrypted`. */
  readonly read: (path: string) => Uint8Array | null
  /** A file as XML, or null where there is none. Throws `file_too_complex` too. */
  readonly readXml: (path: string) => XmlElement | null
  readonly names: readonly string[]
}

/** Obscured fonts are no protection of the text. Source: EPUB 3.3, section 4.4; Adobe's "Content protection for EPUB". */
const fontAlgorithms = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

function refuseProtected(book: BookFile): void {
  const encryption = book.readXml('META-INF/encryption.xml')
  if (!encryption) return
  const isProtected = descendantsNamed(encryption, 'EncryptedData').some(data => {
    const [method] = descendantsNamed(data, 'EncryptionMethod')
    return !fontAlgorithms.has(method?.attributes.get('Algorithm') ?? '')
  })
  if (isProtected) {
    throw new AppError(
      'file_encrypted',
      'The book is copy-protected (DRM), so only the program it was bought for reads it'
    )
  }
}

/** Opens a book. Throws AppError `file_damaged`, `file_encrypted` for copy protection, and what `openPackageFile` throws. */
export async function openBookFile(bytes: Uint8Array, limits: ImportLimits): Promise<BookFile> {
  const zip = await openPackageFile(bytes, limits)
  const byLowerName = new Map(zip.entries.toReversed().map(entry => [entry.name.toLowerCase(), entry]))
  const read: BookFile['read'] = path => zip.read(path) ?? byLowerName.get(path.toLowerCase())?.read() ?? null
  const book: BookFile = {
    read,
    readXml: path => {
      const part = read(path)
      return part && parseXml(part, limits)
    },
    names: zip.entries.map(entry => entry.name)
  }
  refuseProtected(book)
  return book
}

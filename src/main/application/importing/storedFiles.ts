// Owns how the files of an article are named in the store. Stores nothing.
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { StoredFile } from '../../library/insertArticle'
import type { OriginalFile } from '../../library/originals'

/** The images of a parsed article, as files to store. */
export function resourceFiles(article: ImportedArticle): OriginalFile[] {
  return article.resources.map(resource => ({
    sha256: resource.sha256,
    extension: resourceExtension(resource.mediaType),
    bytes: resource.bytes
  }))
}

/** A kept file as the library notes it. */
export function storedFile({ sha256, extension, bytes }: OriginalFile): StoredFile {
  return { sha256, extension, sizeBytes: bytes.byteLength }
}

function resourceExtension(mediaType: string): string {
  const subtype = /^image\/([a-z0-9]{1,10})$/.exec(mediaType)?.[1] ?? 'bin'
  return subtype === 'jpeg' ? '.jpg' : `.${subtype}`
}

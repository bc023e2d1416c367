// Owns reading what an article shows beside its text for a shell that serves it: its images, and a PDF's pages. Serves nothing
// else.
import type { Library } from '../library/library'

/** The bytes and media type of a resource, or undefined where no article has one of this hash or its file is gone. */
export async function readResource(
  library: Library,
  sha256: string
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | undefined> {
  const resource = library.articles.findResource(sha256)
  if (!resource) return undefined
  try {
    return { bytes: await library.originals.read(sha256, resource.extension), mediaType: resource.mediaType }
  } catch {
    return undefined
  }
}

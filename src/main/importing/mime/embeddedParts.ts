// Owns the way from a message's parts to the images that its page shows. Loads nothing.
import type { EmbeddedFile } from '../markup/embeddedImages'
import { contentIdOf, contentOf, locationOf, type MimePart } from './message'

/** What in a message can be shown as an image: everything with an address of its own, whatever type it says it is. */
export function embeddedFilesOf(leaves: readonly MimePart[]): EmbeddedFile[] {
  return leaves.flatMap(part => {
    const id = contentIdOf(part)
    const addresses = [locationOf(part), id === null ? null : `cid:${id}`].flatMap(address => address ?? [])
    return addresses.length === 0 ? [] : [{ addresses, read: limitBytes => contentOf(part, limitBytes) }]
  })
}

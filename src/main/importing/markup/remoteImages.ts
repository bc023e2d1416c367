// Owns the list of a page's images that only a network could bring, for the count of what an article was kept from.
import type { PageElement } from './dom'
import { addressesOf } from './imageAddresses'
import { isRemote, type ImageLoader } from './imageLoader'
import { isTrackingImage } from './trackers'

/** The addresses of remote images within `root`, one an image, without those that only watch the reader. */
export function listRemoteImages(root: PageElement): string[] {
  return [...root.querySelectorAll('img')].flatMap(image => {
    // A second writing of the image before it, for browsers without scripts.
    if (image.closest('noscript,template') || isTrackingImage(name => image.getAttribute(name))) return []
    return addressesOf(image).find(isRemote) ?? []
  })
}

/** How many of the page's remote images stand outside the article and are not held by the page's own file. */
export function countOutside(
  inPage: readonly string[],
  inArticle: readonly string[],
  loader: Pick<ImageLoader, 'holds'>
): number {
  const left = new Map<string, number>()
  for (const address of inArticle) left.set(address, (left.get(address) ?? 0) + 1)
  return inPage.filter(address => {
    const count = left.get(address) ?? 0
    left.set(address, count - 1)
    return count <= 0 && !loader.holds(address)
  }).length
}

// Owns what becomes of an article's images: the library's address, or a placeholder. Loads none itself.
import { resourceAddressBase } from '@shared/model/importedArticle'
import type { PageDocument, PageElement } from './dom'
import { addressesOf } from './imageAddresses'
import { isTrackingImage } from './trackers'
import { isRemote, type ImageLoader } from './imageLoader'

/** What stands in for an image until it is scrolled to is smaller than any picture, in bytes. */
const placeholderBytes = 1_000
const longestAddress = 2_000

function isPixel(image: PageElement): boolean {
  return ['width', 'height'].some(name => /^[012](?:px)?$/.test(image.getAttribute(name)?.trim() ?? ''))
}

function absolute(address: string, base: string | null): string {
  try {
    return new URL(address, base ?? undefined).href
  } catch {
    return address
  }
}

function makeMissing(document: PageDocument, image: PageElement, address: string): PageElement {
  const span = document.createElement('span')
  span.setAttribute('class', 'missing-image')
  if (!/^data:/i.test(address)) span.setAttribute('title', address.slice(0, longestAddress))
  span.textContent = image.getAttribute('alt')?.trim() ?? ''
  return span
}

async function loadFirst(addresses: readonly string[], loader: ImageLoader): Promise<string | null> {
  const hasRemote = addresses.some(isRemote)
  for (const address of addresses) {
    const resource = await loader.load(address)
    const isPlaceholder = hasRemote && /^data:/i.test(address) && (resource?.bytes.length ?? 0) < placeholderBytes
    if (resource && !isPlaceholder) return resource.sha256
  }
  return null
}

/**
 * Points the images within `root` at their resources, and puts a `span.missing-image` in the place of the others.
 * Gives the number of images that only a network could have brought, without those that only watch. `base` is the page's address, if known.
 */
export async function rewriteImages(
  document: PageDocument,
  root: PageElement,
  loader: ImageLoader,
  base: string | null
): Promise<number> {
  let remoteImages = 0
  for (const image of root.querySelectorAll('img')) {
    const addresses = addressesOf(image)
    const sha256 = await loadFirst(addresses, loader)
    const remote = addresses.find(isRemote)
    const shown = remote ?? addresses[0]
    if (sha256) image.setAttribute('src', resourceAddressBase + sha256)
    else {
      const isFromNetwork = remote !== undefined || (shown !== undefined && base !== null && !/^data:/i.test(shown))
      if (isFromNetwork && !isTrackingImage(name => image.getAttribute(name))) remoteImages++
      if (!shown || isPixel(image)) image.remove()
      else image.replaceWith(makeMissing(document, image, absolute(shown, base)))
    }
  }
  for (const drawing of root.querySelectorAll('svg')) drawing.remove()
  return remoteImages
}

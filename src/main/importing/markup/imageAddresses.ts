// Owns the addresses that an image may have: lazy attributes, `srcset`, `picture`. Loads nothing.
import type { PageElement } from './dom'

/** Attributes in which pages hide an image's address until it is scrolled to, likeliest first. */
const lazyAttributes = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-image',
  'data-hi-res-src'
]
const lazySets = ['data-srcset', 'data-lazy-srcset', 'srcset']

/** The addresses of a `srcset`, largest first. Source: HTML standard, "srcset attributes". */
export function parseSourceSet(value: string): string[] {
  const candidates = value.split(/,\s|(?<=\s[\d.]{1,9}[wxh]),/).flatMap(candidate => {
    const [address, descriptor] = candidate.trim().replace(/,$/, '').split(/\s+/)
    return address ? [{ address, size: Number.parseFloat(descriptor ?? '') || 1 }] : []
  })
  return candidates.toSorted((one, other) => other.size - one.size).map(candidate => candidate.address)
}

function fromSets(element: PageElement): string[] {
  return lazySets.flatMap(name => parseSourceSet(element.getAttribute(name) ?? ''))
}

/** Every address that an image may be had from, best first, without repetition. */
export function addressesOf(image: PageElement): string[] {
  const lazy = lazyAttributes.map(name => image.getAttribute(name)?.trim() ?? '')
  const picture = image.closest('picture')
  const sources = picture ? [...picture.querySelectorAll('source')].flatMap(fromSets) : []
  const plain = image.getAttribute('src')?.trim() ?? ''
  return [...new Set([...lazy, plain, ...fromSets(image), ...sources].filter(address => address !== ''))]
}

// Owns links and the ids that they lead to: absolute addresses, prefixed fragments, nothing that leads nowhere.
import type { PageElement } from './dom'
import { idPrefix } from './sanitise'

function parseAddress(address: string, base: string | null): URL | null {
  try {
    return new URL(address, base ?? undefined)
  } catch {
    return null
  }
}

/** The id that a link leads to within its own page, or null where it leads elsewhere. */
function fragmentOf(href: string, base: string | null): string | null {
  if (href.startsWith('#')) return decodeFragment(href.slice(1))
  const url = parseAddress(href, base)
  const page = base === null ? null : parseAddress(base, null)
  if (!url || !page || url.hash === '') return null
  return url.href.replace(/#.*/s, '') === page.href.replace(/#.*/s, '') ? decodeFragment(url.hash.slice(1)) : null
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** An id in the characters that sanitising lets pass. */
function safeId(id: string): string {
  return idPrefix + id.replace(/[^\w.:-]+/g, '-').slice(0, 150)
}

/**
 * Makes every link within `root` absolute or a fragment of this article, and drops the address of the others. Only the
 * ids that a link leads to are kept. `base` is the page's address, if known.
 */
export function rewriteLinks(root: PageElement, base: string | null): void {
  const targets = new Map<string, PageElement>()
  for (const element of root.querySelectorAll('[id], a[name]')) {
    const id = element.getAttribute('id') ?? element.getAttribute('name')
    if (id && !targets.has(id)) targets.set(id, element)
    element.removeAttribute('id')
  }
  for (const link of root.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')?.trim() ?? ''
    const fragment = fragmentOf(href, base)
    const target = fragment === null ? undefined : targets.get(fragment)
    if (target && fragment !== null) {
      target.setAttribute('id', safeId(fragment))
      link.setAttribute('href', `#${safeId(fragment)}`)
      continue
    }
    const url = href.startsWith('#') ? null : parseAddress(href, base)
    if (url && /^(?:https?|mailto):$/.test(url.protocol)) link.setAttribute('href', url.href)
    else link.removeAttribute('href')
  }
  for (const link of root.querySelectorAll('a')) {
    if (!link.hasAttribute('href') && !link.hasAttribute('id')) link.replaceWith(...link.childNodes)
  }
}

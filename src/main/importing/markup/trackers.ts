// Owns the telling of what only watches a reader: invisible images, pings of links and of scripts. Knows no address.

/** Gives an attribute of an element, or nothing. */
type AttributeReader = (name: string) => string | null | undefined

const tiny = /^\s*[012](?:\.\d+)?(?:px)?\s*$/i
const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const remote = /^(?:https?:)?\/\//i
const beacon = /\.sendBeacon\s*\(|\bnew\s+Image\s*\([^)]*\)\s*\.\s*src\s*=/g

function sizeOf(name: 'width' | 'height', read: AttributeReader): string | undefined {
  const style = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;!]+)`, 'i').exec(read('style') ?? '')?.[1]
  return style ?? read(name) ?? undefined
}

/** True for an image that nobody can see and that has to be asked for from elsewhere. */
export function isTrackingImage(read: AttributeReader): boolean {
  const addresses = [read('src'), read('data-src')].map(address => address?.trim() ?? '')
  if (!addresses.some(address => remote.test(address))) return false
  const sizes = [sizeOf('width', read), sizeOf('height', read)].filter(size => size !== undefined)
  if (sizes.length > 0) return sizes.every(size => tiny.test(size))
  // Pictures that a script would show once they have come are hidden too; those say what they show, or in which sizes.
  const isDescribed = ['alt', 'srcset', 'data-src', 'data-srcset'].some(name => read(name)?.trim())
  return !isDescribed && (hiding.test(read('style') ?? '') || typeof read('hidden') === 'string')
}

/** How many times a script says that something is to be sent without an answer. */
export function countBeacons(script: string): number {
  return script.match(beacon)?.length ?? 0
}

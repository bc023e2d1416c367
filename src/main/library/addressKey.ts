// Owns when two addresses mean the same article. Resolves nothing and asks no network.

/** Parameters by which a link's way to a person is followed; they change nothing of what it leads to. */
const trackingParameter =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_hsenc|_hsmi|mkt_tok|ref_src|ref_url|oly_(?:anon|enc)_id|vero_id|cmpid|share_id|xtor|at_(?:medium|campaign|custom\d*))$/i

/** A fragment that says which page is meant, on sites that make their pages in the browser: `#!/article/1`, `#/article/1`. */
const route = /^#[!/]./

/** Hosts that stand for "no address" in another service's export. */
const noAddress = /^(?:[\w-]+\.)*omnivore\.app\/no_url\b/i

/**
 * An address without what does not matter for what it leads to: scheme, `www.`, a fragment that is a place in the page,
 * tracking parameters, the slash at the end, the order of parameters. Null for what names no single article: no web address, or a site's front page.
 */
export function addressKey(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const parameters = [...url.searchParams].filter(([name]) => !trackingParameter.test(name))
  const query = parameters.map(([name, value]) => `${name}=${value}`).toSorted()
  const path = url.pathname.replace(/\/+$/, '')
  const fragment = route.test(url.hash) ? url.hash : ''
  if (path === '' && query.length === 0 && fragment === '') return null
  const search = query.length > 0 ? `?${query.join('&')}` : ''
  const key = `${url.host.replace(/^www\./, '')}${path}${search}${fragment}`
  return noAddress.test(key) ? null : key
}

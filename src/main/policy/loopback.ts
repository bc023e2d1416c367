// Owns which HTTP requests browser mode answers: only its own page's, by name, origin and token. Pure.
import { timingSafeEqual } from 'node:crypto'

/** As much of a request as the decision needs; header names in lower case. */
export interface LoopbackRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** What the server knows of itself. */
export interface LoopbackServer {
  readonly port: number
  /** The secret of this launch. */
  readonly token: string
}

/** The name of the cookie that holds the token; the port in it keeps two servers apart, since cookies ignore ports. */
export function cookieName(port: number): string {
  return `lontar-${port}`
}

/** True where Host names the loopback address and this port: a page that rebinds a DNS name does not pass. */
export function isOwnHost(request: LoopbackRequest, { port }: LoopbackServer): boolean {
  return request.headers['host'] === `127.0.0.1:${port}` || request.headers['host'] === `localhost:${port}`
}

/**
 * True where the request comes from the server's own page: requests that change something must carry this origin; reads
 * may lack one, but must not come from another site.
 */
export function isOwnOrigin(request: LoopbackRequest, { port }: LoopbackServer): boolean {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return request.method === 'GET' || request.method === 'HEAD'
  return origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`
}

/** True where the cookie holds this launch's token. */
export function hasToken(request: LoopbackRequest, { port, token }: LoopbackServer): boolean {
  const { cookie } = request.headers
  if (typeof cookie !== 'string') return false
  const prefix = `${cookieName(port)}=`
  const given = cookie
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(prefix))
  return given !== undefined && isSameSecret(given.slice(prefix.length), token)
}

/** Compares two secrets in a time that does not tell how much of them is equal. */
export function isSameSecret(given: string, secret: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}

// Owns the content security policy and the headers that every served file carries. Pure.

/** Which host serves: the sources of images differ. */
export type ServingHost = 'electron' | 'browser'

/**
 * The policy of the window. Scripts come from the program's own files only; nothing is loaded from elsewhere, framed,
 * embedded or sent. Inline styles are allowed: the component library sets them, and they load nothing under this policy.
 * The article's frame inherits it and narrows it further.
 */
export function contentSecurityPolicy(host: ServingHost): string {
  const own = host === 'electron' ? "'self' lontar-article:" : "'self'"
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src ${own}`,
    `connect-src ${own}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'"
  ].join('; ')
}

/** The headers of every file that a host serves to the window. */
export function securityHeaders(host: ServingHost): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(host),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=(), usb=(), serial=()'
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  cjs: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  woff: 'font/woff',
  json: 'application/json',
  // What pdfjs reads beside its code.
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  ttf: 'font/ttf'
}

/** The media type of a served file by its name's ending, or undefined for a kind that is not served. */
export function mediaTypeOf(fileName: string): string | undefined {
  return mediaTypes[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()]
}

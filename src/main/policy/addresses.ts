// Owns which addresses the program answers, opens or refuses. Pure: opens nothing itself.

/** Where the window's own files are served from in Electron. */
export const appScheme = 'app'
/** The one host of `app://`. */
export const appHost = 'lontar'
/** The window's address in Electron. */
export const appAddress = `${appScheme}://${appHost}/index.html`
/** Where images and originals are served from in Electron. */
export const articleScheme = 'lontar-article'

function parseAddress(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}

/** True for the window's own page and files: the only place whose frames may send requests and be navigated to. */
export function isAppAddress(address: string): boolean {
  const url = parseAddress(address)
  return url?.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.port === ''
}

/**
 * True for the addresses that may be loaded at all: the window's files, articles' resources, and `about:blank` or
 * `about:srcdoc`, which load nothing. Everything else, http(s), file, ftp, ws, data and blob among them, is refused.
 */
export function isLoadable(address: string): boolean {
  if (isAppAddress(address)) return true
  const url = parseAddress(address)
  if (!url) return false
  if (url.protocol === 'about:') return url.pathname === 'blank' || url.pathname === 'srcdoc'
  return url.protocol === `${articleScheme}:` && url.host === 'resource'
}

/**
 * The address in the form in which it may be handed to the person's browser or mail program, or undefined where it must
 * not be: only http, https and mailto, without a name or password inside.
 */
export function toExternalAddress(address: string): string | undefined {
  const url = parseAddress(address)
  if (!url || url.username !== '' || url.password !== '') return undefined
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
}

/** The hash in an address of a resource, `lontar-article://resource/<sha256>`, or undefined where it is none. */
export function parseResourceAddress(address: string): string | undefined {
  const url = parseAddress(address)
  if (!url || url.protocol !== `${articleScheme}:` || url.host !== 'resource') return undefined
  return /^\/([0-9a-f]{64})$/.exec(url.pathname)?.[1]
}

/**
 * The parts of a relative path that a page gave for a file to keep, or undefined where they could lead elsewhere: empty
 * parts, `.`, `..` and NUL are refused, on Windows also what separates paths and drives there.
 * @param relativePath with `/` between its parts
 */
export function parseUploadPath(relativePath: string, platform: NodeJS.Platform): readonly string[] | undefined {
  const parts = relativePath.split('/')
  const forbidden = platform === 'win32' ? /[\0\\:<>"|?*]/ : /\0/
  const isPlain = (part: string): boolean => part !== '' && part !== '.' && part !== '..' && !forbidden.test(part)
  return parts.every(isPlain) ? parts : undefined
}

/**
 * The path of a served file below its folder, in parts, or undefined where the address leaves the folder or hides what
 * it means: `..`, back slashes, NUL, doubled encodings and empty parts are refused.
 * @param pathname as in an URL, with its leading slash
 */
export function parseServedPath(pathname: string): readonly string[] | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  if (!decoded.startsWith('/') || /[\0\\%:]/.test(decoded)) return undefined
  const parts = decoded.slice(1).split('/')
  return parts.every(part => part !== '' && part !== '.' && part !== '..') ? parts : undefined
}

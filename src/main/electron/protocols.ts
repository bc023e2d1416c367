// Owns the two protocols of the program: the window's files and the articles' images. Serves nothing else.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import {
  appHost,
  appScheme,
  articleScheme,
  isAppAddress,
  parseResourceAddress,
  parseServedPath
} from '../policy/addresses'
import { mediaTypeOf, securityHeaders } from '../policy/contentSecurity'

/** Registers the schemes. Must run before Electron is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: articleScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } }
  ])
}

/** What the protocols serve. */
export interface ServedFiles {
  /** The folder of the built window. */
  readonly rendererFolder: string
  readonly readResource: (sha256: string) => Promise<{ bytes: Uint8Array; mediaType: string } | undefined>
}

/** Answers the protocols in a session. */
export function serveProtocols(session: Session, { rendererFolder, readResource }: ServedFiles): void {
  session.protocol.handle(appScheme, async request => {
    const parts = isAppAddress(request.url) ? parseServedPath(new URL(request.url).pathname) : undefined
    const name = parts?.at(-1)
    const mediaType = name === undefined ? undefined : mediaTypeOf(name)
    if (!parts || !mediaType) return notFound()
    try {
      return respond(await readFile(join(rendererFolder, ...parts)), mediaType)
    } catch {
      return notFound()
    }
  })
  session.protocol.handle(articleScheme, async request => {
    const sha256 = parseResourceAddress(request.url)
    const resource = sha256 === undefined ? undefined : await readResource(sha256)
    return resource ? respond(resource.bytes, resource.mediaType) : notFound()
  })
}

function respond(bytes: Uint8Array, mediaType: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...securityHeaders('electron'),
      // Images of lontar-article: are shown by the page of app://.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // The page reads the bytes of a PDF, and no other page exists.
      'Access-Control-Allow-Origin': `${appScheme}://${appHost}`,
      'Content-Type': mediaType
    }
  })
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
}

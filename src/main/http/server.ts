// Owns browser mode's HTTP server: every check before any answer, then the routes. Knows no use case.
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError, toAppError } from '@shared/errors'
import { errorEnvelope, okEnvelope, type Envelope } from '@shared/ipc/envelope'
import type { Router } from '../ipc/router'
import { securityHeaders } from '../policy/contentSecurity'
import { cookieName, hasToken, isOwnHost, isOwnOrigin, isSameSecret } from '../policy/loopback'
import type { EventStream } from './eventStream'
import { serveStaticFile } from './staticFiles'
import type { Uploads } from './uploads'

/** What the server needs. */
export interface HttpServerDependencies {
  readonly router: Router
  readonly events: EventStream
  readonly uploads: Uploads
  /** The folder of the built window. */
  readonly rendererFolder: string
  /** The bytes and media type of an article's image. */
  readonly readResource: (sha256: string) => Promise<{ bytes: Uint8Array; mediaType: string } | undefined>
  /** The cookie's secret of this launch. */
  readonly secret: string
  readonly log: (message: string, error?: unknown) => void
}

/** A listening server. */
export interface HttpServer {
  readonly port: number
  /** The address to print: it trades its token for the cookie and leads to the window. */
  readonly address: string
  /**
   * The same, good for one use: for the browser's command line, which other users of the machine can read.
   */
  readonly addressForOneUse: string
  readonly close: () => Promise<void>
}

/** The largest request of the contract, in bytes: pasted text is the longest thing that comes as JSON. */
const maxJsonBytes = 24 * 1024 * 1024

/** Starts to listen on 127.0.0.1. @param port 0 for any free one. */
export async function startHttpServer(dependencies: HttpServerDependencies, port: number): Promise<HttpServer> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: actualPort } = server.address() as AddressInfo
  const tokens: LaunchTokens = { printed: createSecret(), once: createSecret() }
  server.on('request', (request, response) => {
    answer(request, response, actualPort, tokens, dependencies).catch((error: unknown) => {
      dependencies.log('A request could not be answered', error)
      if (response.headersSent) response.destroy()
      else send(response, 500, 'text/plain', 'Internal error')
    })
  })
  return {
    port: actualPort,
    address: `http://127.0.0.1:${actualPort}/?token=${tokens.printed}`,
    addressForOneUse: `http://127.0.0.1:${actualPort}/?token=${tokens.once}`,
    close: () => closeServer(server, dependencies.events)
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  tokens: LaunchTokens,
  dependencies: HttpServerDependencies
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders('browser'))) response.setHeader(name, value)
  const method = request.method ?? 'GET'
  const checked = { method, headers: request.headers }
  const self = { port, token: dependencies.secret }
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
  if (!isOwnHost(checked, self)) return send(response, 421, 'text/plain', 'Wrong host')
  if (!isOwnOrigin(checked, self)) return send(response, 403, 'text/plain', 'Wrong origin')
  const given = url.searchParams.get('token')
  if (method === 'GET' && url.pathname === '/' && given !== null && acceptToken(given, tokens)) {
    // The token leaves the address bar at once; scripts cannot read the cookie, other sites cannot send it.
    const cookie = `${cookieName(port)}=${self.token}; HttpOnly; SameSite=Strict; Path=/`
    response.writeHead(303, { 'Set-Cookie': cookie, Location: '/', 'Cache-Control': 'no-store' }).end()
    return
  }
  if (!hasToken(checked, self)) return send(response, 401, 'text/plain', 'Open the address that Lontar printed')
  await route(request, response, method, url.pathname, dependencies)
}

/** The tokens that lead to the window: one that is printed, and one that is used up by its first use. */
interface LaunchTokens {
  readonly printed: string
  once: string
}

function acceptToken(given: string, tokens: LaunchTokens): boolean {
  if (isSameSecret(given, tokens.printed)) return true
  if (!isSameSecret(given, tokens.once)) return false
  tokens.once = createSecret()
  return true
}

/** A secret of 192 random bits that can stand in an address. */
export function createSecret(): string {
  return randomBytes(24).toString('base64url')
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  pathname: string,
  dependencies: HttpServerDependencies
): Promise<void> {
  const { router, events, uploads, rendererFolder, readResource } = dependencies
  if (method === 'POST' && pathname.startsWith('/request/')) {
    const input = await readJson(request).catch((error: unknown) => toAppError(error, 'invalid_input'))
    const envelope =
      input instanceof AppError
        ? errorEnvelope(input)
        : await router.dispatch(decodeName(pathname.slice('/request/'.length)), input, true)
    return sendEnvelope(response, envelope)
  }
  if (method === 'POST' && pathname.startsWith('/upload/')) {
    try {
      await uploads.receive(request, pathname.slice('/upload/'.length))
      return sendEnvelope(response, okEnvelope(null))
    } catch (error) {
      return sendEnvelope(response, errorEnvelope(toAppError(error, 'storage_failed')))
    }
  }
  if (method !== 'GET') return send(response, 405, 'text/plain', 'Not allowed')
  if (pathname === '/events') return events.connect(request, response)
  if (pathname.startsWith('/resource/')) {
    const resource = await readResource(pathname.slice('/resource/'.length))
    if (!resource) return send(response, 404, 'text/plain', 'Not found')
    return send(response, 200, resource.mediaType, resource.bytes)
  }
  await serveStaticFile(response, rendererFolder, pathname)
}

/** A name of the contract from an address; what cannot be decoded names nothing. */
function decodeName(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > maxJsonBytes) throw new AppError('invalid_input', 'The request is too long')
    parts.push(part)
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}

function sendEnvelope(response: ServerResponse, envelope: Envelope<unknown>): void {
  send(response, 200, 'application/json', JSON.stringify(envelope))
}

function send(response: ServerResponse, status: number, mediaType: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'Content-Type': mediaType, 'Cache-Control': 'no-store' }).end(body)
}

async function closeServer(server: Server, events: EventStream): Promise<void> {
  events.close()
  await new Promise<void>(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

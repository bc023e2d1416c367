// Owns serving the built window's files, and the one line that puts browser mode's bridge into its page.
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { parseServedPath } from '../policy/addresses'
import { mediaTypeOf } from '../policy/contentSecurity'

/** Module scripts run in the order of the page, so the bridge stands before the window's own script runs. */
const bridgeScript = '<script type="module" src="/assets/browserBridge.js"></script>'

const hashedName = /-[\w-]{8}\.\w+$/

/** Answers with a file of the folder; `/` is the page. Unknown kinds, missing files and paths that leave it are 404. */
export async function serveStaticFile(response: ServerResponse, folder: string, pathname: string): Promise<void> {
  const parts = parseServedPath(pathname === '/' ? '/index.html' : pathname)
  const name = parts?.at(-1)
  const mediaType = name === undefined ? undefined : mediaTypeOf(name)
  if (!parts || !mediaType) return notFound(response)
  try {
    const bytes = await readFile(join(folder, ...parts))
    const isPage = parts.length === 1 && name === 'index.html'
    const body = isPage ? bytes.toString('utf8').replace('<head>', `<head>${bridgeScript}`) : bytes
    // A file with a hash of its content in its name never changes; the page and its bridge have none.
    const caching = hashedName.test(name ?? '') ? 'max-age=31536000, immutable' : 'no-store'
    response.writeHead(200, { 'Content-Type': mediaType, 'Cache-Control': caching }).end(body)
  } catch {
    notFound(response)
  }
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }).end('Not found')
}

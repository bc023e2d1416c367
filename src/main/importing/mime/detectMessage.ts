// Owns the signs by which mails and saved pages are known among texts. Reads headers only.
import type { ArticleFormat } from '@shared/model/article'
import type { MimeHeaders } from './headers'
import { readHeaders } from './headers'
import { parseParameters } from './parameters'

const sampleBytes = 64 * 1024
const mailFields = ['from', 'to', 'subject', 'date', 'message-id', 'received', 'return-path', 'mime-version']
/** What only programs write. */
const machineFields = ['message-id', 'received', 'return-path', 'mime-version', 'dkim-signature']

function isSavedPage(headers: MimeHeaders): boolean {
  if (headers.names.has('snapshot-content-location')) return true
  const isFromBrowser = /^["']?<?saved by /i.test(headers.get('From') ?? '')
  const { value, parameters } = parseParameters(headers.get('Content-Type'))
  const isPage = value === 'multipart/related' || value === 'text/html'
  if (isFromBrowser && (isPage || headers.names.has('mime-version'))) return true
  const isSent = ['to', 'cc', 'received', 'return-path', 'message-id', 'delivered-to'].some(name =>
    headers.names.has(name)
  )
  return (
    isPage &&
    !isSent &&
    headers.names.has('mime-version') &&
    (parameters.has('type') || headers.names.has('content-location'))
  )
}

/**
 * What the header at the beginning of `bytes` shows: a saved page, a mail, or null for neither. `expected` is what the
 * file's extension says: with it, few fields are enough; without, only what no person writes at the top of a text.
 */
export function detectMessage(
  bytes: Uint8Array,
  expected: ArticleFormat | undefined
): Extract<ArticleFormat, 'mhtml' | 'email'> | null {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, sampleBytes))
  if (!/^(?:\r?\n){0,3}(?:From [^\n]*\n)?[!-9;-~]+[ \t]*:/.test(sample.toString('latin1', 0, 1_024))) return null
  const start = /^[\r\n]*/.exec(sample.toString('latin1', 0, 8))?.[0].length ?? 0
  const { headers } = readHeaders(sample, start, sampleBytes)
  const has = (name: string): boolean => headers.names.has(name)
  if (isSavedPage(headers)) return 'mhtml'
  const known = mailFields.filter(has).length
  if (expected === 'email' && known > 0) return 'email'
  const isMail = has('from') && has('date') && machineFields.some(has)
  if (isMail) return 'email'
  return expected === 'mhtml' && (known > 0 || has('content-type')) ? 'mhtml' : null
}

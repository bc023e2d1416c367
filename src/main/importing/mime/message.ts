// Owns the tree of a MIME message: headers, types, nested parts, bodies. Sources: RFC 2045, RFC 2046. Decodes no text.
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../limits'
import { decodeWords } from './encodedWords'
import { readHeaders, type MimeHeaders } from './headers'
import { parseParameters } from './parameters'
import { splitParts } from './splitParts'
import { decodeTransfer } from './transferEncoding'

/** A message or a part of one. */
export interface MimePart {
  readonly headers: MimeHeaders
  /** Media type in lower case; `text/plain` where none is given. */
  readonly type: string
  /** The type's parameters by name in lower case. */
  readonly parameters: ReadonlyMap<string, string>
  /** As it travelled: a view of the file's bytes. */
  readonly body: Buffer
  /** Empty for what is not multipart, and for a multipart that is damaged. */
  readonly parts: readonly MimePart[]
}

/**
 * Reads a message. Throws AppError `file_too_complex` above the limits of parts, nesting and headers; a damaged message
 * gives what can be made out of it. Messages within the message are left closed.
 */
export function parseMessage(bytes: Uint8Array, limits: ImportLimits): MimePart {
  let partCount = 0
  const parse = (slice: Buffer, depth: number, defaultType: string): MimePart => {
    if (++partCount > limits.mimeParts || depth > limits.mimeDepth) {
      throw new AppError('file_too_complex', 'The file has too many parts, or parts within parts, to be read safely')
    }
    const { headers, bodyStart } = readHeaders(slice, 0, limits.mimeHeaderBytes)
    const { value, parameters } = parseParameters(headers.get('Content-Type'))
    const type = /^[^\s/]+\/[^\s/]+$/.test(value) ? value : defaultType
    const body = slice.subarray(bodyStart)
    if (!type.startsWith('multipart/')) return { headers, type, parameters, body, parts: [] }
    const innerType = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    const slices = splitParts(body, parameters.get('boundary'), limits.mimeParts)
    return { headers, type, parameters, body, parts: slices.map(inner => parse(inner, depth + 1, innerType)) }
  }
  return parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0, 'text/plain')
}

/** A part's bytes as they were before they travelled; null above `limitBytes`. */
export function contentOf(part: MimePart, limitBytes: number): Buffer | null {
  return decodeTransfer(part.body, part.headers.get('Content-Transfer-Encoding'), limitBytes)
}

/** The parts without parts, in order. */
export function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf)
}

/** A part's Content-ID without its angle brackets, or null. */
export function contentIdOf(part: MimePart): string | null {
  const id = part.headers.get('Content-ID')?.trim().replace(/^<|>$/g, '') ?? ''
  return id === '' ? null : id
}

/** A part's Content-Location, or null. Long ones come folded or as encoded words (RFC 2557, 4.4). */
export function locationOf(part: MimePart): string | null {
  const location = decodeWords(part.headers.get('Content-Location') ?? '').replace(/\s+/g, '')
  return location === '' ? null : location
}

/** The name of the file that a part once was, or null. */
export function fileNameOf(part: MimePart): string | null {
  const { parameters } = parseParameters(part.headers.get('Content-Disposition'))
  const name = parameters.get('filename') ?? part.parameters.get('name') ?? ''
  return name.replace(/\s+/g, ' ').trim() || null
}

// Owns the encoding that a page declares. Decodes by `decodeText`.
import { decodeText, type DecodedText, type DecodeOptions } from '../../text/decodeText'

/**
 * How far a declaration is looked for, in bytes. Browsers look at the first 1 024 and again while they parse; a page that
 * is read whole can be looked at further at once.
 */
const prescanBytes = 16 * 1024

/** One attribute: its name, and its value in either quotes or none. An unclosed quote matches nothing. */
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/y
const charsetInContent = /charset\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s;"'][^\s;]*))/i

interface Tag {
  readonly attributes: ReadonlyMap<string, string>
  /** Offset behind the tag; null where the tag does not end. */
  readonly end: number | null
}

function readTag(markup: string, start: number): Tag {
  const attributes = new Map<string, string>()
  attribute.lastIndex = start
  let end = start
  for (let match = attribute.exec(markup); match; match = attribute.exec(markup)) {
    const [, name = '', double, single, bare] = match
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
    end = attribute.lastIndex
  }
  const close = /[\s/]*>/y
  close.lastIndex = end
  return { attributes, end: close.test(markup) ? close.lastIndex : null }
}

function labelOf({ attributes }: Tag): string | null {
  const charset = attributes.get('charset')
  if (charset !== undefined) return charset
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return null
  const [, double, single, bare] = charsetInContent.exec(attributes.get('content') ?? '') ?? []
  return double ?? single ?? bare ?? null
}

/** The name of an encoding as browsers know it, or null. UTF-16 could not have been read so far, so it means UTF-8. */
function encodingOf(label: string | null): string | null {
  if (label === null) return null
  try {
    const { encoding } = new TextDecoder(label.trim())
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}

function findInMetas(markup: string): string | null {
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
    const isComment = markup.startsWith('!--', at + 1)
    const [tag, slash, name] = /^<(\/?)([a-z][^\s/>]*)/i.exec(markup.slice(at, at + 64)) ?? []
    if (isComment) {
      const end = markup.indexOf('-->', at + 2)
      if (end < 0) return null
      at = end + 3
    } else if (tag && name) {
      const read = readTag(markup, at + tag.length)
      if (read.end === null) return null
      const encoding = slash === '' && name.toLowerCase() === 'meta' ? encodingOf(labelOf(read)) : null
      if (encoding !== null) return encoding
      at = read.end
    } else at++
  }
  return null
}

/** The encoding that a page's `meta` or XML declaration gives, or null. Source: HTML standard, "prescan a byte stream". */
export function findDeclaredEncoding(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, prescanBytes)).toString('latin1')
  const inDeclaration = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/i.exec(beginning)?.[1] ?? null
  return encodingOf(inDeclaration) ?? findInMetas(beginning)
}

/**
 * The page's characters. `stated` is the encoding that a header in front of the page gives, which counts before the page's
 * own words; `options` may hold one that a person chose, which counts before all. Throws what `decodeText` throws.
 */
export function decodeHtml(bytes: Uint8Array, stated: string | null = null, options: DecodeOptions = {}): DecodedText {
  return decodeText(bytes, stated ?? findDeclaredEncoding(bytes), options)
}

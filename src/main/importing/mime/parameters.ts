// Owns values with parameters: `text/html; charset=utf-8`. Sources: RFC 2045, 5.1; RFC 2231. Knows no header.
import { decodeHeaderBytes } from './charset'
import { decodeWords } from './encodedWords'

/** A header's value and what it adds. */
export interface ParameterisedValue {
  /** In lower case, without parameters. */
  readonly value: string
  /** By name in lower case; decoded. */
  readonly parameters: ReadonlyMap<string, string>
}

const parameter = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\[^])*)"?|([^;]*))/g
const sectioned = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/
const mostSections = 200

interface Section {
  readonly number: number
  readonly isEscaped: boolean
  readonly text: string
}

function unescapeBytes(text: string): Buffer {
  const latin = text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16))
  )
  return Buffer.from(latin, 'latin1')
}

/** A value that came in sections, of which the first may name the charset: `utf-8'id'laporan%20baru`. */
function joinSections(sections: readonly Section[]): string {
  const [first, ...others] = sections.toSorted((one, other) => one.number - other.number)
  if (!first) return ''
  const [whole, charset = ''] = first.isEscaped ? (/^([^']*)'[^']*'/.exec(first.text) ?? []) : []
  const beginning = { ...first, text: first.text.slice(whole?.length ?? 0) }
  const bytes = [beginning, ...others].map(({ isEscaped, text }) =>
    isEscaped ? unescapeBytes(text) : Buffer.from(text, 'utf8')
  )
  return decodeHeaderBytes(Buffer.concat(bytes), charset)
}

/** Reads a header's value. Never throws: what is no parameter is passed over. */
export function parseParameters(header: string | null): ParameterisedValue {
  const text = header ?? ''
  const parameters = new Map<string, string>()
  const sections = new Map<string, Section[]>()
  for (const [, rawName = '', quoted, bare = ''] of text.matchAll(parameter)) {
    const name = rawName.toLowerCase()
    const content = quoted?.replace(/\\([^])/g, '$1') ?? bare.trim()
    const [, base, number, star] = sectioned.exec(name) ?? []
    if (base !== undefined) {
      const known = sections.get(base) ?? []
      const isEscaped = number === undefined || star !== undefined
      if (known.length < mostSections) known.push({ number: Number(number ?? 0), isEscaped, text: content })
      sections.set(base, known)
    } else if (!parameters.has(name)) parameters.set(name, decodeWords(content))
  }
  for (const [name, parts] of sections) parameters.set(name, joinSections(parts))
  return { value: text.replace(/;[^]*/, '').trim().toLowerCase(), parameters }
}

// Owns the words of a header that are not ASCII. Source: RFC 2047. Knows no field.
import { decodeHeaderBytes } from './charset'

const encodedWord = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,60})?\?([bq])\?([^?]*)\?=/gi

/** Bytes of text in which `=` and two hexadecimal digits stand for a byte (RFC 2047, 4.2). */
function decodeQ(text: string): Buffer {
  const unescaped = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
  return Buffer.from(unescaped, 'latin1')
}

/**
 * A header's value with its encoded words read. White space between two of them goes; neighbours in the same charset are
 * read together, since many mailers cut characters apart. Broken words stay as they are.
 */
export function decodeWords(value: string): string {
  let decoded = ''
  let end = 0
  let charset: string | null = null
  let bytes: Buffer[] = []
  const flush = (): void => {
    if (charset !== null) decoded += decodeHeaderBytes(Buffer.concat(bytes), charset)
    charset = null
    bytes = []
  }
  for (const match of value.matchAll(encodedWord)) {
    const [word, label = '', kind = '', text = ''] = match
    const between = value.slice(end, match.index)
    if (charset !== null && (/\S/.test(between) || charset !== label.toLowerCase())) {
      flush()
      if (/\S/.test(between)) decoded += between
    } else if (charset === null) decoded += between
    charset = label.toLowerCase()
    bytes.push(kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : decodeQ(text))
    end = match.index + word.length
  }
  flush()
  return decoded + value.slice(end)
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/errors'
import { defaultLimits } from '../../../../src/main/importing/limits'
import { contentOf, leavesOf, parseMessage, type MimePart } from '../../../../src/main/importing/mime/message'
import { decodeTransfer } from '../../../../src/main/importing/mime/transferEncoding'

const seed = 20_240_608

const read = (text: string | Buffer, limits = {}): MimePart =>
  parseMessage(Buffer.from(text as string), { ...defaultLimits, ...limits })

/** The types of a tree, or a leaf's type and content. */
function shape(part: MimePart): unknown {
  if (part.parts.length > 0) return [part.type, ...part.parts.map(shape)]
  return `${part.type}: ${contentOf(part, 10_000)?.toString() ?? 'too large'}`
}

function nest(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`
  )
  return `${open.join('')}\nBottom`
}

/** The length of a message's longest decoded part; 0 where it is refused by name. */
function longestLeaf(bytes: Buffer): number {
  try {
    const leaves = leavesOf(read(bytes, { mimeDepth: 4, mimeParts: 20 }))
    return Math.max(...leaves.map(leaf => contentOf(leaf, 1_000)?.length ?? 0))
  } catch (error) {
    if (error instanceof AppError && error.code === 'file_too_complex') return 0
    throw error
  }
}

describe('parseMessage', () => {
  it('refuses parts within parts above the limit', () => {
    expect(() => read(nest(50_000))).toThrow('too many parts')
    expect(shape(read(nest(2), { mimeDepth: 2 }))).toEqual([
      'multipart/mixed',
      ['multipart/mixed', 'text/plain: Bottom']
    ])
  })

  it('refuses more parts than the limit', () => {
    const parts = '--b\n\na\n'.repeat(11)
    expect(() => read(`Content-Type: multipart/mixed; boundary=b\n\n${parts}--b--`, { mimeParts: 10 })).toThrow(
      'too many parts'
    )
  })

  it.each([
    ['no boundary anywhere', 'Content-Type: multipart/mixed\n\nOnly words.', 'multipart/mixed: Only words.'],
    [
      'a boundary that never comes',
      'Content-Type: multipart/mixed; boundary=x\n\nOnly words.',
      'multipart/mixed: Only words.'
    ],
    [
      'a boundary that its header has lost',
      'Content-Type: multipart/mixed\n\n--x\n\nOne\n--x\n\nTwo\n--x--\n',
      ['multipart/mixed', 'text/plain: One', 'text/plain: Two']
    ],
    [
      'no end',
      'Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne\n--x\nContent-Type: text/html\n\n<p>Tw',
      ['multipart/mixed', 'text/plain: One', 'text/html: <p>Tw']
    ],
    [
      'a boundary that begins as another does',
      'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; boundary=xy\n\n--xy\n\nIn\n--xy--\n--x--\n',
      ['multipart/mixed', ['multipart/mixed', 'text/plain: In']]
    ],
    [
      'a boundary within a line',
      'Content-Type: multipart/mixed; boundary=x\n\n--x\n\nsee --x\nend\n--x--\nafter',
      ['multipart/mixed', 'text/plain: see --x\nend']
    ],
    ['a message within', 'Content-Type: message/rfc822\n\nSubject: in\n\nBody', 'message/rfc822: Subject: in\n\nBody'],
    ['a type that is none', 'Content-Type: whatever\n\nBody', 'text/plain: Body'],
    ['nothing at all', '', 'text/plain: ']
  ])('reads a message with %s', (_, text, tree) => {
    expect(shape(read(text))).toEqual(tree)
    expect(shape(read(text.replaceAll('\n', '\r\n')))).toEqual(
      JSON.parse(JSON.stringify(tree).replaceAll('\\n', '\\r\\n'))
    )
  })

  it('looks at a boundary of hyphens among hyphens once', () => {
    const text = `Content-Type: multipart/mixed; boundary="${'-'.repeat(60)}"\n\n${'-'.repeat(3_000_000)}\n`
    expect(read(text).parts).toEqual([])
  })

  it('ends in a tree or a named failure whatever the bytes are', () => {
    const types = ['Content-Type: ', 'multipart/mixed', 'multipart/related; ', 'text/html', '; boundary=', 'b', '"']
    const marks = ['--', '--b', '--b--', '\n', '\r\n', '\n\n', ' ', '\t', ':', ';', '=', '*', '=C3', '?=', 'From ']
    const piece = fc.constantFrom('=?utf-8?Q?', 'Content-Transfer-Encoding: base64', ...types, ...marks)
    const noise = fc.uint8Array({ maxLength: 12 }).map(bytes => Buffer.from(bytes).toString('latin1'))
    const message = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, noise), { maxLength: 80 })
    const property = fc.property(message, pieces => {
      const bytes = Buffer.from(pieces.join(''), 'latin1')
      expect(longestLeaf(bytes)).toBeLessThanOrEqual(bytes.length)
    })
    fc.assert(property, { seed, numRuns: 2_000 })
  })
})

describe('decodeTransfer', () => {
  const decode = (text: string, encoding: string): string | undefined =>
    decodeTransfer(Buffer.from(text, 'latin1'), encoding, 1_000)?.toString('latin1')

  it.each([
    ['base64', 'A'.repeat(2_000)],
    ['quoted-printable', 'a'.repeat(2_000)],
    ['8bit', 'a'.repeat(2_000)]
  ])('gives nothing for %s above the limit', (encoding, text) => {
    expect(decode(text, encoding)).toBeUndefined()
  })

  it.each([
    ['a=3Db', 'a=b'],
    ['caf=e9', 'caf\xe9'],
    ['one=\r\n two=  \nthree=', 'one twothree'],
    ['added  \t\r\nkept=20\r\n', 'added\r\nkept \r\n'],
    ['5 = 3 =ZZ =4', '5 = 3 =ZZ =4'],
    ['a \nb', 'a\nb']
  ])('reads quoted-printable %j as %j', (text, decoded) => {
    expect(decode(text, 'Quoted-Printable')).toBe(decoded)
  })

  it('reads base64 over broken lines', () => {
    expect(decode('U2Vs\r\n YW1h\r\ndCE=\r\n', 'BASE64')).toBe('Selamat!')
  })

  it('gives back any bytes that were written as quoted-printable', () => {
    const write = (bytes: Uint8Array): string =>
      [...bytes]
        .map((byte, index) => `=${byte.toString(16).padStart(2, '0')}${index % 20 === 19 ? '=\r\n' : ''}`)
        .join('')
    const property = fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      expect(decode(write(bytes), 'quoted-printable')).toBe(Buffer.from(bytes).toString('latin1'))
    })
    fc.assert(property, { seed, numRuns: 300 })
  })
})

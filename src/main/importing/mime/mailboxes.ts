// Owns lists of mail addresses: who they name. Source: RFC 5322, section 3.4. Knows no header.
import { decodeWords } from './encodedWords'

/** A person or a list that a header names. */
export interface Mailbox {
  readonly name: string | null
  readonly address: string | null
}

const mostMailboxes = 50

interface Token {
  readonly kind: 'quoted' | 'comment' | 'address' | 'word' | 'separator'
  readonly text: string
}

const token = /"((?:[^"\\]|\\[^])*)"?|\(((?:[^()\\]|\\[^])*)\)?|<([^<>]*)>?|([,;])|([^\s"(<,;]+)/g

function tokenise(value: string): Token[] {
  return [...value.matchAll(token)].map(([, quoted, comment, address, separator, word]): Token => {
    if (quoted !== undefined) return { kind: 'quoted', text: quoted.replace(/\\([^])/g, '$1') }
    if (comment !== undefined) return { kind: 'comment', text: comment }
    if (address !== undefined) return { kind: 'address', text: address.trim() }
    return separator === undefined ? { kind: 'word', text: word ?? '' } : { kind: 'separator', text: separator }
  })
}

function cleanName(text: string): string | null {
  const name = decodeWords(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(.*)'$/, '$1')
    .trim()
  return name === '' ? null : name
}

function readMailbox(tokens: readonly Token[]): Mailbox | null {
  const joined = (kinds: readonly Token['kind'][]): string =>
    tokens
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join(' ')
  const inBrackets = tokens.find(({ kind }) => kind === 'address')?.text
  const words = joined(['quoted', 'word'])
  if (inBrackets !== undefined) return { name: cleanName(words), address: inBrackets || null }
  if (/^\S+@\S+$/.test(words)) return { name: cleanName(joined(['comment'])), address: words }
  const name = cleanName(words)
  return name === null ? null : { name, address: null }
}

/** The mailboxes of a header such as From, in order; what names nobody is left out. Groups give their members. */
export function parseMailboxes(value: string | null): Mailbox[] {
  const groups: Token[][] = [[]]
  for (const found of tokenise((value ?? '').replace(/^[\w .-]{1,100}:(?=[^]*;)/, ''))) {
    if (found.kind === 'separator') groups.push([])
    else groups.at(-1)?.push(found)
    if (groups.length > mostMailboxes) break
  }
  return groups.flatMap(tokens => readMailbox(tokens) ?? [])
}

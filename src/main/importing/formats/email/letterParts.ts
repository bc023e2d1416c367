// Owns the question which parts of a mail are its letter, and which are attached to it. Source: RFC 2046, section 5.1.
// Decodes nothing and opens no attachment.
import { contentIdOf, type MimePart } from '../../mime/message'
import { parseParameters } from '../../mime/parameters'

/** A mail's parts, sorted. */
export interface LetterParts {
  /** Texts and pictures to show, in order. */
  readonly shown: readonly MimePart[]
  readonly attached: readonly MimePart[]
}

const isText = (part: MimePart): boolean => part.type === 'text/html' || part.type === 'text/plain'
const isImage = (part: MimePart): boolean => part.type.startsWith('image/')

function isAttached(part: MimePart): boolean {
  const { value, parameters } = parseParameters(part.headers.get('Content-Disposition'))
  if (value === 'attachment') return true
  if (isText(part)) return value !== 'inline' && (parameters.has('filename') || part.parameters.has('name'))
  return !isImage(part)
}

function holds(part: MimePart, type: string): boolean {
  if (part.parts.length === 0) return part.type === type && !isAttached(part)
  return part.parts.some(inner => holds(inner, type))
}

const join = (parts: readonly LetterParts[]): LetterParts => ({
  shown: parts.flatMap(part => part.shown),
  attached: parts.flatMap(part => part.attached)
})

/** Of several forms of one text the best that can be read; attachments among them are not lost. */
function sortAlternatives(parts: readonly MimePart[]): LetterParts {
  const chosen =
    parts.findLast(part => holds(part, 'text/html')) ??
    parts.findLast(part => holds(part, 'text/plain')) ??
    parts.at(-1)
  const others = parts.filter(part => part !== chosen).map(sortParts)
  return join([...(chosen ? [sortParts(chosen)] : []), ...others.map(({ attached }) => ({ shown: [], attached }))])
}

/** A page's own images are shown by the page; what else was put beside it is attached. */
function sortRelated(part: MimePart): LetterParts {
  const start = part.parameters.get('start')?.replace(/^<|>$/g, '')
  const root = part.parts.find(inner => start !== undefined && contentIdOf(inner) === start) ?? part.parts[0]
  if (!root || !(holds(root, 'text/html') || holds(root, 'text/plain'))) return join(part.parts.map(sortParts))
  const beside = part.parts.filter(inner => inner !== root)
  return join([sortParts(root), ...beside.map(inner => ({ shown: [], attached: sortParts(inner).attached }))])
}

/** Sorts a mail's parts. */
export function sortParts(part: MimePart): LetterParts {
  if (part.parts.length === 0)
    return isAttached(part) ? { shown: [], attached: [part] } : { shown: [part], attached: [] }
  if (part.type === 'multipart/alternative') return sortAlternatives(part.parts)
  if (part.type === 'multipart/related') return sortRelated(part)
  // What follows the first part of a signed mail is its signature, which is nothing to read.
  if (part.type === 'multipart/signed') return join(part.parts.slice(0, 1).map(sortParts))
  return join(part.parts.map(sortParts))
}

/** True for a mail that only its receiver's key opens. */
export function isEncrypted(message: MimePart): boolean {
  return message.type === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(message.type)
}

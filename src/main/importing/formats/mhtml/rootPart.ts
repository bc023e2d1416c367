// Owns the question which part of a saved page is the page itself. Source: RFC 2387, section 3.2. Decodes nothing.
import { contentIdOf, leavesOf, type MimePart } from '../../mime/message'

const isPage = (part: MimePart): boolean => part.type === 'text/html' || part.type === 'application/xhtml+xml'

/** The part that a multipart names as its first, or else its first one. */
function namedRoot(part: MimePart): MimePart {
  const start = part.parameters.get('start')?.replace(/^<|>$/g, '')
  const root = part.parts.find(inner => start !== undefined && contentIdOf(inner) === start) ?? part.parts[0]
  return root ? namedRoot(root) : part
}

/** The page: what the file names as such, else its first HTML, else its first text; null where it holds neither. */
export function findRootPart(message: MimePart): MimePart | null {
  const named = namedRoot(message)
  if (isPage(named)) return named
  const leaves = leavesOf(message)
  return leaves.find(isPage) ?? leaves.find(part => part.type === 'text/plain') ?? null
}

// Owns the question whether a few words are an outlet's name by their look or fame. Knows no place in a text.
import { knownOutlets } from '../words/names'

const domain =
  /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|id|co|net|org|news|tv|my|de|fr|es|pt|br|nl|be|at|ch|uk|info|asia|io)$/iu
const outletWord =
  /(?:^|\s)(?:news|post|pos|times|herald|tribune?|tribun|daily|press|media|online|tv|radio|zeitung|blatt|journal|gazette|today|network)$/i

/** Whether `text` is an address such as `KOMPAS.com`. */
export function isDomain(text: string): boolean {
  return domain.test(text)
}

/** Whether two names mean the same outlet: `KOMPAS.TV` and `Kompas TV`, `Kompas.com` and `Kompas`. */
export function isSameOutlet(one: string, other: string): boolean {
  const fold = (name: string): string =>
    name
      .toLowerCase()
      .replace(/\.(?:com|co\.id|id|net|org)$/, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
  return fold(one) === fold(other)
}

/** Whether `text` is one word with a capital inside, such as `BaperaNews` or `detikJabar`. */
export function isCamelCase(text: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{N}]+\p{Lu}[\p{L}\p{N}]*$/u.test(text) || /^\p{Ll}+\p{Lu}\p{L}+$/u.test(text)
}

const longestName = 60

/** Whether `text` is surely an outlet's name and no person's: `detikJabar`, `Kompas.com`, `CNN Indonesia`, `Warta Pos`. */
export function isOutletName(text: string): boolean {
  if (text.length > longestName) return false
  if (isDomain(text) || isCamelCase(text) || knownOutlets.has(text.toLowerCase())) return true
  const [first = '', ...others] = text.split(/\s+/)
  const isBranch = others.length === 1 && first === first.toUpperCase() && knownOutlets.has(first.toLowerCase())
  return isBranch || (others.length <= 3 && /^\p{Lu}/u.test(text) && outletWord.test(text))
}

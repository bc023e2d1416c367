// Owns the finding of the outlet that a text credits ("dilansir dari VOA"). Leaves the text as it is.
import type { Inference } from '@shared/model/article'
import { alternatives, guessOf, quote } from '../guess'
import { certainCreditPhrases, openCreditPhrases } from '../words/credits'
import { knownOutlets, lowerCaseOutlets } from '../words/names'
import { isSameOutlet } from './outletName'
import { foldCalendarWord, monthNames, weekdayNames } from '../words/calendar'

/** What may stand between the phrase and the name. */
const between =
  "(?:(?:dari|oleh|laman|situs|situs web|website|kantor berita|media|harian|surat kabar|portal|akun|the|news agency|newspaper|der|die|das|dem|agence|l[’']agence|la|el|le|o|a|het|de|persbureau|der Nachrichtenagentur|agentur|agencia|agência)\\s+)*"
const name =
  "[\\p{Lu}\\d][\\p{L}\\p{N}&’'.-]*(?:\\s+(?:of|de|do|des|der|und|and|&)?\\s*[\\p{Lu}\\d][\\p{L}\\p{N}&’'.-]*){0,4}"

/** How phrases are found: a quick look whether any can be there, and the pattern that reads them. */
interface CreditPattern {
  readonly quick: RegExp
  readonly whole: RegExp
}

function makePattern(phrases: readonly string[]): CreditPattern {
  const firstWords = [...new Set(phrases.map(phrase => phrase.split(' ')[0] ?? ''))]
  return {
    // Without the u flag: several times as fast, and only a first look
    quick: new RegExp(`(?:${alternatives(firstWords)})\\s`, 'i'),
    whole: new RegExp(
      `(?<![\\p{L}])(?<phrase>${alternatives(phrases)})\\s+(?<between>${between})(?<name>${name})`,
      'giu'
    )
  }
}

const certain = makePattern(certainCreditPhrases)
const open = makePattern(openCreditPhrases)

const outletWord =
  /(?:^|\s)(?:news|post|times|herald|tribune|daily|press|journal|gazette|zeitung|agency|radio|tv|online|magazine)$/i
const domain =
  /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|id|co\.id|net|org|news|tv|my|de|fr|es|pt|com\.br|nl|co\.uk)$/iu

/** The name up to where it ends: a weekday or month, the end of a sentence, or a word in lower case. */
function trimName(matched: string): string {
  const words: string[] = []
  for (const written of matched.split(/\s+/)) {
    const bare = foldCalendarWord(written.replace(/[.,]+$/, ''))
    if (weekdayNames().has(bare) || monthNames().has(bare)) break
    const first = written.charAt(0)
    const isName =
      first !== first.toLowerCase() || /\d/.test(first) || lowerCaseOutlets.has(written.replace(/[.,]+$/, ''))
    if (!isName && !(words.length > 0 && /^(?:of|de|do|des|der|und|and|&)$/.test(written))) break
    words.push(written.replace(/[’']s$/, ''))
    if (/[.]$/.test(written) && !/^\p{Lu}\.$/u.test(written)) break
  }
  return words
    .join(' ')
    .replace(/(?:\s+(?:of|de|do|des|der|und|and|&))+$/, '')
    .replace(/[.,'’-]+$/, '')
}

function isKnownOutlet(candidate: string): boolean {
  return knownOutlets.has(candidate.toLowerCase()) || domain.test(candidate) || outletWord.test(candidate)
}

/** The longest beginning of a name that is a known outlet: `Reuters Senin` → `Reuters`. */
function findKnownBeginning(candidate: string): string | null {
  const words = candidate.split(' ')
  for (let length = words.length; length > 0; length--) {
    const beginning = words.slice(0, length).join(' ')
    if (isKnownOutlet(beginning)) return beginning
  }
  return null
}

function collect(
  paragraph: string,
  { quick, whole }: CreditPattern
): Array<{ readonly outlet: string; readonly written: string }> {
  if (!quick.test(paragraph)) return []
  return [...paragraph.matchAll(whole)].flatMap(match => {
    const bare = trimName((match.groups?.['name'] ?? '').replace(/^[ld][’']/i, ''))
    const article = match.groups?.['between']?.trim().split(/\s+/).at(-1) ?? ''
    const outlet = isKnownOutlet(`${article} ${bare}`) ? `${article} ${bare}` : bare
    return bare.length >= 2 ? [{ outlet, written: match[0].slice(0, match[0].indexOf(bare) + bare.length) }] : []
  })
}

/**
 * The outlet that the text says its news comes from, or null. After a phrase that can also lead to a person or an
 * office ("according to") only a name known as an outlet is taken. `siteName` is no credit.
 */
export function findSourceCredit(paragraphs: readonly string[], siteName: string | null): Inference | null {
  const isOther = (outlet: string): boolean => siteName === null || !isSameOutlet(outlet, siteName)
  for (const paragraph of paragraphs) {
    for (const { outlet, written } of collect(paragraph, certain)) {
      const confidence = findKnownBeginning(outlet) ? 0.9 : 0.75
      if (isOther(outlet)) return guessOf(outlet, confidence, `The text says ${quote(written)}`)
    }
    for (const { outlet, written } of collect(paragraph, open)) {
      const known = findKnownBeginning(outlet)
      if (known && isOther(known)) return guessOf(known, 0.7, `The text says ${quote(written)}`)
    }
  }
  return null
}

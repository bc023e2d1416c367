// Owns the recognition of datelines (`JAKARTA, Media.com - `) at the beginning of a paragraph. Removes nothing itself.
import type { Inference } from '@shared/model/article'
import { guessOf, quote } from '../guess'
import { datelinePlaces, knownOutlets } from '../words/names'
import { isCamelCase, isDomain } from './outletName'

/** A dateline: what it says and the paragraph without it. */
export interface FoundDateline {
  readonly siteName: Inference | null
  readonly datelinePlace: Inference | null
  /** The dateline as written. */
  readonly written: string
  readonly rest: string
}

type Part = { readonly kind: 'site' | 'place'; readonly text: string; readonly confidence: number }

const longestDateline = 90
/** Length in UTF-16 code units from which what follows a word in capitals is a report and no exclamation's rest. */
const shortestReport = 100
/** EFE sets `.-` behind its dateline. */
const separator = /\s*\.\s?[-–—]{1,2}\s+|\s*(?:\s[-‐‑–—]{1,3}|[–—]{1,2}|--)\s+|\s*[-–—]{1,2}(?=["“])/u
/** `(ANTARA)`, `(dpa/lno)`. */
const agencyAtEnd = /^(?<before>.*?)\s*[([](?<agency>[\p{L}\p{N} ./&-]{2,40})[)\]]$/u
const dayWithin =
  /(?:^|,\s*|\s)(?:\p{L}+\.?\s+\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?\p{L}+\.?)(?:,?\s+(?:de\s+)?\d{4})?$|\(?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\)?$/u

/** Full stops that end no sentence: `D.C.`, `St. Petersburg`, `5 Mar. (`. */
const abbreviation = /\bD\.C\.|\bSt\. |\b\p{L}{3,4}\. ?(?=[(\d]|$)/gu

const outletWord =
  /(?:news|post|pos|times|herald|tribune?|tribun|daily|press|media|kompas|detik|online|tv|radio|zeitung|blatt|journal|gazette|today|wire|network|update|berita|warta|kabar|harian|metro|merdeka|tempo)$/i

function isCapitalised(text: string): boolean {
  const words = text.split(/\s+/)
  return words.length <= 4 && words.every(word => /^(?:\p{Lu}|de$|del$|la$|am$|of$|do$|da$|the$)/u.test(word))
}

/** What a part between commas is: a site or a place, how sure, or null where it can be neither. */
function classify(text: string): Part | null {
  const folded = text.toLowerCase()
  if (isDomain(text)) return { kind: 'site', text, confidence: 0.95 }
  if (datelinePlaces.has(folded)) return { kind: 'place', text, confidence: 0.95 }
  if (knownOutlets.has(folded)) return { kind: 'site', text, confidence: 0.9 }
  if (!isCapitalised(text) && !isCamelCase(text)) return null
  if (isCamelCase(text) || outletWord.test(text)) return { kind: 'site', text, confidence: 0.85 }
  if (/^[\p{Lu}\s.'’-]{3,}$/u.test(text)) return { kind: 'place', text, confidence: 0.7 }
  return null
}

/** Alone, a very short word in capitals that is no known place is rather an outlet (`RMOL`) than a place. */
function isAcronym({ kind, text }: Part): boolean {
  return kind === 'place' && /^\p{Lu}{2,4}$/u.test(text) && !datelinePlaces.has(text.toLowerCase())
}

/** The commas' parts. A part that alone is nothing sure is taken as what its neighbours leave open. */
function readParts(text: string): Part[] | null {
  const pieces = text.split(/\s*[,|/]\s*/).filter(piece => piece !== '')
  if (pieces.length === 0 || pieces.length > 3) return null
  const parts = pieces.map(classify)
  const known = parts.filter(part => part !== null)
  const [only] = known
  if (only && pieces.length === 1 && isAcronym(only)) return [{ ...only, kind: 'site', confidence: 0.6 }]
  if (known.length === pieces.length) return known
  if (known.length === 0 || !pieces.every(piece => isCapitalised(piece))) return null
  const hasSite = known.some(part => part.kind === 'site')
  return pieces.map(
    (piece, index) => parts[index] ?? { kind: hasSite ? 'place' : 'site', text: piece, confidence: 0.7 }
  )
}

function titleCase(place: string): string {
  if (place !== place.toUpperCase() || place.length <= 3) return place
  return place
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function inferencesOf(parts: readonly Part[], written: string): Pick<FoundDateline, 'siteName' | 'datelinePlace'> {
  const why = `Dateline ${quote(written)} at the beginning of the text`
  const site = parts.find(part => part.kind === 'site')
  const places = parts.filter(part => part.kind === 'place')
  const [place] = places
  return {
    siteName: site ? guessOf(site.text, site.confidence, why) : null,
    datelinePlace: place
      ? guessOf(places.map(one => titleCase(one.text)).join(', '), Math.min(...places.map(one => one.confidence)), why)
      : null
  }
}

function startsSentence(rest: string): boolean {
  return /^["“‘«„'(¿¡[]*[\p{Lu}\p{N}\p{Lo}]/u.test(rest)
}

/** `Liputan6.com, Jakarta` with no dash behind it: an address and a known place, the longest that leaves a sentence. */
function findBareDateline(paragraph: string): FoundDateline | null {
  const [start, site, after] = /^(\S{4,40}\.\p{L}{2,4}),\s+((?:\S+\s+){1,4})/u.exec(paragraph) ?? []
  if (!start || !site || !after || !isDomain(site)) return null
  const words = after.trim().split(/\s+/)
  for (let length = Math.min(3, words.length); length > 0; length--) {
    const place = words.slice(0, length).join(' ')
    const written = paragraph.slice(0, paragraph.indexOf(after) + place.length)
    const rest = paragraph.slice(written.length).trim()
    if (!datelinePlaces.has(place.toLowerCase()) || rest.length < 20 || !startsSentence(rest)) continue
    const parts: Part[] = [
      { kind: 'site', text: site, confidence: 0.9 },
      { kind: 'place', text: place, confidence: 0.9 }
    ]
    return { ...inferencesOf(parts, written), written, rest }
  }
  return null
}

/** `KUALA LUMPUR: …`, as papers of Malaysia and Singapore write it, and `ERFURT. …`, as German ones do: in capitals. */
function findColonDateline(paragraph: string): FoundDateline | null {
  const [written, place] = /^(\p{Lu}[\p{Lu} '-]{2,40})(?<mark>[:.])\s+/u.exec(paragraph) ?? []
  if (!written || !place) return null
  const rest = paragraph.slice(written.length)
  const isKnown = datelinePlaces.has(place.toLowerCase())
  const isLikely = written.trim().endsWith('.') && /^\p{Lu}{4,}$/u.test(place) && rest.length >= shortestReport
  if (!isKnown && !isLikely) return null
  if (rest.length < 20 || !startsSentence(rest)) return null
  return {
    ...inferencesOf([{ kind: 'place', text: place, confidence: isKnown ? 0.85 : 0.6 }], written.trim()),
    written: written.trim(),
    rest
  }
}

/** The dateline in front of a paragraph, or null where its beginning is not surely one. */
export function findDateline(paragraph: string): FoundDateline | null {
  const bare = findBareDateline(paragraph) ?? findColonDateline(paragraph)
  if (bare) return bare
  const match = separator.exec(paragraph.slice(0, longestDateline))
  if (!match || match.index < 2) return null
  const head = paragraph.slice(0, match.index).trim()
  const rest = paragraph.slice(match.index + match[0].length).trim()
  if (rest.length < 20 || !startsSentence(rest) || /[.!?:;]\s/.test(head.replace(abbreviation, ''))) return null
  const written = paragraph.slice(0, match.index + match[0].length).trim()
  const agency = agencyAtEnd.exec(head)?.groups
  if (agency?.['agency'] && !/^\d/.test(agency['agency'])) {
    const before = (agency['before'] ?? '').replace(dayWithin, '').replace(/,\s*$/, '').trim()
    const places = before.split(/\s*,\s*/).filter(place => place !== '')
    if (!places.every(place => isCapitalised(place))) return null
    const parts: Part[] = places.map(text => ({ kind: 'place', text, confidence: 0.9 }))
    const site = agency['agency'].split('/')[0] ?? ''
    return { ...inferencesOf([...parts, { kind: 'site', text: site, confidence: 0.85 }], written), written, rest }
  }
  const parts = readParts(head.replace(dayWithin, '').replace(/,\s*$/, '').trim())
  return parts ? { ...inferencesOf(parts, written), written, rest } : null
}

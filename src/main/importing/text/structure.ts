// Owns the order in which the rules for plain text are asked, and what each takes out of the text. Holds no rule itself.
import type { EditableField, Inference } from '@shared/model/article'
import { detectLanguage } from '../language/detectLanguage'
import { divideText, textOfBlock, type TextBlock } from './blocks'
import { asCredit, readFacts, siteOf, takeHead, takeTail } from './factLines'
import { fallbackTitleLine } from './fallbackTitle'
import { findDates } from './findDates'
import { agencyOf, bylineOf, hasUnnamedEditor } from './rules/byline'
import { findDateline } from './rules/dateline'
import { findKicker } from './rules/kicker'
import { isSameOutlet } from './rules/outletName'
import { findDeck } from './rules/deck'
import { findPublicationDate } from './rules/publicationDate'
import { findSourceCredit } from './rules/sourceCredit'
import { findTitle } from './rules/title'
import { markHeadings } from './markHeadings'
import { separateMentions } from './separateMentions'
import { unwrap } from './wrappers/unwrap'

/** A text's structure: fields it states with a label, fields that were guessed, and the blocks of its body. */
export interface TextStructure {
  readonly stated: { readonly [Field in EditableField]?: string }
  readonly guessed: { readonly [Field in EditableField]?: Inference }
  readonly blocks: readonly TextBlock[]
  /** The section that the text names above its title. */
  readonly tags: readonly string[]
}

/** Drops a line at the beginning of the text that only names the outlet which is known already. */
function dropOutletLine(blocks: readonly TextBlock[], siteName: string | undefined): readonly TextBlock[] {
  const [first, ...others] = blocks
  const isOutlet = siteName !== undefined && isSameOutlet(textOfBlock(first), siteName)
  return isOutlet && others.length > 0 ? others : blocks
}

/** Takes the dateline off the first paragraph that has one, among the first two. */
function takeDateline(blocks: readonly TextBlock[]): { blocks: TextBlock[]; found: ReturnType<typeof findDateline> } {
  const index = blocks.slice(0, 2).findIndex(block => findDateline(textOfBlock(block)) !== null)
  const found = index < 0 ? null : findDateline(textOfBlock(blocks[index]))
  if (!found) return { blocks: [...blocks], found: null }
  return { blocks: blocks.with(index, { kind: 'paragraph', lines: [found.rest] }), found }
}

/** A line that is no sure title, yet would become it for want of another, and then be said twice. */
function findOnlyTitle([first, ...following]: readonly TextBlock[]): Inference | null {
  if (first?.kind !== 'paragraph' || first.lines.length !== 1 || following.length === 0) return null
  const text = textOfBlock(first)
  return findDateline(text) || readFacts(first) ? null : fallbackTitleLine(text)
}

const foldTitle = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function takeTitle(
  blocks: readonly TextBlock[],
  stated: string | undefined
): { title: Inference | null; rest: readonly TextBlock[] } {
  // A title that is stated above the text or on its wrapping often stands in front of the text once more.
  if (stated !== undefined) {
    const isRepeated = foldTitle(textOfBlock(blocks[0])) === foldTitle(stated) && blocks.length > 1
    return { title: null, rest: isRepeated ? blocks.slice(1) : blocks }
  }
  const title = findTitle(blocks[0], blocks.slice(1)) ?? findOnlyTitle(blocks)
  return { title, rest: title ? blocks.slice(1) : blocks }
}

/** Takes the deck off the blocks below the title; `divided` are all blocks, with the lines of author and date. */
function takeDeck(
  blocks: readonly TextBlock[],
  divided: readonly TextBlock[]
): { deck: Inference | null; rest: readonly TextBlock[] } {
  const [first, ...others] = blocks
  if (first?.kind !== 'paragraph') return { deck: null, rest: blocks }
  const following = others.filter(block => block.kind === 'paragraph').map(textOfBlock)
  const place = divided.indexOf(first)
  const isBeforeHeadLines = place >= 0 && readFacts(divided[place + 1]) !== null
  const deck = findDeck(textOfBlock(first), { following, isBeforeHeadLines })
  return { deck, rest: deck ? others : blocks }
}

/** What a text states, its date as the library takes it, and without a credit that only names the text's own outlet. */
function cleanStated(stated: TextStructure['stated'], siteName: string | null): TextStructure['stated'] {
  const { publishedAt, sourceCredit, ...others } = stated
  const site = stated.siteName ?? siteName
  const isOwn = sourceCredit !== undefined && site !== null && isSameOutlet(sourceCredit, site)
  return {
    ...others,
    ...(publishedAt && { publishedAt: findDates(publishedAt)[0]?.value ?? '' }),
    ...(sourceCredit && !isOwn && { sourceCredit })
  }
}

/** Takes off what stands above a title: the text's address, then the section's name. */
function takeTop(blocks: readonly TextBlock[]): {
  readonly address: string | null
  readonly section: string | null
  readonly rest: readonly TextBlock[]
} {
  const first = textOfBlock(blocks[0])
  const address = blocks.length > 1 && /^https?:\/\/[^\s/]+\/\S+$/i.test(first) ? first : null
  const below = address === null ? blocks : blocks.slice(1)
  const section = findKicker(below)
  return { address, section, rest: section === null ? below : below.slice(1) }
}

/** Reads the structure of plain text. Every rule that is not sure leaves its field out. */
export function readStructure(wrapped: string): TextStructure {
  const { text, stated: onWrapping } = unwrap(wrapped)
  const whole = divideText(text)
  const { address, section, rest: divided } = takeTop(whole)
  const above = takeHead(divided)
  const below = takeTail(above.rest)
  // A text of nothing but facts is a text all the same.
  if (below.rest.length === 0) return { stated: onWrapping, guessed: {}, blocks: whole, tags: [] }
  const lines = [...above.lines, ...below.lines]
  const stated: TextStructure['stated'] = Object.assign(
    {},
    ...above.lines.map(line => line.stated),
    ...below.lines.map(line => asCredit(line.stated)),
    address && { url: address },
    onWrapping
  )
  const separated = separateMentions(below.rest)

  const { title, rest: afterTitle } = takeTitle(separated, stated.title)
  const hasTitle = title !== null || stated.title !== undefined
  const { deck, rest } = hasTitle ? takeDeck(afterTitle, divided) : { deck: null, rest: afterTitle }
  const { blocks, found } = takeDateline(rest)

  const body = blocks.filter(block => block.kind === 'paragraph').map(textOfBlock)
  const dates = lines.flatMap(line => line.dates)
  const language = detectLanguage(body.join('\n'))
  const published = findPublicationDate({
    head: found ? [...dates, found.written] : dates,
    body,
    language: language?.value ?? null
  })
  const people = lines.flatMap(line => line.people)
  const byline = bylineOf(people)
  const siteName = siteOf(lines) ?? found?.siteName
  const credit = findSourceCredit(body, siteName?.value ?? null) ?? agencyOf(people)
  const editors = lines
    .filter(line => line.isKept || hasUnnamedEditor(line.people, people))
    .map((line): TextBlock => ({ kind: 'paragraph', lines: [line.written] }))
  return {
    stated: cleanStated(stated, siteName?.value ?? null),
    guessed: {
      ...(title && { title }),
      ...(deck && { deck }),
      ...(byline && { byline }),
      ...(siteName && { siteName }),
      ...(found?.datelinePlace && { datelinePlace: found.datelinePlace }),
      ...(published && { publishedAt: published }),
      ...(credit && { sourceCredit: credit }),
      ...(language && { language })
    },
    blocks: [...markHeadings(dropOutletLine(blocks, siteName?.value)), ...editors],
    tags: section ? [section] : []
  }
}

// Owns the order in which the rules for plain text are asked, and what each takes out of the text. Holds no rule itself.
import type { EditableField, Inference } from '@shared/model/article'
import { detectLanguage } from '../language/detectLanguage'
import { divideText, textOfBlock, type TextBlock } from './blocks'
import { asCredit, readFacts, siteOf, takeHead, takeTail } from './factLines'
import { fallbackTitleLine } from './fallbackTitle'
import { findDates } from './findDates'
import { bylineOf, hasUnnamedEditor } from './rules/byline'
import { findDateline } from './rules/dateline'
import { findDeck } from './rules/deck'
import { isHeading } from './rules/heading'
import { findPublicationDate } from './rules/publicationDate'
import { findSourceCredit } from './rules/sourceCredit'
import { findTitle } from './rules/title'
import { separateMentions } from './separateMentions'

/** A text's structure: fields it states with a label, fields that were guessed, and the blocks of its body. */
export interface TextStructure {
  readonly stated: { readonly [Field in EditableField]?: string }
  readonly guessed: { readonly [Field in EditableField]?: Inference }
  readonly blocks: readonly TextBlock[]
}

function markHeadings(blocks: readonly TextBlock[]): TextBlock[] {
  const prose = (from: number, step: 1 | -1): string | undefined => {
    for (let index = from + step; blocks[index]; index += step) {
      const block = blocks[index]
      if (block?.kind !== 'related') return block?.kind === 'paragraph' ? textOfBlock(block) : undefined
    }
    return undefined
  }
  return blocks.map((block, index) => {
    const text = textOfBlock(block)
    return block.kind === 'paragraph' && block.lines.length === 1 && isHeading(text, prose(index, -1), prose(index, 1))
      ? { kind: 'heading', text, level: 2 }
      : block
  })
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

function takeTitle(
  blocks: readonly TextBlock[],
  isStated: boolean
): { title: Inference | null; rest: readonly TextBlock[] } {
  const title = isStated ? null : (findTitle(blocks[0], blocks.slice(1)) ?? findOnlyTitle(blocks))
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

/** Reads the structure of plain text. Every rule that is not sure leaves its field out. */
export function readStructure(text: string): TextStructure {
  const divided = divideText(text)
  const above = takeHead(divided)
  const below = takeTail(above.rest)
  // A text of nothing but facts is a text all the same.
  if (below.rest.length === 0) return { stated: {}, guessed: {}, blocks: divided }
  const lines = [...above.lines, ...below.lines]
  const stated: TextStructure['stated'] = Object.assign(
    {},
    ...above.lines.map(line => line.stated),
    ...below.lines.map(line => asCredit(line.stated))
  )
  const separated = separateMentions(below.rest)

  const { title, rest: afterTitle } = takeTitle(separated, stated.title !== undefined)
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
  const credit = findSourceCredit(body, siteName?.value ?? null)
  const editors = lines
    .filter(line => hasUnnamedEditor(line.people, people))
    .map((line): TextBlock => ({ kind: 'paragraph', lines: [line.written] }))
  return {
    stated: stated.publishedAt ? { ...stated, publishedAt: findDates(stated.publishedAt)[0]?.value ?? '' } : stated,
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
    blocks: [...markHeadings(blocks), ...editors]
  }
}

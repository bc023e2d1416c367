// Owns the order in which the rules for plain text are asked, and what each takes out of the text. Holds no rule itself.
import type { EditableField, Inference } from '@shared/model/article'
import { divideText, type TextBlock } from './blocks'
import { findDates } from './findDates'
import { guessOf } from './guess'
import { findDateline } from './rules/dateline'
import { findDeck } from './rules/deck'
import { readHeadLine, type HeadFacts } from './rules/headLine'
import { isHeading } from './rules/heading'
import { findPublicationDate } from './rules/publicationDate'
import { findRelatedInside, findRelatedLine, isRelatedHeading } from './rules/relatedMention'
import { findSourceCredit } from './rules/sourceCredit'
import { findTitle } from './rules/title'

/** A text's structure: fields it states with a label, fields that were guessed, and the blocks of its body. */
export interface TextStructure {
  readonly stated: { readonly [Field in EditableField]?: string }
  readonly guessed: { readonly [Field in EditableField]?: Inference }
  readonly blocks: readonly TextBlock[]
}

/** Lines above and below the text that can hold facts about it. */
const headBlocks = 8
const tailBlocks = 4

const textOf = (block: TextBlock | undefined): string => (block?.kind === 'paragraph' ? block.lines.join(' ') : '')

interface Facts {
  readonly lines: HeadFacts[]
  readonly rest: TextBlock[]
}

/** Takes the lines with facts off one end of the blocks. */
function takeFacts(blocks: readonly TextBlock[], isWithin: (index: number) => boolean): Facts {
  const lines: HeadFacts[] = []
  const rest = blocks.filter((block, index) => {
    const isLine = isWithin(index) && block.kind === 'paragraph'
    const read = isLine ? block.lines.map(line => readHeadLine(line)) : [null]
    const known = read.filter(facts => facts !== null)
    if (known.length === 0 || known.length !== read.length) return true
    lines.push(...known)
    return false
  })
  return { lines, rest }
}

function bylineOf(lines: readonly HeadFacts[]): Inference | undefined {
  const people = lines.flatMap(line => line.people)
  const authors = people.filter(person => person.role === 'author').map(person => person.name)
  if (authors.length > 0) return guessOf([...new Set(authors)].join(', '), 0.9, 'A line that names the author')
  const [editor] = people
  return editor ? guessOf(editor.name, 0.5, 'A line that names the editor; no author is named') : undefined
}

/** Turns lines that lead to other articles into blocks of their own, wherever they stand. */
function separateMentions(blocks: readonly TextBlock[]): TextBlock[] {
  const separated: TextBlock[] = []
  let isBelowHeading = false
  for (const block of blocks) {
    const text = textOf(block)
    if (isBelowHeading && block.kind === 'list') separated.push(...block.items.map(toMention))
    else if (isBelowHeading && text.length > 0 && text.length <= 200 && !text.endsWith('.'))
      separated.push(toMention(text))
    else if (block.kind === 'list' && block.items.every(item => findRelatedLine(item))) {
      separated.push(...block.items.map(item => toMention(findRelatedLine(item) ?? item)))
    } else separated.push(...separateOne(block))
    isBelowHeading = isRelatedHeading(text)
    if (isBelowHeading) separated.pop()
  }
  return separated
}

function toMention(text: string): TextBlock {
  return { kind: 'related', text: findRelatedLine(text) ?? text }
}

function separateOne(block: TextBlock): TextBlock[] {
  if (block.kind !== 'paragraph') return [block]
  const own = block.lines.map(line => findRelatedLine(line))
  if (own.some(title => title !== null)) {
    return block.lines.map((line, index) => {
      const title = own[index]
      return title ? { kind: 'related', text: title } : { kind: 'paragraph', lines: [line] }
    })
  }
  const inside = findRelatedInside(block.lines.join(' '))
  if (!inside) return [block]
  return [
    { kind: 'paragraph', lines: [inside.paragraph.trim()] },
    { kind: 'related', text: inside.title }
  ]
}

function markHeadings(blocks: readonly TextBlock[]): TextBlock[] {
  const prose = (from: number, step: 1 | -1): string | undefined => {
    for (let index = from + step; blocks[index]; index += step) {
      const block = blocks[index]
      if (block?.kind !== 'related') return block?.kind === 'paragraph' ? textOf(block) : undefined
    }
    return undefined
  }
  return blocks.map((block, index) => {
    const text = textOf(block)
    return block.kind === 'paragraph' && block.lines.length === 1 && isHeading(text, prose(index, -1), prose(index, 1))
      ? { kind: 'heading', text, level: 2 }
      : block
  })
}

/** Takes the dateline off the first paragraph that has one, among the first two. */
function takeDateline(blocks: readonly TextBlock[]): { blocks: TextBlock[]; found: ReturnType<typeof findDateline> } {
  const index = blocks.slice(0, 2).findIndex(block => findDateline(textOf(block)) !== null)
  const found = index < 0 ? null : findDateline(textOf(blocks[index]))
  if (!found) return { blocks: [...blocks], found: null }
  return { blocks: blocks.with(index, { kind: 'paragraph', lines: [found.rest] }), found }
}

function takeTitle(
  blocks: readonly TextBlock[],
  isStated: boolean
): { title: Inference | null; rest: readonly TextBlock[] } {
  const title = isStated ? null : findTitle(blocks[0], blocks.slice(1))
  return { title, rest: title ? blocks.slice(1) : blocks }
}

function takeDeck(
  rest: readonly TextBlock[],
  factIndex: number
): { deck: Inference | null; rest: readonly TextBlock[] } {
  const following = rest.slice(1).filter(block => block.kind === 'paragraph')
  const [first] = rest
  if (first?.kind !== 'paragraph') return { deck: null, rest }
  const deck = findDeck(textOf(first), { following: following.map(textOf), isBeforeHeadLines: factIndex === 1 })
  return { deck, rest: deck ? rest.slice(1) : rest }
}

/** Reads the structure of plain text. Every rule that is not sure leaves its field out. */
export function readStructure(text: string): TextStructure {
  const divided = divideText(text)
  const above = takeFacts(divided.slice(0, headBlocks), () => true)
  const kept = [...above.rest, ...divided.slice(headBlocks)]
  const below = takeFacts(kept, index => index > 1 && index >= kept.length - tailBlocks)
  const lines = [...above.lines, ...below.lines]
  const stated: TextStructure['stated'] = Object.assign({}, ...lines.map(line => line.stated))
  const separated = separateMentions(below.rest)

  const { title, rest: afterTitle } = takeTitle(separated, stated.title !== undefined)
  const headStart = divided.indexOf(separated[0] ?? { kind: 'related', text: '' }) + (title ? 1 : 0)
  const firstFact = divided
    .slice(headStart, headBlocks)
    .findIndex(block => textOf(block) !== '' && readHeadLine(textOf(block)))
  const { deck, rest } = title || stated.title ? takeDeck(afterTitle, firstFact) : { deck: null, rest: afterTitle }
  const { blocks, found } = takeDateline(rest)

  const body = blocks.filter(block => block.kind === 'paragraph').map(textOf)
  const dates = lines.flatMap(line => line.dates)
  const published = findPublicationDate({ head: found ? [...dates, found.written] : dates, body })
  const credit = findSourceCredit(body, found?.siteName?.value ?? null)
  const byline = bylineOf(lines)
  return {
    stated: stated.publishedAt ? { ...stated, publishedAt: findDates(stated.publishedAt)[0]?.value ?? '' } : stated,
    guessed: {
      ...(title && { title }),
      ...(deck && { deck }),
      ...(byline && { byline }),
      ...(found?.siteName && { siteName: found.siteName }),
      ...(found?.datelinePlace && { datelinePlace: found.datelinePlace }),
      ...(published && { publishedAt: published }),
      ...(credit && { sourceCredit: credit })
    },
    blocks: markHeadings(blocks)
  }
}

// Owns where lines of facts are looked for: above a text, up to where it has begun, and below it. Reads no fact itself.
import type { Inference } from '@shared/model/article'
import { textOfBlock, type TextBlock } from './blocks'
import { guessOf } from './guess'
import { findDateline } from './rules/dateline'
import { isOutletName } from './rules/outletName'
import { readHeadLine, type HeadFacts } from './rules/headLine'

/** Facts that stood around a text, and the blocks without them. */
export interface Facts {
  readonly lines: readonly HeadFacts[]
  readonly rest: readonly TextBlock[]
}

/** Lines above and below the text that can hold facts about it. */
const headBlocks = 8
const tailBlocks = 4
/** Length in UTF-16 code units from which a paragraph is no line of the head. */
const fullParagraph = 140
const sentenceEnd = /[.!?…。！？]["”’»)\]]*$/

/** The facts of a block, a line each, or null where any of its lines is something else. */
export function readFacts(block: TextBlock | undefined): HeadFacts[] | null {
  if (block?.kind !== 'paragraph') return null
  const read = block.lines.map(line => readHeadLine(line))
  // Between lines of facts an outlet's name alone is a fact too.
  if (read.some(facts => facts !== null)) {
    for (const [index, line] of block.lines.entries()) {
      if (isOutletName(line)) read[index] ??= { written: line, people: [], dates: [], sites: [line], stated: {} }
    }
  }
  const known = read.filter(facts => facts !== null)
  return known.length === read.length ? known : null
}

/** Whether a block, not the first of its text, is prose: a list, a paragraph that is full or ends as a sentence. */
function isProse(block: TextBlock): boolean {
  if (block.kind !== 'paragraph') return block.kind !== 'related'
  const text = textOfBlock(block)
  return text.length >= fullParagraph || sentenceEnd.test(text)
}

/** Whether lines of facts follow, and prose below them: then what stands above them may be no more than a deck. */
function isAboveFacts(following: readonly TextBlock[]): boolean {
  const end = following.findIndex(block => readFacts(block) === null)
  return end > 0 && following.slice(end).some(block => block.kind === 'paragraph' && isProse(block))
}

/**
 * Where the text surely has begun: at its dateline, or at the first prose below its title. One paragraph may be the
 * deck, where facts follow it and text follows them.
 */
function findHeadEnd(blocks: readonly TextBlock[]): number {
  let isTitlePast = false
  let isDeckPast = false
  const looked = blocks.slice(0, headBlocks)
  for (const [index, block] of looked.entries()) {
    if (readFacts(block) !== null) continue
    if (findDateline(textOfBlock(block))) return index
    const isText = isProse(block) && (isTitlePast || block.kind === 'paragraph')
    if (isText && (isDeckPast || !isAboveFacts(blocks.slice(index + 1, index + 1 + headBlocks)))) return index
    isDeckPast ||= isText
    isTitlePast = true
  }
  return looked.length
}

function takeFacts(blocks: readonly TextBlock[], isWithin: (index: number) => boolean): Facts {
  const lines: HeadFacts[] = []
  const rest = blocks.filter((block, index) => {
    const facts = isWithin(index) ? readFacts(block) : null
    for (const line of facts ?? []) lines.push(line)
    return facts === null
  })
  return { lines, rest }
}

/** Takes the lines of facts off the beginning of a text. */
export function takeHead(blocks: readonly TextBlock[]): Facts {
  const end = findHeadEnd(blocks)
  return takeFacts(blocks, index => index < end)
}

/** Takes the lines of facts off the end of a text whose head is taken. */
export function takeTail(blocks: readonly TextBlock[]): Facts {
  return takeFacts(blocks, index => index > 0 && index >= blocks.length - tailBlocks)
}

/** Below a text, `Sumber: VOA` names where the news comes from; above it, who publishes it. */
export function asCredit({ siteName, ...others }: HeadFacts['stated']): HeadFacts['stated'] {
  return siteName === undefined ? others : { ...others, sourceCredit: siteName }
}

/** The outlet that a line of author or date names. */
export function siteOf(lines: readonly HeadFacts[]): Inference | undefined {
  const [site] = lines.flatMap(line => line.sites)
  return site === undefined ? undefined : guessOf(site, 0.85, 'A line that names the outlet beside author or date')
}

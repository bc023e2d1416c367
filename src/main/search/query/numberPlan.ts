// Owns how the words, phrases and nears of a drafted plan get their numbers. Decides nothing of their meaning.
import { assertNever } from '@shared/errors'
import type { FactFilter } from './factFilter'
import { everyFieldButBody } from './fields'
import type { NearPart, PlanNode, PlannedNear, PlannedPhrase, PlannedWord, QueryPlan } from './plan'

/** A word of a draft. */
export interface DraftWord {
  readonly kind: 'word'
  readonly word: PlannedWord
  readonly isExcluded: boolean
}

/** A phrase of a draft, with the words that it is made of. */
export interface DraftPhrase {
  readonly kind: 'phrase'
  readonly phrase: PlannedPhrase
  readonly words: readonly PlannedWord[]
  readonly isExcluded: boolean
}

/** A part of a NEAR of a draft. */
export type DraftPart = DraftWord | DraftPhrase

/** A plan's condition whose words still stand in it. */
export type DraftNode =
  | DraftPart
  | {
      readonly kind: 'near'
      readonly distance: number
      readonly parts: readonly DraftPart[]
      readonly fieldMask: number
      readonly isExcluded: boolean
    }
  | { readonly kind: 'fact'; readonly filter: FactFilter }
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly DraftNode[] }
  | { readonly kind: 'not'; readonly node: DraftNode }

/** Numbers a draft's parts; loose words come first. Null is the plan that finds nothing. */
export function numberPlan(draft: DraftNode | null): QueryPlan {
  const bounded = draft && boundShortPrefixes(draft)
  const loose = bounded ? collectWords(bounded).filter(({ isLoose }) => isLoose) : []
  const looseOf = (excluded: boolean): PlannedWord[] =>
    loose.filter(({ isExcluded }) => isExcluded === excluded).map(({ word }) => word)
  const lists = {
    words: looseOf(false),
    phrases: [] as PlannedPhrase[],
    nears: [] as PlannedNear[],
    excludedWords: looseOf(true),
    excludedPhrases: [] as PlannedPhrase[],
    excludedNears: [] as PlannedNear[]
  }
  const looseWords = lists.words.length
  const looseExcludedWords = lists.excludedWords.length
  const numbers = new Map(
    [...lists.words.entries(), ...lists.excludedWords.entries()].map(([number, word]) => [word, number])
  )

  const numberOf = (word: PlannedWord, isExcluded: boolean): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    const number = (isExcluded ? lists.excludedWords : lists.words).push(word) - 1
    numbers.set(word, number)
    return number
  }

  const build = (node: DraftNode): PlanNode => {
    switch (node.kind) {
      case 'word':
        return { kind: 'word', word: numberOf(node.word, node.isExcluded), isExcluded: node.isExcluded }
      case 'phrase': {
        const { isExcluded, phrase } = node
        const words = node.words.map(word => numberOf(word, isExcluded))
        const number = (isExcluded ? lists.excludedPhrases : lists.phrases).push(phrase) - 1
        return { kind: 'phrase', number, words, isExcluded }
      }
      case 'near': {
        const { isExcluded, distance, fieldMask } = node
        const words = node.parts.flatMap(part => wordsOf(part).map(word => numberOf(word, isExcluded)))
        const parts = node.parts.map((part): NearPart =>
          part.kind === 'word'
            ? { kind: 'word', word: numberOf(part.word, isExcluded) }
            : { kind: 'phrase', phrase: part.phrase }
        )
        const number = (isExcluded ? lists.excludedNears : lists.nears).push({ distance, parts, fieldMask }) - 1
        return { kind: 'near', number, words, isExcluded }
      }
      case 'all':
      case 'any':
        return { kind: node.kind, nodes: node.nodes.map(build) }
      case 'not':
        return { kind: 'not', node: build(node.node) }
      case 'fact':
        return node
      default:
        return assertNever(node, 'draft')
    }
  }

  const root = bounded && build(bounded)
  return { ...lists, looseWords, looseExcludedWords, root, isPlain: root !== null && isPlain(root) }
}

/** Words and phrases, and what stands behind a minus of its own, with one word at least that must be there. */
function isPlain(root: PlanNode): boolean {
  const nodes = root.kind === 'all' ? root.nodes : [root]
  const isPassage = ({ kind }: PlanNode): boolean => kind === 'word' || kind === 'phrase'
  return nodes.some(isPassage) && nodes.every(node => isPassage(node) || (node.kind === 'not' && isPassage(node.node)))
}

interface FoundWord {
  readonly word: PlannedWord
  readonly isLoose: boolean
  readonly isExcluded: boolean
}

function collectWords(node: DraftNode): readonly FoundWord[] {
  switch (node.kind) {
    case 'word':
      return [{ word: node.word, isLoose: true, isExcluded: node.isExcluded }]
    case 'phrase':
      return node.words.map(word => ({ word, isLoose: false, isExcluded: node.isExcluded }))
    case 'near':
      return node.parts.flatMap(part => collectWords(part).map(found => ({ ...found, isLoose: false })))
    case 'all':
    case 'any':
      return node.nodes.flatMap(collectWords)
    case 'not':
      return collectWords(node.node)
    case 'fact':
      return []
    default:
      return assertNever(node, 'draft')
  }
}

function wordsOf(part: DraftPart): readonly PlannedWord[] {
  return part.kind === 'word' ? [part.word] : part.words
}

/**
 * A beginning of one letter says little and matches almost everything. Alone it looks at titles and other metadata only;
 * beside other words it waits for a second letter.
 */
function boundShortPrefixes(draft: DraftNode): DraftNode | null {
  const isOnly = collectWords(draft).filter(({ isExcluded }) => !isExcluded).length === 1
  const bound = (node: DraftNode): DraftNode | null => {
    switch (node.kind) {
      case 'word': {
        if (node.isExcluded || !isShort(node.word)) return node
        const fieldMask = node.word.fieldMask & everyFieldButBody
        return isOnly && fieldMask !== 0 ? { ...node, word: { ...node.word, fieldMask } } : null
      }
      case 'all':
      case 'any': {
        const nodes = node.nodes.flatMap(inner => bound(inner) ?? [])
        return nodes.length > 1 ? { kind: node.kind, nodes } : (nodes[0] ?? null)
      }
      case 'not': {
        const inner = bound(node.node)
        return inner && { kind: 'not', node: inner }
      }
      case 'phrase':
      case 'near':
      case 'fact':
        return node
      default:
        return assertNever(node, 'draft')
    }
  }
  return bound(draft)
}

function isShort({ prefix }: PlannedWord): boolean {
  return prefix !== null && /^[\p{L}\p{N}]$/u.test(prefix) && !isIdeograph(prefix)
}

function isIdeograph(letter: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u.test(
    letter
  )
}

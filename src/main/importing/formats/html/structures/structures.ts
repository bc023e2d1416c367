// Owns the order in which a page's structures are put into forms that extraction keeps. Knows none of them itself.
import type { PageDocument } from '../../../markup/dom'
import { calloutClass, calloutTitleClass, keepCallouts } from './callouts'
import { keepCodeBlocks } from './codeBlocks'
import { keepFootnotes } from './footnotes'
import { keepMaths, mathsClass } from './maths'

/** Classes that extraction must leave on their elements. */
export const keptClasses = [
  calloutClass,
  calloutTitleClass,
  'callout-note',
  'callout-tip',
  'callout-warning',
  'footnotes',
  mathsClass
]

/** Rewrites formulas, listings, boxes and footnotes of a page into the library's own forms. */
export function keepStructures(document: PageDocument): void {
  const { body } = document
  keepMaths(document, body)
  keepCodeBlocks(document, body)
  keepCallouts(document, body)
  keepFootnotes(document, body)
}

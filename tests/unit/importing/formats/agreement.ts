// Owns how two texts, and two titles, are compared in the extraction corpora. Reads no files.
import { collectText } from '@shared/text/articleText'
import { finishMarkup } from '../../../../src/main/importing/markup/finishMarkup'
import { parseMarkup } from '../../../../src/main/importing/markup/tree'

/** Runs of letters and digits, in lower case. */
export const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []

/** Harmonic mean of the shares of tokens that both texts have, 0 to 1. */
export function overlap(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const token of other) counts.set(token, (counts.get(token) ?? 0) + 1)
  let common = 0
  for (const token of one) {
    const left = counts.get(token) ?? 0
    if (left > 0) common++
    counts.set(token, left - 1)
  }
  return one.length + other.length === 0 ? 1 : (2 * common) / (one.length + other.length)
}

const image = /<img\b[^>]*>/gi
const alternative = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i

/** An image that cannot be shown is its description, in the reference as in the library. */
const describeImages = (html: string): string =>
  html.replace(image, tag => {
    const [, double, single] = alternative.exec(tag) ?? []
    return `<span class="missing-image">${double ?? single ?? ''}</span>`
  })

/** The text of reference markup as it stands. */
export const textOfMarkup = (html: string): string => collectText(parseMarkup(describeImages(html))).text

/** The text of reference markup as the library would keep it. */
export const textOfFinished = (html: string): string => finishMarkup(describeImages(html)).text

const folded = (title: string): string => title.replace(/\s+/g, ' ').trim()

/** True where both are the same but for white space. */
export const isSameTitle = (one: string, other: string): boolean => folded(one) === folded(other)

/** The arithmetic mean. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

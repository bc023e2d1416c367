// How well articles are found in pages, against the reference of mozilla/readability's own test pages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { collectText } from '@shared/text/articleText'
import { parseMarkup } from '../../../../src/main/importing/markup/tree'
import { describeMaterial, parse } from '../support'

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []

/** Harmonic mean of the shares of tokens that both texts have, 0 to 1. */
function overlap(one: readonly string[], other: readonly string[]): number {
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

describeMaterial('pages of mozilla/readability', 'data/extraction/readability', folder => {
  it('give the reference text, at least 0.95 of its tokens in the mean', async () => {
    const pages = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
    const scores: number[] = []
    for (const { name } of pages) {
      const { text } = await parse(readFileSync(join(folder, name, 'source.html')), 'page.html')
      const reference = collectText(parseMarkup(readFileSync(join(folder, name, 'expected.html'), 'utf8'))).text
      scores.push(overlap(tokensOf(text), tokensOf(reference)))
    }
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    console.log(
      `readability: mean F1 ${mean.toFixed(3)}, least ${Math.min(...scores).toFixed(3)}, ${scores.length} pages`
    )
    expect(mean).toBeGreaterThanOrEqual(0.95)
  }, 60_000)
})

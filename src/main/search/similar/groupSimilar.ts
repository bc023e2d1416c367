// Owns gathering articles of nearly the same text under the one that comes first. Ranks and reads nothing.
import type { ArticleId } from '@shared/model/common'
import { resemblance, sketchLength } from './sketch'
import type { SketchTable } from './sketchTable'

/** From this share of common shingles on, two texts are nearly the same. */
const leastResemblance = 0.6

/** An article that stands for itself and for those of nearly the same text that came after it. */
export interface SimilarGroup<Article> {
  readonly article: Article
  readonly similar: Article[]
}

/** Gathers articles as they come. */
export interface SimilarGroups<Article> {
  readonly groups: ReadonlyArray<SimilarGroup<Article>>
  add(article: Article): void
}

/**
 * Creates an empty gathering. An article is compared with the first of each group only, so that a group never drifts
 * from what it began with; and only with those that have four neighbouring buckets in common, which two texts with 60 %
 * of their shingles in common have in 7 of 10 cases, with 80 % nearly always.
 */
export function createSimilarGroups<Article extends { readonly articleId: ArticleId }>(
  table: SketchTable
): SimilarGroups<Article> {
  const groups: Array<SimilarGroup<Article> & { readonly at: number }> = []
  /** By the number of a band and what stands there: the groups whose first article has it. */
  const byBand = new Map<number, number[]>()
  const bandKey = (band: number, value: number): number => band * 0x1_00_00_00_00 + value

  const findGroup = (at: number): (typeof groups)[number] | null => {
    const { sketches } = table
    for (let band = 0; band < sketchLength; band++) {
      const value = sketches[at + band] ?? 0
      for (const number of (value !== 0 && byBand.get(bandKey(band, value))) || []) {
        const group = groups[number]
        if (group && resemblance(sketches, group.at, sketches, at) >= leastResemblance) return group
      }
    }
    return null
  }

  return {
    groups,
    add: article => {
      const row = table.rowOf(article.articleId)
      const at = row * sketchLength
      const group = row < 0 ? null : findGroup(at)
      if (group) {
        group.similar.push(article)
        return
      }
      const number = groups.push({ article, similar: [], at }) - 1
      if (row < 0) return
      for (let band = 0; band < sketchLength; band++) {
        const value = table.sketches[at + band] ?? 0
        if (value === 0) continue
        const key = bandKey(band, value)
        const known = byBand.get(key)
        if (known) known.push(number)
        else byBand.set(key, [number])
      }
    }
  }
}

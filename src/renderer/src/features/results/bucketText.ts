// Owns how a bar of the histogram is called. Pure.
import type { Bucket, Histogram } from './buckets'
import type { Words } from './resultTexts'

/** A bar's name: its month, its year, or the ten years from its first. */
export function bucketText({ t, formats }: Words, unit: Histogram['unit'], { start }: Bucket): string {
  const year = String(Math.floor(start / 12)).padStart(4, '0')
  if (unit === 'decade') return t('results.decade', { year })
  return unit === 'year' ? year : formats.partialDate(`${year}-${String((start % 12) + 1).padStart(2, '0')}`)
}

// Owns the words of scripts that are written without spaces. Knows nothing of other scripts.

/** A piece of a run and its offset in the run, in UTF-16 code units. */
export interface RunPiece {
  readonly text: string
  readonly start: number
  /** True where the piece is a word found in a run of a script without spaces. */
  readonly isSegmented: boolean
}

const scripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Khmer}\\p{Script=Lao}' +
  // Kangxi and CJK radicals are symbols to Unicode, but PDF files use them as letters; ー and half-width marks belong to kana.
  '\\p{Script=Myanmar}\\u2e80-\\u2fdf\\u30fc\\uff70\\uff9e\\uff9f'
const anySegmented = new RegExp(`[${scripts}]`, 'u')
const runs = new RegExp(`[${scripts}][${scripts}\\p{M}]*|[^${scripts}]+`, 'gu')

// One fixed locale: a query has no language, and both sides must cut alike.
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** True where the text has a letter of Chinese, Japanese, Thai, Khmer, Lao or Burmese. */
export function hasSegmentedScript(text: string): boolean {
  return anySegmented.test(text)
}

/**
 * Cuts a run of letters into words of scripts without spaces (by the dictionaries of ICU, through Intl.Segmenter) and
 * the stretches of other scripts between them, in order.
 */
export function segmentRun(run: string): readonly RunPiece[] {
  const pieces: RunPiece[] = []
  for (const match of run.matchAll(runs)) {
    if (!anySegmented.test(match[0])) {
      pieces.push({ text: match[0], start: match.index, isSegmented: false })
      continue
    }
    for (const segment of segmenter.segment(match[0])) {
      if (segment.isWordLike || anySegmented.test(segment.segment)) {
        pieces.push({ text: segment.segment, start: match.index + segment.index, isSegmented: true })
      }
    }
  }
  return pieces
}

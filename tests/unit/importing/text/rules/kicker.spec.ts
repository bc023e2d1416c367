import { describe, expect, it } from 'vitest'
import { divideText } from '../../../../../src/main/importing/text/blocks'
import { findKicker } from '../../../../../src/main/importing/text/rules/kicker'

const prose =
  'Die Zelle bleibt stehen, weil sie eines Morgens klingelte und jemand abhob, der eigentlich nur fegen wollte.'
const kicker = (...lines: string[]): string | null => findKicker(divideText(lines.join('\n\n')))

describe('findKicker', () => {
  it('knows a section above a title', () => {
    expect(kicker('NASIONAL', 'Warga Bangun Embung Tanpa Proyek', prose)).toBe('NASIONAL')
  })

  it('takes another single word where lines of a head follow the title', () => {
    expect(kicker('Denkmalschutz', 'Wie eine Stadt ihre Zelle rettete', 'Von Moritz Brandt', prose)).toBe(
      'Denkmalschutz'
    )
  })

  it.each([
    ['a one-word title above prose', ['Kesunyian', 'Sebuah cerita dari tepi danau', prose]],
    ['a title of several words', ['Pasar Malam Kembali', 'Warga menyambut dengan tikar dan kopi', prose]],
    ['a word with a full stop', ['Stille.', 'Wie eine Stadt ihre Zelle rettete', 'Von Moritz Brandt', prose]],
    ['a text of one line', ['Sport']]
  ])('leaves %s', (_, lines) => {
    expect(kicker(...lines)).toBe(null)
  })
})

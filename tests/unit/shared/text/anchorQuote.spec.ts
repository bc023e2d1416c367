import { describe, expect, it } from 'vitest'
import { anchorQuote, createAnchorQuote, quoteRange } from '@shared/text/anchorQuote'

const text = [
  'Nelayan menunda melaut. Ombak naik sejak pagi di pesisir utara Jawa.',
  'Kepala pelabuhan berkata: “Kami menunggu angin reda”, lalu menutup gerbang.',
  'Ombak naik sejak pagi di pesisir selatan Bali.'
].join('\n')

const found = (quote: string, prefix = '', suffix = ''): string | null => {
  const range = anchorQuote(text, { quote, prefix, suffix })
  return range && text.slice(range.start, range.end)
}

describe('anchorQuote', () => {
  it('finds nothing for a passage that is not there, and for nothing', () => {
    expect(found('Harga emas turun tajam di bursa London hari ini')).toBeNull()
    expect(found('   ')).toBeNull()
  })

  it('tells equal passages apart by what stands around them', () => {
    const second = anchorQuote(text, {
      quote: 'Ombak naik sejak pagi',
      prefix: 'menutup gerbang.\n',
      suffix: ' di pesisir selatan'
    })
    expect(second?.start).toBe(text.lastIndexOf('Ombak'))
    expect(anchorQuote(text, { quote: 'Ombak naik sejak pagi', prefix: '', suffix: '' })?.start).toBe(
      text.indexOf('Ombak')
    )
  })

  it('sees through white space, quotation marks and soft hyphens', () => {
    expect(found('berkata: "Kami  menunggu\nangin re\u00ADda"')).toBe('berkata: “Kami menunggu angin reda”')
  })

  it('finds a passage of which a few characters have changed', () => {
    expect(found('Kepala pelabuhan berkata: Kami menungu angin redah, lalu menutup gerbang')).toContain(
      'menunggu angin reda'
    )
  })

  it('does not choose between two places that are equally near', () => {
    const twice = 'Harga beras naik lima persen pekan ini. Harga beras naik lama persen pekan ini.'
    expect(anchorQuote(twice, { quote: 'Harga beras naik luma persen pekan ini', prefix: '', suffix: '' })).toBeNull()
  })

  it('looks for many passages without giving up those that are there', () => {
    const sentences = Array.from({ length: 2_000 }, (_, index) => `Kalimat ke-${index}  tentang sawah dan sungai.`)
    const anchor = createAnchorQuote(sentences.join('\n'))
    const missing = 'Kutipan panjang yang sama sekali tidak pernah ada di dalam naskah ini. '.repeat(25)
    for (let index = 0; index < 60; index++) {
      expect(anchor({ quote: `${index} ${missing}`, prefix: '', suffix: '' })).toBeNull()
    }
    const place = anchor({ quote: 'Kalimat ke-1999 tentang sawah', prefix: '', suffix: '' })
    expect(place && sentences.join('\n').slice(place.start, place.end)).toBe('Kalimat ke-1999  tentang sawah')
  })

  it('finds again what it quotes', () => {
    for (let start = 0; start < text.length - 30; start += 7) {
      const range = { start, end: start + 25 }
      expect(anchorQuote(text, quoteRange(text, range))).toEqual(range)
    }
  })
})

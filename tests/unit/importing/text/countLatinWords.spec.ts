import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { countLatinWords, spacedWord } from '../../../../src/main/importing/text/countReading'

const characters = fc.constantFrom(...Array.from("abcZ019 éßŁ×÷'’.,-–—“”…!\n\t"))

it('counts what the pattern finds', () => {
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 60 }), text => {
      expect(countLatinWords(text)).toBe(text.match(spacedWord)?.length ?? 0)
    }),
    { numRuns: 2_000 }
  )
})

it.each(['Мост', 'שלום', '№ 5', '🙂', 'e\u0301'])('leaves %s to the pattern', text => {
  expect(countLatinWords(text)).toBe(null)
})

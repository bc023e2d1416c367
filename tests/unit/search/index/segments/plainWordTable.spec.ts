import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestPlainWord, PlainWordTable } from '../../../../../src/main/search/index/segments/plainWordTable'

const letters = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzAZ'))
const word = fc.array(letters, { minLength: 1, maxLength: longestPlainWord }).map(list => list.join(''))
const unitsOf = (text: string): Uint16Array => Uint16Array.from(text, letter => letter.charCodeAt(0))

it('gives each word, in whatever case, the number that it was given, and no other', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400 }), words => {
      const table = new PlainWordTable()
      const numbers = new Map<string, number>()
      for (const each of words) {
        const known = numbers.get(each.toLowerCase()) ?? -1
        expect(table.find(unitsOf(each), 0, each.length)).toBe(known)
        if (known >= 0) continue
        table.put(numbers.size)
        numbers.set(each.toLowerCase(), numbers.size)
      }
    })
  )
})

it('keeps them all when it grows', () => {
  const table = new PlainWordTable()
  const nameOf = (number: number): string =>
    Array.from(String(number), digit => String.fromCharCode(97 + Number(digit))).join('')
  const find = (number: number): number => table.find(unitsOf(nameOf(number)), 0, nameOf(number).length)
  const count = 60_000
  for (let number = 0; number < count; number++) {
    if (find(number) === -1) table.put(number)
  }
  expect(Array.from({ length: count }, (_, number) => find(number)).every((found, number) => found === number)).toBe(
    true
  )
})

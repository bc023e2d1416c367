// The short way from blocks to finished markup is allowed only because it ends where the long way ends.
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { finishBlocks } from '../../../../src/main/importing/markup/finishBlocks'
import { finishMarkup } from '../../../../src/main/importing/markup/finishMarkup'
import { divideText, type TextBlock } from '../../../../src/main/importing/text/blocks'
import { decodeText } from '../../../../src/main/importing/text/decodeText'
import { renderBlocks } from '../../../../src/main/importing/text/renderBlocks'

const piece = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&amp;',
    '&lt;b>',
    '"quoted"',
    "it's",
    '\u00A0',
    '  ',
    ' ',
    '\t',
    '\n',
    '\0',
    '\u2003',
    '\uFEFF',
    '🙂',
    '\uD800',
    'שלום',
    '</p>',
    '<!--',
    ']]>',
    '\u0085'
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.lorem({ maxCount: 6 })
)
const line = fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join(''))
const lines = fc.array(line, { maxLength: 4 })
const block: fc.Arbitrary<TextBlock> = fc.oneof(
  lines.map(all => ({ kind: 'paragraph' as const, lines: all })),
  fc
    .tuple(line, fc.constantFrom(2 as const, 3 as const))
    .map(([text, level]) => ({ kind: 'heading' as const, text, level })),
  fc.tuple(lines, fc.boolean()).map(([items, isOrdered]) => ({ kind: 'list' as const, items, isOrdered })),
  line.map(text => ({ kind: 'related' as const, text }))
)

it('gives what the long way gives, whatever the blocks hold', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), blocks => {
      expect(finishBlocks(blocks)).toEqual(finishMarkup(renderBlocks(blocks)))
    }),
    { numRuns: 3_000 }
  )
})

it('gives what the long way gives for long ordinary text', () => {
  const words = fc.lorem({ maxCount: 40, mode: 'sentences' })
  const paragraph = words.map(text => ({ kind: 'paragraph' as const, lines: [text.replaceAll('e', 'é & <')] }))
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 12, minLength: 1 }), blocks => {
      expect(finishBlocks(blocks)).toEqual(finishMarkup(renderBlocks(blocks)))
    }),
    { numRuns: 50 }
  )
})

const fixtures = resolve('tests/fixtures/text')
it.each(readdirSync(fixtures))('gives what the long way gives for %s', slug => {
  const blocks = divideText(decodeText(readFileSync(join(fixtures, slug, 'source.txt'))).text)
  expect(finishBlocks(blocks)).toEqual(finishMarkup(renderBlocks(blocks)))
})

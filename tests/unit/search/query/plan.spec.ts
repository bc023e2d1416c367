import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../../../../src/main/search/analysis/analyzer'
import { normaliseWord } from '../../../../src/main/search/analysis/normalise'
import { everyField, everyFieldButBody } from '../../../../src/main/search/query/fields'
import { dissolvePhrases, type QueryPlan } from '../../../../src/main/search/query/plan'
import { planQuery } from '../../../../src/main/search/query/planQuery'
import { queryTexts } from './queryTexts'

const analyzer = createAnalyzer()
const plan = (query: string, isTyping = false): QueryPlan => planQuery(query, isTyping, { analyzer, languages: ['id'] })
const words = ({ words: planned }: QueryPlan): readonly string[] =>
  planned.map(
    ({ folded, prefix, fieldMask }) =>
      `${folded}${prefix === null ? '' : '*'}${fieldMask === everyFieldButBody ? ' (metadata)' : ''}`
  )

describe('the plan of a query', () => {
  it('can be made of whatever was typed, and each word stands where it says', () => {
    fc.assert(
      fc.property(queryTexts, fc.boolean(), (query, isTyping) => {
        const { words: planned, excludedWords } = plan(query, isTyping)
        for (const { exact, place } of [...planned, ...excludedWords]) {
          expect(normaliseWord(query.slice(place.start, place.end))).toBe(exact)
        }
      }),
      { numRuns: 2_000 }
    )
  })

  it('looks for a single letter in metadata only, until the second comes', () => {
    expect([words(plan('r', true)), words(plan('ru', true))]).toEqual([['r* (metadata)'], ['ru*']])
  })

  it('leaves a single letter out beside other words, until the second comes', () => {
    expect([words(plan('senjata r', true)), words(plan('senjata ru', true))]).toEqual([['senjata'], ['senjata', 'ru*']])
  })

  it('looks for a single letter everywhere when it is all that was meant', () => {
    expect(words(plan('r'))).toEqual(['r'])
  })

  it('takes a run of words and signs apart', () => {
    expect(words(plan('jam:rusia'))).toEqual(['jam', 'rusia'])
  })

  it('lets the words of scripts without spaces go on, since their ends are guesses', () => {
    expect(words(plan('東京'))).toEqual(['東京*'])
  })

  it('looks for the words of a phrase as written, and for the phrase', () => {
    const planned = plan('perang "korea utara"')
    expect(planned.words.map(({ terms }) => terms.some(({ kind }) => kind === 'stem'))).toEqual([true, false, false])
    expect([planned.looseWords, planned.phrases]).toEqual([
      1,
      [{ words: ['korea', 'utara'], isLastPrefix: false, fieldMask: everyField }]
    ])
  })

  it('takes the quotes of a single word for its exact form', () => {
    const planned = plan('"menyerang"')
    expect([planned.phrases, planned.words.flatMap(({ terms }) => terms.map(({ kind }) => kind))]).toEqual([
      [],
      ['exact']
    ])
  })

  it('excludes words where they stand together when they were written as one run', () => {
    expect(plan('-example.com').excludedPhrases).toEqual([
      { words: ['example', 'com'], isLastPrefix: false, fieldMask: everyField }
    ])
  })

  it('can give its phrases up and keep their words', () => {
    const { phrases, looseWords } = dissolvePhrases(plan('"korea utara"'))
    expect([phrases, looseWords]).toEqual([[], 2])
  })
})

import { describe, expect, it } from 'vitest'
import {
  areValues,
  restBehindCaret,
  suggestionsFor,
  takeSuggestion,
  type CompletionAnswer,
  type Suggestion
} from '../../../../../src/renderer/src/features/search/completion'

const word = (text: string): Suggestion => ({ kind: 'word', text, count: 3 })
const value = (text: string): Suggestion => ({ kind: 'value', text, count: 3 })
const field = (text: string): Suggestion => ({ kind: 'field', text, count: null })
const answer = (query: string, start: number, items: Suggestion[], end = query.length): CompletionAnswer => ({
  query,
  completions: { start, end, items }
})

describe('suggestionsFor', () => {
  it('are none without an answer, or with one to another query', () => {
    expect([
      suggestionsFor(null, 'per'),
      suggestionsFor(answer('sungai per', 7, [word('perahu')]), 'danau per')
    ]).toEqual([[], []])
  })

  it('leave out what stands there already', () => {
    const items = [value('Sungai'), value('"sungai"'), value('"sungai besar"')]
    expect(suggestionsFor(answer('tag:sungai', 4, items), 'tag:sungai')).toEqual([value('"sungai besar"')])
  })

  it('stay while one types on in the same piece', () => {
    expect(suggestionsFor(answer('a per b', 2, [word('perahu')], 5), 'a pera b')).toEqual([word('perahu')])
  })
})

describe('areValues', () => {
  it.each([
    [[], false],
    [[value('a'), word('b')], false],
    [[value('a'), value('b')], true]
  ])('of %j is %s', (items, expected) => {
    expect(areValues(items)).toBe(expected)
  })
})

describe('restBehindCaret', () => {
  it.each([
    ['before the end of the query', answer('per b', 0, [word('perahu')], 3), 'per b'],
    ['for a piece that is not begun', answer('tag:', 4, [value('tea')]), 'tag:'],
    ['where nothing goes on from the letters', answer('per', 0, [word('sungai')]), 'per'],
    ['where the query has gone another way', answer('per', 0, [word('perahu')]), 'pert']
  ])('is empty %s', (_when, given, query) => {
    expect(restBehindCaret(given, query)).toBe('')
  })

  it('keeps the letters as they were typed', () => {
    expect(restBehindCaret(answer('Per', 0, [word('perahu')]), 'Pera')).toBe('hu')
  })

  it('takes a word before a field, and a field where there is no word', () => {
    expect([
      restBehindCaret(answer('la', 0, [field('lang:'), word('langit')]), 'la'),
      restBehindCaret(answer('la', 0, [field('lang:')]), 'la')
    ]).toEqual(['ngit', 'ng:'])
  })
})

describe('takeSuggestion', () => {
  it('replaces the piece, also where it has grown since', () => {
    expect(takeSuggestion(answer('a per b', 2, [word('perahu')], 5), 'a pera b', word('perahu'))).toEqual({
      query: 'a perahu b',
      caret: 8
    })
  })
})

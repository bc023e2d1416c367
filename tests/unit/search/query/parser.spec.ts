import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../src/main/search/query/parser'
import { printQuery } from '../../../../src/main/search/query/printer'
import type { QueryNode } from '../../../../src/main/search/query/syntax'
import { queryTexts } from './queryTexts'

/** The tree as text with every bracket; empty where the query says nothing. */
function inShort(query: string, isTyping = false): string {
  const { root } = parseQuery(query, isTyping)
  return root ? shorten(root) : ''
}

function shorten(node: QueryNode): string {
  if (node.kind === 'not') return `-${shorten(node.operand)}`
  if (node.kind === 'field') return `${node.field}:${shorten(node.operand)}`
  if (node.kind === 'word' || node.kind === 'phrase') return printQuery(node)
  const sign = node.kind === 'near' ? ` near/${node.distance} ` : node.kind === 'and' ? ' & ' : ' | '
  return `(${node.operands.map(shorten).join(sign)})`
}

/** The problems with the pieces that they are about. */
function problemsOf(query: string, isTyping = false): readonly string[] {
  return parseQuery(query, isTyping).problems.map(({ code, start, end }) => `${code} ${query.slice(start, end)}`)
}

function withoutPlaces(node: QueryNode | null): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (['start', 'end', 'signLength'].includes(key) ? undefined : value))
  )
}

function eachNode(node: QueryNode | null): readonly QueryNode[] {
  if (!node) return []
  if ('operands' in node) return [node, ...node.operands.flatMap(eachNode)]
  return 'operand' in node ? [node, ...eachNode(node.operand)] : [node]
}

describe('a query that does not parse', () => {
  it.each([
    ['a group that is not closed', '(rusia ukraina', ['group_not_closed ('], '(rusia & ukraina)'],
    ['a bracket that closes nothing', 'rusia) ukraina', ['group_not_opened )'], '(rusia & ukraina)'],
    ['a phrase that is not closed', 'rusia "korea ut', ['phrase_not_closed "korea ut'], '(rusia & "korea ut")'],
    ['an alternative to nothing', 'OR rusia', ['operand_missing OR'], 'rusia'],
    ['an alternative with nothing behind', '(rusia |) a', ['operand_missing |'], '(rusia & a)'],
    ['two alternative signs', 'rusia OR OR a', ['operand_missing OR'], '(rusia | a)'],
    ['NEAR with nothing beside it', 'NEAR/3 rusia', ['operand_missing NEAR/3'], 'rusia'],
    ['NEAR beside a group', 'a NEAR/3 (b OR c)', ['near_operand NEAR/3'], '(a & (b | c))'],
    ['a field with nothing behind', 'title: rusia', ['value_missing title: rusia'], 'rusia'],
    ['a state that does not exist', 'is:merah rusia', ['value_unknown merah'], '(is:merah & rusia)'],
    ['a day that does not exist', 'rusia after:2023-02-30', ['date_unknown 2023-02-30'], '(rusia & after:2023-02-30)'],
    ['a format that does not exist', 'format:wordstar', ['value_unknown wordstar'], 'format:wordstar']
  ])('says where and why, and keeps the rest: %s', (_, query, problems, tree) => {
    expect([problemsOf(query), inShort(query)]).toEqual([problems, tree])
  })

  it.each(['(rusia', 'rusia OR', 'rusia -', 'a NEAR/3', 'title:', 'is:st', 'after:20', '"korea', 'tag:('])(
    'is no problem yet while its end is being typed: %s',
    query => {
      expect(problemsOf(query, true)).toEqual([])
    }
  )

  it('is one while its middle is wrong', () => {
    expect(problemsOf('is:merah rus', true)).toEqual(['value_unknown merah'])
  })

  it('never makes the parser fail, and every place lies in it', () => {
    fc.assert(
      fc.property(queryTexts, fc.boolean(), (query, isTyping) => {
        const { root, problems } = parseQuery(query, isTyping)
        for (const { start, end } of [...eachNode(root), ...problems]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(query.length)
        }
      }),
      { numRuns: 3_000 }
    )
  })

  it('is parsed however deep its groups are', () => {
    expect(inShort(`${'('.repeat(400)}rusia${' -('.repeat(190)}`)).toBe('rusia')
  })
})

describe('a query', () => {
  it('is the same when its tree is written and parsed again', () => {
    fc.assert(
      fc.property(queryTexts, query => {
        const { root } = parseQuery(query, false)
        const again = parseQuery(root ? printQuery(root) : '', false)
        expect(withoutPlaces(again.root)).toEqual(withoutPlaces(root))
      }),
      { numRuns: 3_000 }
    )
  })

  it.each([
    ['words', 'senjata  rusia', '(senjata & rusia)'],
    ['a beginning', 'rus*', 'rus*'],
    ['a word with errors', 'rusai~', 'rusai~'],
    ['a word as written', '=menyerang', '=menyerang'],
    ['a phrase', '"korea utara" rusia', '("korea utara" & rusia)'],
    ['a phrase in typographic quotes', '“korea utara”', '"korea utara"'],
    ['a phrase whose last word goes on', '"korea ut*"', '"korea ut*"'],
    ['an excluded word', 'rusia -ukraina', '(rusia & -ukraina)'],
    ['an excluded phrase', '-"korea utara" rusia', '(-"korea utara" & rusia)'],
    ['an excluded group', 'rusia -(perang OR damai)', '(rusia & -(perang | damai))'],
    ['a hyphen inside a word', 'anti-korupsi', 'anti-korupsi'],
    ['alternatives, which bind less than words', 'a b OR c d', '((a & b) | (c & d))'],
    ['alternatives with a stroke', 'rusia|ukraina', '(rusia | ukraina)'],
    ['groups in groups', 'a (b OR (c d))', '(a & (b | (c & d)))'],
    ['AND and NOT as what they say', 'a AND b NOT c', '(a & b & -c)'],
    ['small words as words', 'a or b atau ATAU', '(a & or & b & atau & ATAU)'],
    ['words near each other', 'perang NEAR/5 "korea utara" damai', '((perang near/5 "korea utara") & damai)'],
    ['three words near each other', 'a NEAR/2 b NEAR/2 c', '(a near/2 b near/2 c)'],
    ['fields', 'title:rusia text:"korea utara"', '(title:rusia & text:"korea utara")'],
    ['a field of a group', 'title:(rusia OR ukraina)', 'title:(rusia | ukraina)'],
    ['an excluded field', '-source:kompas', '-source:kompas'],
    ['other names of fields', 'Author:sri year:2023', '(byline:sri & on:2023)'],
    ['a filter with values', 'tag:(sawah OR "kebun teh")', 'tag:(sawah | "kebun teh")'],
    ['what only looks like a field', 'http://example.com jam:10', '(http://example.com & jam:10)'],
    ['signs alone as nothing', '- -- * "" " " ~ = ()', '']
  ])('reads %s', (_, query, tree) => {
    expect(inShort(query)).toBe(tree)
  })

  it.each([
    ['lets the last word go on', 'senjata rus', '(senjata & rus*)'],
    ['does not after a space', 'senjata rus ', '(senjata & rus)'],
    ['lets an open phrase go on', '"korea ut', '"korea ut*"'],
    ['does not let a closed phrase go on', '"korea ut"', '"korea ut"'],
    ['does not let an excluded word go on', 'rusia -u', '(rusia & -u)'],
    ['does not let a word in an excluded group go on', 'rusia -(a u', '(rusia & -(a & u))'],
    ['lets the value of a filter go on', 'tag:sa', 'tag:sa*'],
    ['leaves a word with errors as it is', 'rusai~', 'rusai~']
  ])('while it is typed %s', (_, query, tree) => {
    expect(inShort(query, true)).toBe(tree)
  })
})

// The golden corpus against an independent truth: tests/fixtures/text/<slug>/fields.json, written by hand from reading the
// text. A field that is found wrongly counts against precision, one that is not found against recall.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { parseArticle } from '../../../src/main/importing/pipeline'

const folder = resolve('tests/fixtures/text')
const single = ['title', 'deck', 'siteName', 'publishedAt', 'byline', 'sourceCredit', 'datelinePlace'] as const
type Fields = { readonly [Field in (typeof single)[number]]: string | null } & {
  readonly relatedMentions: readonly string[]
}

/** Titles of texts that have none are made of their first sentence; they are no finding. */
const leastSureTitle = 0.41
const least = 0.97

/** The values of a field as a list; letter case and the form of quotation marks say nothing. */
function valuesOf(fields: Fields, field: keyof Fields): string[] {
  const value = fields[field]
  const values = typeof value === 'string' ? [value] : (value ?? [])
  return values.map(each => each.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' '))
}

function foundIn(article: ImportedArticle): Fields {
  const isNoTitle = (article.inferred.title?.confidence ?? 1) < leastSureTitle
  return { ...article, title: isNoTitle ? null : article.title }
}

interface Score {
  right: number
  wrong: number
  missing: number
}

const f1 = ({ right, wrong, missing }: Score): number => (right === 0 ? 0 : (2 * right) / (2 * right + wrong + missing))

describe('the golden corpus of plain text', async () => {
  const slugs = readdirSync(folder).toSorted()
  const scores = new Map<keyof Fields, Score>()
  const mistakes: string[] = []
  for (const slug of slugs) {
    const bytes = readFileSync(join(folder, slug, 'source.txt'))
    const found = foundIn(await parseArticle({ fileName: `${slug}.txt`, path: null, bytes }))
    const truth = JSON.parse(readFileSync(join(folder, slug, 'fields.json'), 'utf8')) as Fields
    for (const field of [...single, 'relatedMentions'] as const) {
      const [expected, actual] = [valuesOf(truth, field), valuesOf(found, field)]
      const right = actual.filter(value => expected.includes(value)).length
      const score = scores.get(field) ?? { right: 0, wrong: 0, missing: 0 }
      score.right += right
      score.wrong += actual.length - right
      score.missing += expected.length - right
      scores.set(field, score)
      if (right < actual.length || right < expected.length) {
        mistakes.push(`${slug}: ${field} is ${JSON.stringify(found[field])}, not ${JSON.stringify(truth[field])}`)
      }
    }
  }

  it('holds at least sixty articles, thirty of them Indonesian', () => {
    const indonesian = slugs.filter(slug => slug.startsWith('id-'))
    expect([slugs.length >= 60, indonesian.length >= 30]).toEqual([true, true])
  })

  it('prints what it finds', () => {
    const table = [...scores].map(([field, score]) => {
      const precision = score.right / Math.max(1, score.right + score.wrong)
      const recall = score.right / Math.max(1, score.right + score.missing)
      return `${field} F1 ${f1(score).toFixed(3)} (precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${score.right + score.missing} true)`
    })
    console.log(`golden corpus (${slugs.length} articles):\n  ${table.join('\n  ')}`)
    if (mistakes.length > 0) console.log(`golden corpus mistakes:\n  ${mistakes.join('\n  ')}`)
    expect(table).toHaveLength(single.length + 1)
  })

  it.each(['title', 'deck', 'siteName', 'publishedAt', 'byline', 'sourceCredit', 'relatedMentions'] as const)(
    `finds %s with an F1 of at least ${least}`,
    field => {
      expect(f1(scores.get(field) ?? { right: 0, wrong: 1, missing: 1 })).toBeGreaterThanOrEqual(least)
    }
  )
})

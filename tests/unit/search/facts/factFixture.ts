// Owns the random facts and filters of the tests.
import * as fc from 'fast-check'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { makeFacts } from '../libraryFixture'

const maybe = (...values: string[]) => fc.constantFrom(null, ...values)

/** Facts of one article, whose id is to be given. */
export const randomFacts: fc.Arbitrary<Omit<ArticleFacts, 'articleId'>> = fc
  .record({
    siteName: maybe('Kompas', 'Kompas.com', 'Warta Desa', 'The New York Times', 'Jum’at Post'),
    sourceCredit: maybe('VOA', 'Antara'),
    language: maybe('id', 'en', 'en-GB'),
    format: fc.constantFrom('text' as const, 'html' as const, 'pdf' as const),
    published: maybe('2022-12-31', '2023-01-01', '2023-05-17', '2023-05-17T23:59:00+09:00', '2024-02-29'),
    importedAt: fc.nat(5),
    isRead: fc.boolean(),
    isStarred: fc.boolean(),
    isArchived: fc.boolean(),
    hasHighlight: fc.boolean(),
    hasNote: fc.boolean(),
    hasImage: fc.boolean(),
    tags: fc.uniqueArray(fc.constantFrom('Sawah', 'Kebun teh', 'Perang'), { maxLength: 3 })
  })
  .map(facts => ({ ...facts, publishedAt: facts.published === null ? null : Date.parse(facts.published) }))

/** Articles with ids a0, a1 … */
export const factLists: fc.Arbitrary<readonly ArticleFacts[]> = fc
  .array(randomFacts, { maxLength: 12 })
  .map(list => list.map((facts, number) => makeFacts(`a${number}`, facts)))

/** Filters as they are written. */
export const filterTexts = fc.constantFrom(
  'source:kompas',
  'source:"kompas"',
  'source:komp*',
  'source:jumat',
  'source:york',
  'source:-',
  'credit:voa',
  'tag:sawah',
  'tag:"kebun teh"',
  'tag:keb*',
  'lang:en',
  'lang:en-gb',
  'format:html',
  'format:p*',
  'is:read',
  'is:unread',
  'is:starred',
  'is:archived',
  'is:inbox',
  'has:highlight',
  'has:note',
  'has:image',
  'has:tag',
  'has:date',
  'after:2023',
  'before:2023-05-17',
  'on:2023-05',
  'on:2024-02-29'
)

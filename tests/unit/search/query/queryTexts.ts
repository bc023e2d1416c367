// Owns the random queries of the tests: any characters, and signs of the query language in any disorder.
import * as fc from 'fast-check'

const pieces = [
  'rusia',
  'Senjata',
  'a',
  '1.000',
  'anak-anak',
  'example.com',
  'title:',
  'TEXT:',
  'tag:',
  'source:',
  'is:',
  'is:read',
  'has:note',
  'after:',
  '2023',
  '2023-02-30',
  '7d',
  'lang:id',
  'format:pdf',
  'x:y',
  '"',
  '“',
  '”',
  '«',
  '»',
  '(',
  ')',
  '|',
  '-',
  '--',
  '=',
  '*',
  '~',
  'OR',
  'or',
  'AND',
  'NOT',
  'ATAU',
  'NEAR/3',
  'NEAR/',
  ':',
  ' ',
  ' ',
  ' ',
  ' ',
  '\n',
  '東京'
]

/** Queries that mean something here and there. */
export const queryTexts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map(parts => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map(parts => parts.join(' '))
)

import { describe, expect, it } from 'vitest'
import { readableSample } from '../../../../../src/renderer/src/features/reader/encodingSample'

describe('readableSample', () => {
  it('leaves plain text as it is', () => {
    expect(readableSample('1 < 2\n\n<p> is a tag', 'text')).toBe('1 < 2\n\n<p> is a tag')
  })

  it.each([
    ['tags', '<p>Řeka <b>Labe</b></p>', 'Řeka Labe'],
    ['a tag that was cut at the beginning', 'ss="lead">Řeka', 'Řeka'],
    ['a tag that was cut at the end', 'Řeka <a href="https://', 'Řeka'],
    ['scripts and styles', '<style>p{color:red}</style><script>go()</script>Řeka', 'Řeka']
  ])('takes %s out of a page', (_, sample, readable) => {
    expect(readableSample(sample, 'html')).toBe(readable)
  })

  it('shows the markup where a piece of a page has nothing else, or reads as none', () => {
    expect([readableSample('<br>', 'html'), readableSample('㰡摯捴', 'html')]).toEqual(['<br>', '㰡摯捴'])
  })
})

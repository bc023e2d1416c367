import { describe, expect, it } from 'vitest'
import { divideText } from '../../../../src/main/importing/text/blocks'

const wrapped = [
  'For thirty years the sleeper was treated as a relic, kept alive by',
  'enthusiasts and a handful of stubborn timetable planners. Then, in',
  'the space of two winters, the bookings doubled.'
]

describe('divideText', () => {
  it('takes each line for a paragraph where lines are long', () => {
    const line = 'Sebuah kalimat yang panjang sekali dan tidak dibungkus oleh siapa pun. '.repeat(3).trim()
    expect(divideText([line, line, line].join('\n'))).toHaveLength(3)
  })

  it('joins lines that were wrapped', () => {
    expect(divideText([...wrapped, '', ...wrapped].join('\n'))).toEqual([
      { kind: 'paragraph', lines: [wrapped.join(' ')] },
      { kind: 'paragraph', lines: [wrapped.join(' ')] }
    ])
  })

  it.each([
    ['set apart by a blank line', ['']],
    ['right above them', []]
  ])('joins lines that were wrapped below a labelled head %s', (_, between) => {
    const head = [
      'Title: The Quiet Return of the Night Train Across the Whole of the Old Continent Once More',
      'Author: E. Whitcombe',
      'Date: 14 March 2024',
      'URL: https://contoh.example/a'
    ]
    expect(divideText([...head, ...between, ...wrapped, '', ...wrapped].join('\n'))).toEqual([
      ...head.map(line => ({ kind: 'paragraph', lines: [line] })),
      { kind: 'paragraph', lines: [wrapped.join(' ')] },
      { kind: 'paragraph', lines: [wrapped.join(' ')] }
    ])
  })

  it('joins lines that were wrapped below a title and a byline', () => {
    const blocks = divideText(['By Jane Doe', 'March 5, 2024', '', ...wrapped, '', ...wrapped].join('\n'))
    expect(blocks).toHaveLength(4)
  })

  it('divides five hundred thousand lines', () => {
    expect(divideText('Baris pendek\n'.repeat(500_000))).toHaveLength(500_000)
  })

  it('keeps the hyphen of a word that was parted at a line end', () => {
    const lines = ['Sejak pagi mereka menunggu di tepi jalan bersama para tetua dan anak-', ...wrapped]
    const [block] = divideText([...lines, '', ...wrapped].join('\n'))
    expect(block).toMatchObject({ lines: [expect.stringContaining('tetua dan anak-For thirty') as string] })
  })

  it('reads the line ends of every system', () => {
    expect(divideText('a\r\n\r\nb\r\rc\n\nd')).toHaveLength(4)
  })

  it('keeps the lines of verse', () => {
    const verse = ['Di ujung jalan', 'ada lampu kecil', 'yang tak padam']
    expect(divideText(['Judul', '', ...verse, '', ...verse].join('\n'))[1]).toEqual({ kind: 'paragraph', lines: verse })
  })

  it('makes a list of items with the same mark', () => {
    expect(divideText('Bahan:\n\n- gula\n- garam\n- air')[1]).toEqual({
      kind: 'list',
      isOrdered: false,
      items: ['gula', 'garam', 'air']
    })
  })

  it('makes a list of numbers that count up, with blank lines between them', () => {
    expect(divideText('Langkah\n\n1. satu\n\n2. dua\n\n3. tiga')[1]).toEqual({
      kind: 'list',
      isOrdered: true,
      items: ['satu', 'dua', 'tiga']
    })
  })

  it.each(['1990. Tahun yang sepi\n1987. Tahun yang ramai', '- hanya satu', '- a\n* b'])(
    'makes no list of %j',
    text => {
      expect(divideText(text).every(block => block.kind === 'paragraph')).toBe(true)
    }
  )
})

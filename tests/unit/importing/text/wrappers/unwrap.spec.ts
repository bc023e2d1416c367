import { describe, expect, it } from 'vitest'
import { unwrap } from '../../../../../src/main/importing/text/wrappers/unwrap'

const letter = 'From: Ana <ana@example.org>\nTo: Ben\nDate: 5 March 2024\nSubject: Fwd: RE: The pond\n\nIt froze.'

describe('a forwarded letter', () => {
  it.each([
    '',
    '---------- Forwarded message ---------\n',
    'Begin forwarded message:\n\n',
    '-----Original Message-----\n'
  ])('is unwrapped below %j', marker => {
    expect(unwrap(marker + letter)).toEqual({
      text: '\nIt froze.',
      stated: { title: 'The pond', byline: 'Ana', publishedAt: '2024-03-05' }
    })
  })

  it('loses its quotation marks and its signature', () => {
    expect(
      unwrap(`${letter.replace('It froze.', '> It froze.\n> \n> Twice.')}\n\n-- \nAna\nKeeper of ponds`).text
    ).toBe('\nIt froze.\n\nTwice.\n')
  })

  it('keeps quotation marks where only a part is quoted', () => {
    expect(unwrap(letter.replace('It froze.', 'She wrote:\n\n> It froze.\n\nI agree.')).text).toContain('> It froze.')
  })

  it.each([
    'From: here to there\nSubject: walking\n\nA poem has no recipient.',
    'Title: A\nFrom: B\nSubject: C\nTo: D\n\nText.',
    letter.replace('It froze.', ''),
    'Dari jalan ini: sampai ke sana\n\nTeks.'
  ])('is no letter: %j', text => {
    expect(unwrap(text)).toEqual({ text, stated: {} })
  })
})

describe("Project Gutenberg's wrapping", () => {
  const book =
    'The Project Gutenberg EBook of A Pond\r\n\r\nTitle: A Pond\r\n  and its Frogs\r\n\r\nAuthor: Ana Reed\r\n\r\nLanguage: Dutch\r\n\r\n' +
    '*** START OF THE PROJECT GUTENBERG EBOOK A POND ***\r\n\r\nProduced by volunteers\r\n\r\nIt froze.\r\n\r\n' +
    '*** END OF THE PROJECT GUTENBERG EBOOK A POND ***\r\n\r\nLicence.'

  it('leaves the book and states its fields', () => {
    const { text, stated } = unwrap(book)
    expect([text.trim(), stated]).toEqual([
      'It froze.',
      { siteName: 'Project Gutenberg', title: 'A Pond and its Frogs', byline: 'Ana Reed', language: 'nl' }
    ])
  })

  it('is left where its end is missing', () => {
    expect(unwrap(book.slice(0, book.indexOf('*** END'))).text.trim()).toBe('It froze.')
  })

  it('is not seen in a text that speaks of it', () => {
    const text = 'He read *** START OF THE PROJECT GUTENBERG EBOOK *** aloud.'
    expect(unwrap(text)).toEqual({ text, stated: {} })
  })
})

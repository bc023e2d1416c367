import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  isCliCall,
  parseDataDir,
  parseHandedFiles,
  parseOpenedFiles,
  typedArguments
} from '../../../src/main/electron/openedFiles'

describe('parseOpenedFiles', () => {
  it('takes switches and the data folder for no files', () => {
    expect(parseOpenedFiles(['--no-sandbox', '--data-dir', '/tmp/x', '', '--flag=a'], '/home')).toEqual([])
  })

  it('makes paths absolute against the folder they were typed in', () => {
    expect(parseOpenedFiles(['a.txt', '/b/c.md'], '/home/sri')).toEqual([
      resolve('/home/sri/a.txt'),
      resolve('/b/c.md')
    ])
  })
})

describe('parseOpenedFiles, of addresses', () => {
  it('takes file addresses for the paths they mean, and no other address for a file', () => {
    const given = ['file:///home/sri/a%20b.txt', 'https://example.org/a.txt', 'file://%zz']
    expect(parseOpenedFiles(given, '/home')).toEqual(['/home/sri/a b.txt'])
  })
})

describe('parseDataDir', () => {
  it.each<[string[], string | undefined]>([
    [[], undefined],
    [['a.txt'], undefined],
    [['--data-dir', 'here', 'a.txt'], 'here'],
    [['a.txt', '--data-dir=there'], 'there']
  ])('finds in %j the folder %j', (words, folder) => {
    expect(parseDataDir(words)).toBe(folder)
  })
})

describe('typedArguments', () => {
  it('leaves out the executable, and unpackaged the program’s folder too', () => {
    expect(typedArguments(['/opt/lontar', 'a.txt'], true)).toEqual(['a.txt'])
    expect(typedArguments(['/x/electron', '--inspect=0', '.', '--data-dir', 'd', 'a.txt'], false)).toEqual([
      '--data-dir',
      'd',
      'a.txt'
    ])
    expect(typedArguments(['/x/electron'], false)).toEqual([])
  })
})

describe('isCliCall', () => {
  it.each([[['search', 'x']], [['--data-dir', 'list', 'import', 'a.txt']], [['--json', 'list']]])(
    'knows %j as a call',
    words => {
      expect(isCliCall(words)).toBe(true)
    }
  )

  it.each([[[]], [['a.txt', 'search']], [['/home/import']], [['--data-dir', 'list']]])('knows %j as no call', words => {
    expect(isCliCall(words)).toBe(false)
  })
})

describe('parseHandedFiles', () => {
  it.each([undefined, null, 'a.txt', ['a.txt'], { files: 'a.txt' }, { files: [1] }])(
    'takes no file from %j',
    message => {
      expect(parseHandedFiles(message)).toEqual([])
    }
  )

  it('takes the files of a second start', () => {
    expect(parseHandedFiles({ files: ['/a.txt', '/b.md'] })).toEqual(['/a.txt', '/b.md'])
  })
})

import { describe, expect, it } from 'vitest'
import { walkEntries, type DroppedEntry } from '../../../../../src/renderer/src/features/importing/droppedFiles'

function file(name: string): DroppedEntry {
  return { isFile: true, isDirectory: false, name, file: resolve => resolve(new File(['text'], name)) }
}

function broken(name: string): DroppedEntry {
  return { isFile: true, isDirectory: false, name, file: (_resolve, reject) => reject(new Error('gone')) }
}

/** A folder that gives its entries in batches, as browsers do. */
function folder(name: string, children: readonly DroppedEntry[], batch = 2): DroppedEntry {
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      let given = 0
      return {
        readEntries: resolve => {
          resolve(children.slice(given, given + batch))
          given += batch
        }
      }
    }
  }
}

const paths = async (entries: readonly DroppedEntry[]) => {
  const { files, unreadable } = await walkEntries(entries)
  return { files: files.map(each => each.relativePath), unreadable }
}

describe('droppedFiles', () => {
  it('names a file that cannot be read, and goes on', async () => {
    expect(await paths([folder('news', [broken('lost.txt'), file('kept.txt')])])).toEqual({
      files: ['news/kept.txt'],
      unreadable: ['news/lost.txt']
    })
  })

  it('finds nothing in an empty folder', async () => {
    expect(await paths([folder('empty', [])])).toEqual({ files: [], unreadable: [] })
  })

  it('reads a folder to its end, batch by batch, and the folders in it', async () => {
    const inner = folder('inner', [file('d.txt')])
    const all = [folder('outer', [file('a.txt'), inner, file('b.txt'), file('c.txt'), file('e.txt')]), file('f.md')]
    expect((await paths(all)).files).toEqual([
      'outer/a.txt',
      'outer/inner/d.txt',
      'outer/b.txt',
      'outer/c.txt',
      'outer/e.txt',
      'f.md'
    ])
  })
})

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collectFiles } from '../../../../src/main/importing/files/collectFiles'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lontar-walk-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), 'isi')
  }
}

/** Each find as its path within the test's folder, a failure with its code. */
async function walk(paths: readonly string[] = [root], signal?: AbortSignal): Promise<string[]> {
  const found: string[] = []
  for await (const one of collectFiles(paths, signal ? { signal } : {})) {
    const path = relative(root, one.path)
    found.push(one.kind === 'file' ? path : `${path}: ${one.error.code}`)
  }
  return found
}

describe('collectFiles', () => {
  it('says that a path leads nowhere and goes on', async () => {
    write('a.txt')
    expect(await walk([join(root, 'none'), join(root, 'a.txt')])).toEqual(['none: file_missing', 'a.txt'])
  })

  it('says that a given folder is empty', async () => {
    mkdirSync(join(root, 'empty'))
    expect(await walk([join(root, 'empty')])).toEqual(['empty: folder_empty'])
  })

  it('names a loop of links and goes on', async () => {
    write('a/1.txt', 'z.txt')
    symlinkSync(root, join(root, 'a', 'back'))
    symlinkSync(join(root, 'self'), join(root, 'self'))
    expect(await walk()).toEqual(['a/1.txt', 'a/back: folder_loop', 'self: folder_loop', 'z.txt'])
  })

  it('names a link that leads nowhere', async () => {
    symlinkSync(join(root, 'gone.txt'), join(root, 'link.txt'))
    expect(await walk()).toEqual(['link.txt: file_missing'])
  })

  it.skipIf(process.getuid?.() === 0)('names a folder that may not be read', async () => {
    write('closed/1.txt', 'open.txt')
    chmodSync(join(root, 'closed'), 0)
    expect(await walk()).toEqual(['closed: file_unreadable', 'open.txt'])
    chmodSync(join(root, 'closed'), 0o700)
  })

  it('lists what cannot be imported', async () => {
    write('a.txt', 'film.mp4', 'table.xlsx')
    expect(await walk()).toEqual(['a.txt', 'film.mp4: file_unsupported', 'table.xlsx: file_unsupported'])
  })

  it('yields a given file whatever its name', async () => {
    write('film.mp4', '.hidden')
    expect(await walk([join(root, 'film.mp4'), join(root, '.hidden')])).toEqual(['film.mp4', '.hidden'])
  })

  it('goes by natural order and not by case', async () => {
    write('b10.txt', 'B2.txt', 'a/2.txt', 'C.txt')
    expect(await walk()).toEqual(['a/2.txt', 'B2.txt', 'b10.txt', 'C.txt'])
  })

  it('passes over what no person put there', async () => {
    write('.DS_Store', 'Thumbs.db', 'desktop.ini', '.git/config', 'node_modules/x/readme.md', 'a.txt')
    expect(await walk()).toEqual(['a.txt'])
  })

  it('passes over the folder that belongs to a saved page', async () => {
    write('Page.html', 'Page_files/frame.html', 'Page_files/a.png', 'Other_files/text.txt')
    expect(await walk()).toEqual(['Other_files/text.txt', 'Page.html'])
  })

  it('passes over images beside pages', async () => {
    write('img/a.png', 'style.css', 'z.md')
    expect(await walk()).toEqual(['z.md'])
  })

  it('lists images where no page could use them', async () => {
    write('a.png', 'z.txt')
    expect(await walk()).toEqual(['z.txt', 'a.png: file_unsupported'])
  })

  it('walks a folder that two links lead to once', async () => {
    write('real/1.txt')
    symlinkSync(join(root, 'real'), join(root, 'again'))
    expect(await walk()).toEqual(['again/1.txt'])
  })

  it('ends when it is cancelled', async () => {
    write('1.txt', '2.txt', '3.txt')
    const controller = new AbortController()
    const found: string[] = []
    for await (const one of collectFiles([root], { signal: controller.signal })) {
      found.push(relative(root, one.path))
      controller.abort()
    }
    expect(found).toEqual(['1.txt'])
  })

  it('shows paths as they were given', async () => {
    write('sub/1.txt')
    const shown = []
    for await (const one of collectFiles([relative(process.cwd(), root)])) shown.push(one.displayPath)
    expect(shown).toEqual([join(relative(process.cwd(), root), 'sub', '1.txt')])
  })
})

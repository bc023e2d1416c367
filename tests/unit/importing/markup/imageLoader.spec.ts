import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../../src/main/importing/limits'
import { createImageLoader } from '../../../../src/main/importing/markup/imageLoader'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
const root = mkdtempSync(join(tmpdir(), 'lontar-images-'))
const folder = join(root, 'page')
mkdirSync(join(folder, 'images'), { recursive: true })
writeFileSync(join(folder, 'images', 'satu dua.png'), png)
writeFileSync(join(folder, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
writeFileSync(join(folder, 'text.png'), 'not an image')
writeFileSync(join(root, 'outside.png'), png)
symlinkSync(join(root, 'outside.png'), join(folder, 'link.png'))
afterAll(() => rmSync(root, { recursive: true }))

const load = async (address: string, limits = {}): Promise<string | undefined> => {
  const loader = createImageLoader(join(folder, 'page.html'), { ...defaultLimits, ...limits })
  return (await loader.load(address))?.mediaType
}

describe('createImageLoader', () => {
  it.each([
    '../outside.png',
    'images/../../outside.png',
    'link.png',
    join(root, 'outside.png'),
    `file://${join(root, 'outside.png')}`,
    '%2e%2e/outside.png',
    'images',
    'missing.png',
    'drawing.svg',
    'text.png',
    'https://site.example/a.png',
    '//site.example/a.png',
    'images/satu dua.png\0',
    'data:image/svg+xml,<svg/>',
    'data:text/html,<p>a',
    ''
  ])('gives nothing for %j', async address => {
    expect(await load(address)).toBeUndefined()
  })

  it.each([
    'images/satu dua.png',
    'images/satu%20dua.png?v=2#x',
    './images/satu%20dua.png',
    `data:image/png;base64,${png.toString('base64')}`
  ])('loads %j', async address => {
    expect(await load(address)).toBe('image/png')
  })

  it('leaves out an image above the limit of size', async () => {
    expect(await load('images/satu dua.png', { resourceBytes: 10 })).toBeUndefined()
  })

  it('keeps an image that is shown twice once', async () => {
    const loader = createImageLoader(join(folder, 'page.html'), defaultLimits)
    await loader.load('images/satu dua.png')
    await loader.load(`data:image/png;base64,${png.toString('base64')}`)
    expect(loader.resources()).toHaveLength(1)
  })

  it('reads no file for pasted text', async () => {
    expect(await createImageLoader(null, defaultLimits).load('images/satu dua.png')).toBeNull()
  })
})

// Takes the README's pictures. With LONTAR_SCREENSHOTS=update they replace those in resources/screenshots.
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeFiles } from './support/articles'
import { expect, test, type Lontar } from './support/lontar'

const fixtures = 'tests/fixtures/text'
const target = 'resources/screenshots'

async function change(lontar: Lontar, settings: Record<string, unknown>): Promise<void> {
  await lontar.page.evaluate(async changed => {
    const { lontar: bridge } = window as unknown as {
      lontar: { request: (channel: string, input: unknown) => Promise<unknown> }
    }
    await bridge.request('settings:change', { change: changed })
  }, settings)
}

async function take(lontar: Lontar, name: string): Promise<void> {
  await lontar.page.mouse.move(0, 0)
  await lontar.page.waitForTimeout(400)
  const file = join('out', 'screenshots', lontar.host, `${name}.png`)
  await lontar.page.screenshot({ path: file })
  // The pictures show the product, which is the Electron window.
  if (process.env['LONTAR_SCREENSHOTS'] !== 'update' || lontar.host !== 'electron') return
  mkdirSync(target, { recursive: true })
  copyFileSync(file, join(target, `${name}.png`))
}

test('the pictures of the README', async ({ lontar }) => {
  const { page } = lontar
  await take(lontar, 'empty')
  const files = readdirSync(fixtures).map(slug => ({
    fileName: `${slug}.txt`,
    text: readFileSync(join(fixtures, slug, 'source.txt'), 'utf8')
  }))
  const samples = ['en', 'id'].map(language => ({
    fileName: `${language}-lontar.txt`,
    text: readFileSync(join('resources', 'sample', `${language}.txt`), 'utf8')
  }))
  const all = [...files, ...samples]
  const folder = writeFiles(all)
  await lontar.drop(all.map(file => join(folder, file.fileName)))
  const title = 'Warga Karangasem Menyalin Ulang Naskah Lontar yang Mulai Rapuh'
  await page.getByRole('option', { name: title }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText('added', { exact: false })).toBeHidden({ timeout: 20_000 })
  await take(lontar, 'list')
  for (const theme of ['light', 'sepia', 'dark']) {
    await change(lontar, { theme })
    await take(lontar, `reader-${theme}`)
  }
  await change(lontar, { theme: 'light' })
  await page.getByRole('combobox', { name: 'Search all articles' }).fill('daun lontar')
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(/Hit 1 of/)).toBeVisible()
  await take(lontar, 'search')
  await change(lontar, { theme: 'dark', interfaceLanguage: 'id' })
  await take(lontar, 'indonesian')
})

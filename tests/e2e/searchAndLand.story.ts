import { join } from 'node:path'
import { mainArticle, otherArticles, relatedArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

test('a person types a word and lands on its first hit, with every hit marked', async ({ lontar }) => {
  const { page } = lontar
  const files = [mainArticle, relatedArticle, ...otherArticles]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(4)

  await page.keyboard.press('/')
  await page.keyboard.type('perahu')
  const results = page.getByRole('listbox', { name: 'Search results' })
  await expect(results.getByRole('option')).toHaveCount(1)
  await expect(results.locator('mark').first()).toHaveText(/perahu/i)

  await page.keyboard.press('Enter')
  const frame = page.frameLocator('iframe[title="Article text"]')
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(mainArticle.title)
  await expect(page.getByLabel('Hit 1 of 2')).toBeVisible()
  const marked = () =>
    page.locator('iframe[title="Article text"]').evaluate(element => {
      const view = (element as HTMLIFrameElement).contentWindow as (Window & typeof globalThis) | null
      return [...(view?.CSS.highlights.values() ?? [])].flatMap(highlight => [...highlight].map(String))
    })
  await expect
    .poll(async () => (await marked()).filter(text => /^perahu$/i.test(text)).length)
    .toBeGreaterThanOrEqual(2)
  await page.keyboard.press('F3')
  await expect(page.getByLabel('Hit 2 of 2')).toBeVisible()
  await page.keyboard.press('Shift+F3')
  await expect(page.getByLabel('Hit 1 of 2')).toBeVisible()
})

test('search answers while a word is still being typed, by its stem, and as a phrase', async ({ lontar }) => {
  const { page } = lontar
  const files = [mainArticle, relatedArticle]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  const field = page.getByRole('combobox', { name: 'Search all articles' })
  const results = page.getByRole('listbox', { name: 'Search results' }).getByRole('option')
  for (const [query, count] of [
    ['jemb', 2],
    ['memperbaiki lapuk', 1],
    ['"jembatan gantung"', 1],
    ['jembatan -gantung', 1],
    ['zzzqqq', 0]
  ] as const) {
    await field.fill(query)
    await expect(results).toHaveCount(count)
  }
  await field.press('Escape')
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(2)
})

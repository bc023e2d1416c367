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

test('a person misspells a word, and is shown what was meant', async ({ lontar }) => {
  const { page } = lontar
  const files = [mainArticle, relatedArticle]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  const field = page.getByRole('combobox', { name: 'Search all articles' })
  const results = page.getByRole('listbox', { name: 'Search results' }).getByRole('option')
  await field.fill('perahy')
  await field.press('Enter')
  await expect(results).toHaveCount(1)
  await expect(results.locator('mark').first()).toHaveText(/perahu/i)
  await expect(page.getByText('These come close in spelling')).toBeVisible()
  const suggestions = page.getByRole('region', { name: 'What would find something' })
  await suggestions.getByRole('button', { name: /^perahu/ }).click()
  await expect(field).toHaveValue('perahu')
  await expect(page.getByText('These come close in spelling')).toHaveCount(0)
  await expect(results).toHaveCount(1)

  await field.fill('jembatan is:starred')
  await field.press('Enter')
  await suggestions.getByRole('button', { name: /^Without the filter/ }).click()
  await expect(results).toHaveCount(2)

  await page.getByRole('button', { name: 'How was this read?' }).click()
  await expect(page.getByRole('dialog', { name: 'How each word was read' })).toContainText('jembatan')
})

test('a person walks through every hit with F3, from article to article', async ({ lontar }) => {
  const { page } = lontar
  const files = [mainArticle, relatedArticle]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  const field = page.getByRole('combobox', { name: 'Search all articles' })
  await field.fill('jembatan')
  const results = page.getByRole('listbox', { name: 'Search results' }).getByRole('option')
  await expect(results).toHaveCount(2)
  const told = await page.getByText(/^2 articles, \d+ hits$/).textContent()
  const hits = Number(/(\d+) hits/.exec(told ?? '')?.[1])
  await field.press('Enter')
  const counter = page.getByLabel(/^Hit \d+ of \d+$/)
  const heading = page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })
  await expect(counter).toHaveAttribute('aria-label', /^Hit 1 of /)
  const first = await heading.textContent()
  let walked = 0
  for (const title of [first, files.map(file => file.title).find(each => each !== first)]) {
    await expect(heading).toHaveText(title ?? '')
    await expect(counter).toHaveAttribute('aria-label', /^Hit 1 of /)
    const own = Number(/of (\d+)/.exec((await counter.getAttribute('aria-label')) ?? '')?.[1])
    for (let hit = 1; hit <= own; hit++) {
      await expect(counter).toHaveAttribute('aria-label', `Hit ${hit} of ${own}`)
      walked++
      await page.keyboard.press('F3')
    }
  }
  expect(walked).toBe(hits)
  await expect(page.getByText('That was the last hit')).toBeVisible()
  await page.keyboard.press('Shift+F3')
  await expect(counter).not.toHaveAttribute('aria-label', new RegExp(`^Hit (\\d+) of \\1$`))
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

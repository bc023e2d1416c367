import { join } from 'node:path'
import { mainArticle, otherArticles, relatedArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

test('a person who never touches the mouse lists, reads, tags, searches, trashes and undoes', async ({ lontar }) => {
  const { page } = lontar
  const files = [mainArticle, relatedArticle, ...otherArticles]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  const rows = page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
  const heading = page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })
  await expect(rows).toHaveCount(4)

  await page.keyboard.press('j')
  const first = await heading.textContent()
  await page.keyboard.press('j')
  await expect(heading).not.toHaveText(first ?? '')
  await page.keyboard.press('k')
  await expect(heading).toHaveText(first ?? '')

  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: 'Remove star' })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'Find or add a tag' })).toBeFocused()
  await page.keyboard.type('sungai')
  // The first Enter adds the tag, the second one is done.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Library' }).getByText('sungai')).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('papan lantai')
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heading).toHaveText(mainArticle.title)
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(4)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+\\')
  await expect(page.getByRole('listbox', { name: 'Articles' })).toBeHidden()
  await page.keyboard.press('Control+\\')
  await expect(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
})

import { join } from 'node:path'
import { mainArticle, relatedArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

test('an article goes to Trash and comes back by undo', async ({ lontar }) => {
  const { page } = lontar
  const files = [mainArticle, relatedArticle]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  const rows = page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
  await expect(rows).toHaveCount(2)
  await page.getByRole('option', { name: mainArticle.title }).click()
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('option', { name: mainArticle.title }).click()
  await page.keyboard.press('#')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(2)
})

test('Trash keeps an article until it is restored or deleted for good', async ({ lontar }) => {
  const { page } = lontar
  const files = [mainArticle, relatedArticle]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  const rows = page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
  await expect(rows).toHaveCount(2)
  await rows.first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Library' }).getByText('Trash').click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('option', { name: mainArticle.title }).click()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Empty Trash' }).click()
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Empty Trash' }).click()
  await expect(rows).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Library' }).getByText('Inbox').click()
  await expect(rows).toHaveCount(1)
})

import { join } from 'node:path'
import { mainArticle, relatedArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

test('an import is undone as a whole, and the undoing is taken back', async ({ lontar }) => {
  const { page } = lontar
  const rows = page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
  const kept = writeFiles([
    { fileName: 'tetap.txt', text: 'Artikel yang tetap tinggal di sini\n\nIsinya tidak ikut dibatalkan.\n' }
  ])
  await lontar.drop([join(kept, 'tetap.txt')])
  await expect(rows).toHaveCount(1)
  const folder = writeFiles([mainArticle, relatedArticle])
  await lontar.drop([join(folder, mainArticle.fileName), join(folder, relatedArticle.fileName)])
  await expect(rows).toHaveCount(3)

  await page.getByRole('button', { name: 'Add articles' }).click()
  await page.getByRole('menuitem', { name: 'Imports…' }).click()
  await page.getByRole('dialog', { name: 'Imports' }).getByRole('button', { name: '2 added' }).click()
  const receipt = page.getByRole('dialog', { name: 'Import receipt' })
  await receipt.getByRole('button', { name: 'Undo this import' }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(rows).toHaveCount(3)
})

test('a receipt is saved as a table', async ({ lontar }) => {
  test.skip(
    lontar.host === 'electron',
    'the native save dialog is out of reach here; the unit tests cover what it saves'
  )
  const { page } = lontar
  const folder = writeFiles([mainArticle])
  await lontar.drop([join(folder, mainArticle.fileName)])
  await expect(page.getByRole('option', { name: mainArticle.title })).toBeVisible()
  await page.getByRole('button', { name: 'Add articles' }).click()
  await page.getByRole('menuitem', { name: 'Imports…' }).click()
  await page.getByRole('dialog', { name: 'Imports' }).getByRole('button', { name: '1 added' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV…' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^lontar-import-.+\.csv$/)
})

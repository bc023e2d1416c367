import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { mainArticle, writeBadFiles } from './support/articles'
import { expect, test } from './support/lontar'

test('bad files are named with their reasons, and the good one comes in', async ({ lontar }) => {
  const { page } = lontar
  const folder = writeBadFiles()
  await lontar.drop(readdirSync(folder).map(name => join(folder, name)))
  await expect(page.getByRole('option', { name: mainArticle.title })).toBeVisible()
  const message = page.getByText('1 added', { exact: false })
  await expect(message).toContainText('5 failed')
  await page.getByRole('button', { name: 'Details' }).click()
  const receipt = page.getByRole('dialog', { name: 'Import receipt' })
  for (const [file, reason] of [
    ['empty.txt', 'The file is empty.'],
    ['binary.txt', 'This is not a text file'],
    ['huge.txt', 'The file is too large'],
    ['endless.txt', 'one line without end'],
    ['broken.txt', 'could not be made out']
  ] as const) {
    const line = receipt.getByRole('listitem').or(receipt.getByRole('row')).filter({ hasText: file })
    await expect(line).toContainText(reason)
  }
  await receipt.getByRole('button', { name: 'Undo this import' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: mainArticle.title })).toHaveCount(0)
})

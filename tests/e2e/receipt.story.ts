import { join } from 'node:path'
import { mainArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const entries = 450
const row = (_: unknown, index: number): string =>
  `Entri nomor ${index + 1},https://contoh.id/${index},1688628695,,unread`

test('a long receipt goes on by itself, and its choice of lines stays in sight', async ({ lontar }) => {
  const { page } = lontar
  const csv = ['title,url,time_added,tags,status', ...Array.from({ length: entries }, row), ''].join('\n')
  const folder = writeFiles([mainArticle, { fileName: 'pocket.csv', text: csv }, { fileName: 'kosong.txt', text: '' }])
  await lontar.drop(['pocket.csv', mainArticle.fileName, 'kosong.txt'].map(name => join(folder, name)))
  await expect(page.getByText('1 added, 450 without text, 1 failed')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Details' }).click()

  const receipt = page.getByRole('dialog', { name: 'Import receipt' })
  const lines = receipt.getByRole('list', { name: 'Files of this import' }).getByRole('listitem')
  // In the desktop program a file is known by its whole path.
  await expect(receipt.getByText(/pocket\.csv$/).first()).toBeVisible()
  const choice = receipt.getByRole('group', { name: 'Show' })
  // Each time that the end comes near there are more lines, until every one is there.
  await expect(async () => {
    await lines.last().scrollIntoViewIfNeeded()
    await expect(lines).toHaveCount(entries + 2, { timeout: 500 })
  }).toPass()
  await lines.last().scrollIntoViewIfNeeded()
  await expect(choice).toBeInViewport({ ratio: 1 })

  await choice.getByRole('button', { name: 'Failed 1' }).click()
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText('Failed · The file is empty.')
  await choice.getByRole('button', { name: 'Added 1' }).click()
  await lines.getByRole('button', { name: 'Open' }).click()
  await expect(receipt).toHaveCount(0)
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(mainArticle.title)
})

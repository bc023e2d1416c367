import { everyKindTotals, writeEveryKind } from './support/everyKind'
import { expect, test } from './support/lontar'

test('a folder with one file of every kind comes in with one drop', async ({ lontar }) => {
  const { page, host } = lontar
  // The oldest Electron that the stories run in cannot read PDF files, and says so.
  const unreadable = host === 'electron' ? 1 : 0
  const folder = writeEveryKind()
  // A dropped folder is out of the test driver's reach; the dialog hands it over in the same way.
  await lontar.answerDialog([folder])
  await page.getByRole('button', { name: 'Choose a folder…' }).first().click()
  const message = page.getByText(`${everyKindTotals.imported - unreadable} added`, { exact: false })
  await expect(message).toContainText(`${everyKindTotals.stub} without text`, { timeout: 30_000 })
  if (unreadable === 0) await expect(message).not.toContainText('failed')
  else await expect(message).toContainText('1 failed')
  await page.getByRole('option', { name: 'Entri wallabag dengan teks' }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByText('Teks lengkap dari wallabag')).toBeVisible()
  await page.getByRole('option', { name: 'Sungai Kecil di Tengah Kota Kembali Jernih' }).click()
  const image = text.locator('img').first()
  await image.click()
  const large = page.getByRole('dialog', { name: 'Image' }).getByRole('img')
  await expect(large).toBeVisible()
  await expect.poll(() => large.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Image' })).toHaveCount(0)
})

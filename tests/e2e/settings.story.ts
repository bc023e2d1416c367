// A person sets the window up to their liking, and finds it so again.
import { expect, test } from './support/lontar'

test('the language and what becomes of books are chosen in the settings, and stay', async ({ lontar }) => {
  const { page } = lontar
  await page.keyboard.press('Control+,')
  await page.getByLabel('A book (EPUB) becomes').selectOption('One article a chapter')
  await page.getByLabel('Interface language').selectOption('Bahasa Indonesia')
  const dialog = page.getByRole('dialog', { name: 'Pengaturan' })
  await expect(dialog.getByLabel('Bahasa antarmuka')).toHaveValue('id')
  await page.screenshot({ path: `out/screenshots/${lontar.host}/settings-id.png` })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await page.keyboard.press('Control+,')
  await expect(dialog.getByLabel('Bahasa antarmuka')).toHaveValue('id')
  await expect(dialog.getByLabel('Buku (EPUB) menjadi')).toHaveValue('chapters')
})

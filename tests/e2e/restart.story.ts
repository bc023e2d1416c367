import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { mainArticle, manyArticles, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const longArticle = {
  fileName: 'panjang.txt',
  title: 'Perjalanan panjang menyusuri pesisir utara',
  text: [
    'Perjalanan panjang menyusuri pesisir utara',
    ...Array.from(
      { length: 120 },
      (_, index) =>
        `Bagian ${index}: jalan kecil itu membelok di belakang tambak garam, lalu turun ke kampung nelayan yang sedang menjemur ikan.`
    )
  ].join('\n\n')
}

test('everything is where it was after the program was ended and started again', async ({ lontar }) => {
  const files = [mainArticle, longArticle, ...manyArticles(30)]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  const start = lontar.page
  const search = start.getByRole('combobox', { name: 'Search all articles' })
  const library = start.getByRole('navigation', { name: 'Library' })
  await expect(library.getByRole('option', { name: /^Inbox,? 32 unread/ })).toBeVisible()

  await search.fill('perahu kayu')
  await start.getByRole('option', { name: mainArticle.title }).click()
  await start.keyboard.press('s')
  await library.getByText('All articles').click()
  await search.fill('tambak garam')
  await start.getByRole('option', { name: longArticle.title }).click()
  await search.press('Escape')
  const paragraph = (page: Page) => page.frameLocator('iframe[title="Article text"]').getByText('Bagian 60:')
  await paragraph(start).scrollIntoViewIfNeeded()
  // The place is kept a moment after the last scroll, and shows as the hairline of progress.
  await start.getByRole('button', { name: 'Order' }).click()
  await start.getByRole('menuitemradio', { name: 'Title' }).click()
  await expect(start.getByRole('option', { name: longArticle.title })).toContainText(/\d\d% read/)

  await lontar.restart()

  const { page } = lontar
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(longArticle.title)
  await expect(paragraph(page)).toBeInViewport()
  await page.getByRole('navigation', { name: 'Library' }).getByText('Starred').click()
  await expect(page.getByRole('option', { name: mainArticle.title })).toBeVisible()
  await page.getByRole('combobox', { name: 'Search all articles' }).fill('perahu kayu')
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option')).toHaveCount(1)
})

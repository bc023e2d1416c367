import { join } from 'node:path'
import { mainArticle, relatedArticle, otherArticles, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

test('a person drops a file on the empty window and reads it', async ({ lontar }) => {
  const { page } = lontar
  await expect(page.getByText('Drop articles here')).toBeVisible()
  const folder = writeFiles([mainArticle])
  await lontar.drop([join(folder, mainArticle.fileName)])
  await page.getByRole('option', { name: mainArticle.title }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(mainArticle.title)
  await expect(text.getByText(mainArticle.deck)).toBeVisible()
  await expect(text.getByText('WartaHulu', { exact: false }).first()).toBeVisible()
  await expect(text.getByText('Jembatan gantung di atas Sungai Lematang kembali dibuka')).toBeVisible()
  await expect(text.locator('body')).not.toContainText('WartaHulu - Jembatan')
  await expect(text.locator('aside')).toContainText(mainArticle.related)
})

test('a read-also line leads to its article once that is in the library', async ({ lontar }) => {
  const { page } = lontar
  const folder = writeFiles([mainArticle, relatedArticle])
  await lontar.drop([join(folder, mainArticle.fileName), join(folder, relatedArticle.fileName)])
  await page.getByRole('option', { name: mainArticle.title }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await text.getByRole('link', { name: relatedArticle.title }).click()
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(relatedArticle.title)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(mainArticle.title)
})

test('Markdown and HTML become articles beside plain text', async ({ lontar }) => {
  const { page } = lontar
  const folder = writeFiles(otherArticles)
  await lontar.drop(otherArticles.map(article => join(folder, article.fileName)))
  for (const { title } of otherArticles) {
    await page.getByRole('option', { name: title }).click()
    const text = page.frameLocator('iframe[title="Article text"]')
    await expect(text.getByRole('heading', { level: 1 })).toHaveText(title)
  }
  await page.getByRole('option', { name: 'Notes on Drying Tea' }).click()
  await expect(page.frameLocator('iframe[title="Article text"]').getByRole('table')).toContainText('wither')
})

test('the details say why a field was guessed, and take a correction', async ({ lontar }) => {
  const { page } = lontar
  const folder = writeFiles([mainArticle])
  await lontar.drop([join(folder, mainArticle.fileName)])
  await page.getByRole('option', { name: mainArticle.title }).click()
  await page.keyboard.press('Control+i')
  const details = page.getByRole('dialog', { name: 'Details' })
  await expect(details.getByLabel('Published')).toHaveValue('2024-05-08')
  await expect(details.getByText('hari Rabu 8 Mei 2024', { exact: false })).toBeVisible()
  await expect(details.getByLabel('Source credit')).toHaveValue('Kabar Ogan')
  await details.getByLabel('Publisher').fill('Warta Hulu')
  await details.getByLabel('Publisher').press('Enter')
  await expect(details.getByText('It was: WartaHulu', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: /^Warta Hulu,? 1 article/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('option', { name: /^WartaHulu,? 1 article/ })).toBeVisible()
})

test('the sample article shows what Lontar does', async ({ lontar }) => {
  const { page } = lontar
  await page.getByRole('button', { name: 'Try a sample article' }).click()
  await page.getByRole('option', { name: /Palm-Leaf Books/ }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(
    'Villagers in Bali Copy Fading Palm-Leaf Books by Hand'
  )
})

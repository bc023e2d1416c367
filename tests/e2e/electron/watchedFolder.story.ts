import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mainArticle, relatedArticle, writeFiles } from '../support/articles'
import { expect, test } from '../support/lontar'

test('a watched folder brings in what it holds and what comes into it', async ({ lontar }) => {
  const { page } = lontar
  const folder = writeFiles([mainArticle])
  const past = new Date(Date.now() - 60_000)
  utimesSync(join(folder, mainArticle.fileName), past, past)
  await lontar.answerDialog([folder])
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Watch a folder…' }).click()
  await expect(settings.getByText(folder)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: mainArticle.title })).toBeVisible()
  writeFileSync(join(folder, relatedArticle.fileName), relatedArticle.text)
  await expect(page.getByRole('option', { name: relatedArticle.title })).toBeVisible({ timeout: 20_000 })
})

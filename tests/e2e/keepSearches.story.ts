import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { mainArticle, otherArticles, relatedArticle, writeFiles } from './support/articles'
import { expect, test, type Lontar } from './support/lontar'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search all articles' })
const results = (page: Page) => page.getByRole('listbox', { name: 'Search results' }).getByRole('option')
const heading = (page: Page) => page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })

async function fill({ page, drop }: Lontar): Promise<void> {
  const files = [mainArticle, ...otherArticles]
  const folder = writeFiles(files)
  await drop(files.map(file => join(folder, file.fileName)))
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(3)
}

test('a person saves a search, whose figure lives, and renames, moves and deletes it', async ({ lontar }) => {
  await fill(lontar)
  const { page } = lontar
  const sidebar = page.getByRole('navigation', { name: 'Library' })
  const saved = sidebar.getByRole('group', { name: 'Saved searches' }).getByRole('option')
  for (const query of ['jembatan', 'tea']) {
    await field(page).fill(query)
    await expect(results(page)).toHaveCount(1)
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(saved.last()).toHaveAttribute('aria-selected', 'true')
  }
  await expect(saved).toHaveText([/^Jembatan.*1 article/, /^Tea.*1 article/])
  await lontar.drop([join(writeFiles([relatedArticle]), relatedArticle.fileName)])
  await expect(saved.first()).toHaveText(/^Jembatan.*2 articles/)

  await saved.first().click()
  await expect(results(page)).toHaveCount(2)
  await expect(field(page)).toHaveValue('jembatan')
  await page.getByRole('listbox', { name: 'Library' }).focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name' }).fill('Sungai dan jembatan')
  await page.getByRole('textbox', { name: 'Search', exact: true }).fill('jembatan gantung')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(saved.first()).toHaveText(/^Sungai dan jembatan/)
  await expect(field(page)).toHaveValue('jembatan gantung')
  await page.getByRole('listbox', { name: 'Library' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(saved).toHaveText([/^Tea/, /^Sungai dan jembatan/])
  await lontar.restart()
  const again = lontar.page.getByRole('group', { name: 'Saved searches' }).getByRole('option')
  await expect(again).toHaveText([/^Tea/, /^Sungai dan jembatan/])
  await again.first().click()
  await lontar.page.getByRole('listbox', { name: 'Library' }).focus()
  await lontar.page.keyboard.press('Delete')
  await expect(again).toHaveText([/^Sungai dan jembatan/])
  await lontar.page.getByRole('button', { name: 'Undo' }).click()
  await expect(again).toHaveText([/^Tea/, /^Sungai dan jembatan/])
})

test('a person takes up an earlier search, and forgets it', async ({ lontar }) => {
  await fill(lontar)
  const { page } = lontar
  await page.keyboard.press('/')
  await page.keyboard.type('perahu')
  await expect(results(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(mainArticle.title)
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  // What was typed without being searched is not kept.
  await page.keyboard.type('harbour')
  await expect(results(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  const earlier = page.getByRole('listbox', { name: 'Earlier searches' }).getByRole('option')
  await expect(earlier).toHaveText(['perahu'])
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('perahu')
  await expect(results(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(earlier).toHaveCount(0)
})

test('a word and a tag are completed by the library’s own', async ({ lontar }) => {
  await fill(lontar)
  const { page } = lontar
  await page.keyboard.press('/')
  await page.keyboard.type('lemat')
  await expect(page.locator('search kbd')).toHaveText('Tab')
  await page.keyboard.press('Tab')
  await expect(field(page)).toHaveValue('lematang')
  await page.keyboard.press('Escape')
  await page.keyboard.type('tag:')
  await expect(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = await page.getByRole('option', { selected: true, name: /^(?:tea|craft)/ }).textContent()
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue(`tag:${chosen?.replace(/\d+$/, '')}`)
  await expect(results(page)).toHaveCount(1)
})

const japanese = {
  fileName: 'kawa.txt',
  title: '川辺の小さな図書館',
  text: '川辺の小さな図書館\n\n町はずれの川辺に、木でできた小さな図書館がある。雨の日には子どもたちが集まり、古い地図を広げて遊ぶ。\n\n館長は毎朝、渡し舟で通ってくる。地図の多くは、昔の船乗りが残したものだという。'
}

test('a person searches in Japanese and lands on the marked word', async ({ lontar }) => {
  await fill(lontar)
  const { page } = lontar
  await lontar.drop([join(writeFiles([japanese]), japanese.fileName)])
  await expect(page.getByRole('option', { name: japanese.title })).toBeVisible()
  await field(page).fill('地図')
  await expect(results(page)).toHaveCount(1)
  await expect(results(page).locator('mark').first()).toHaveText('地図')
  await field(page).press('Enter')
  await expect(heading(page)).toHaveText(japanese.title)
  await expect(page.getByLabel('Hit 1 of 2')).toBeVisible()
})

test('a person goes to an article by its title with the keyboard, and to a saved search', async ({ lontar }) => {
  await fill(lontar)
  const { page } = lontar
  await field(page).fill('jembatan')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Saved searches' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('dialog', { name: 'Go to' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('harb wak')
  await expect(page.getByRole('dialog').getByRole('option', { name: /The Harbour Wakes/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('The Harbour Wakes Before the Town')
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('dialog', { name: 'Go to' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('jemb')
  const group = page.getByRole('dialog').getByRole('group', { name: 'Saved searches' })
  await group.getByRole('option', { name: /^Jembatan/ }).click()
  await expect(field(page)).toHaveValue('jembatan')
})

import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { mainArticle, otherArticles, relatedArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const themes = ['light', 'sepia', 'dark', 'black'] as const

async function setTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.evaluate(async chosen => {
    const { lontar } = window as unknown as {
      lontar: { request: (channel: string, input: unknown) => Promise<unknown> }
    }
    await lontar.request('settings:change', { change: { theme: chosen } })
  }, theme)
}

/** What axe finds wrong, short enough to read. */
async function findViolations(page: Page): Promise<string[]> {
  // The legacy mode needs no second page, which an Electron window cannot open.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`)
  )
}

// axe tries to run inside the article's frame, which lets no script run.
test.use({ expectedProblems: /Blocked script execution/ })

test('axe finds nothing wrong with any view in any theme', async ({ lontar }) => {
  test.setTimeout(120_000)
  const { page } = lontar
  const found: Record<string, string[]> = {}
  const look = async (view: string): Promise<void> => {
    for (const theme of themes) {
      await setTheme(page, theme)
      await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached()
      // Colours fade over when the theme changes; axe would measure the way between.
      await page.waitForTimeout(250)
      const violations = await findViolations(page)
      if (violations.length > 0) found[`${view}, ${theme}`] = violations
    }
  }
  await look('empty library')
  const files = [mainArticle, relatedArticle, ...otherArticles]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  await page.getByRole('option', { name: mainArticle.title }).click()
  await expect(page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })).toBeVisible()
  await look('list and reader')
  await page.getByRole('searchbox', { name: 'Search all articles' }).fill('jembatan')
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option')).toHaveCount(2)
  await look('search results')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('dialog', { name: 'Details' })).toBeVisible()
  await look('details')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await look('settings')
  expect(found).toEqual({})
})

import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { mainArticle, otherArticles, relatedArticle, writeFiles } from './support/articles'
import { expect, test, type Lontar } from './support/lontar'
import { pngAddress } from './support/pngImage'

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

/** Looks at views in every theme and keeps what axe finds. */
function createLook(page: Page): { found: Record<string, string[]>; look: (view: string) => Promise<void> } {
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
  return { found, look }
}

const articleTitle = (page: Page) =>
  page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })

test('axe finds nothing wrong with any view in any theme', async ({ lontar }) => {
  test.setTimeout(120_000)
  const { page } = lontar
  const { found, look } = createLook(page)
  await look('empty library')
  const files = [mainArticle, relatedArticle, ...otherArticles]
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  await page.getByRole('option', { name: mainArticle.title }).click()
  await expect(articleTitle(page)).toBeVisible()
  await look('list and reader')
  await page.getByRole('combobox', { name: 'Search all articles' }).fill('jembatan')
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option')).toHaveCount(2)
  await look('search results')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Filter results' }).getByRole('button').first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Search all articles' }).fill('jembatan -tag:tea is:lama')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Lontar does not know this value')).toBeVisible()
  await look('filters, problems and chips')
  await page.getByRole('button', { name: 'How was this read?' }).click()
  await expect(page.getByRole('dialog', { name: 'How each word was read' })).toBeVisible()
  await look('how words were read')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('combobox', { name: 'Search all articles' }).fill('jembatan')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await look('saving a search')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Saved searches' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('perahu')
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Search results' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox', { name: 'Earlier searches' })).toBeVisible()
  await look('earlier searches')
  await page.keyboard.type('tag:')
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible()
  await look('suggestions')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('dialog', { name: 'Details' })).toBeVisible()
  await look('details')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  // Folders are watched by the desktop program alone.
  if (lontar.host === 'electron') {
    await lontar.answerDialog([folder])
    await page.getByRole('button', { name: 'Watch a folder…' }).click()
    await expect(page.getByRole('button', { name: 'Stop watching' })).toBeVisible()
  }
  await look('settings')
  expect(found).toEqual({})
})

const csv = 'title,url,time_added,tags,status\nSebuah entri yang menunggu,https://contoh.id/tunggu,1688628695,,unread\n'
const paged = (words: string): string =>
  `<!doctype html><html lang="id"><head><title>Papan Ukir</title><link rel="canonical" href="https://contoh.id/ukir"><script>go()</script></head><body><article><h1>Papan Ukir</h1><figure><img src="${pngAddress(900, 500, [120, 60, 20, 255])}" alt="Papan ukir"></figure><p>${words} ${words}</p></article></body></html>`

async function dropText({ drop }: Lontar, fileName: string, text: string): Promise<void> {
  await drop([join(writeFiles([{ fileName, text }]), fileName)])
}

test('axe finds nothing wrong with receipts, waiting entries, images, versions and encodings', async ({ lontar }) => {
  test.setTimeout(180_000)
  const { page } = lontar
  const { found, look } = createLook(page)
  const folder = writeFiles([{ fileName: 'pocket.csv', text: csv }, { fileName: 'kosong.txt', text: '' }, mainArticle])
  await lontar.drop(['pocket.csv', 'kosong.txt', mainArticle.fileName].map(name => join(folder, name)))
  await expect(page.getByText('1 added, 1 without text, 1 failed')).toBeVisible()
  await page.getByRole('button', { name: 'Details' }).click()
  await expect(page.getByRole('dialog', { name: 'Import receipt' }).getByRole('listitem')).toHaveCount(3)
  await look('receipt')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add articles' }).click()
  await page.getByRole('menuitem', { name: 'Imports…' }).click()
  await expect(page.getByRole('dialog', { name: 'Imports' }).getByRole('listitem')).toHaveCount(1)
  await look('imports')
  await page.keyboard.press('Escape')
  await page.getByRole('option', { name: 'Sebuah entri yang menunggu' }).click()
  await expect(page.getByRole('heading', { name: 'The text has not arrived yet' })).toBeVisible()
  await look('waiting entry')

  const words = 'Para pemahat duduk di beranda, dan papan yang belum selesai disandarkan ke dinding sampai besok pagi.'
  await dropText(lontar, 'lama.html', paged(words))
  await expect(articleTitle(page)).toHaveText('Papan Ukir')
  await dropText(lontar, 'baru.html', paged(`${words} Menjelang sore hujan turun.`))
  await expect(page.getByText('1 updated')).toBeVisible()
  const image = page.frameLocator('iframe[title="Article text"]').getByRole('img', { name: 'Papan ukir' })
  await image.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Image' })).toBeVisible()
  await look('image')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+i')
  await page.getByRole('button', { name: '2 versions…' }).click()
  await expect(page.getByRole('dialog', { name: 'Versions' }).getByText('Menjelang sore')).toBeVisible()
  await look('versions')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+i')
  await page.getByRole('button', { name: 'Correct the encoding…' }).click()
  await expect(page.getByRole('listbox', { name: 'Encodings' })).toHaveValue('utf-8')
  await look('encoding')
  await page.keyboard.press('Escape')

  const twice = new TextDecoder('windows-1252').decode(
    Buffer.from('Le château d’été à Évreux a été rénové, dit le maire.')
  )
  await dropText(lontar, 'chateau.txt', `${twice}\n\n${twice} ${twice}\n`)
  await expect(page.getByText('Some letters were garbled')).toBeVisible()
  await look('notice')
  expect(found).toEqual({})
})

test('axe finds nothing wrong with the pages of a PDF', async ({ lontar }) => {
  // The reader of PDF files needs a newer Node than the oldest Electron that the stories run in.
  test.skip(lontar.host === 'electron', 'PDF files need Electron 35 or newer')
  const { page } = lontar
  const { found, look } = createLook(page)
  await lontar.drop([resolve('tests/fixtures/pdf/id-news/source.pdf')])
  await expect(articleTitle(page)).toBeVisible()
  await page.getByRole('button', { name: 'Show the pages' }).click()
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
  await look('pages of a PDF')
  expect(found).toEqual({})
})

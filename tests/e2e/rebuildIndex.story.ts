import { spawnSync } from 'node:child_process'
import { mainArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const words = 'pagi kapal nelayan gudang hujan sawah pasar kabut ladang sungai bukit pelabuhan lumbung perahu'.split(
  ' '
)

/** Many short articles, so that building their index takes a moment. */
function manyArticles(count: number) {
  return Array.from({ length: count }, (_, number) => {
    const body = Array.from({ length: 150 }, (__, at) => words[(number * 7 + at * at) % words.length]).join(' ')
    return { fileName: `catatan-${number}.txt`, text: `Catatan harian nomor ${number}\n\n${body}.\n` }
  })
}

test('a person searches while the index is being rebuilt, and sees that everything is indexed', async ({ lontar }) => {
  test.slow()
  const { page, dataFolder } = lontar
  const count = 1_500
  const folder = writeFiles([...manyArticles(count - 1), mainArticle])
  const { status } = spawnSync(process.execPath, ['out/main/cli.js', '--data-dir', dataFolder, 'import', folder])
  expect(status).toBe(0)
  await expect(page.getByText(`${new Intl.NumberFormat('en').format(count)} articles`).first()).toBeVisible({
    timeout: 60_000
  })

  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Build anew' }).click()
  await expect(settings.getByText(/being built|being opened/)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('/')
  await page.keyboard.type('papan lantai')
  const results = page.getByRole('listbox', { name: 'Search results' }).getByRole('option')
  await expect(results).toHaveCount(1)
  await expect(results.locator('mark').first()).toHaveText(/papan/i)

  await page.keyboard.press('Control+,')
  const check = settings.getByRole('button', { name: 'Is everything indexed?' })
  await expect(check).toBeEnabled({ timeout: 60_000 })
  await check.click()
  await expect(settings.getByText(/^Everything is indexed: 1,500 articles/)).toBeVisible()
  await page.screenshot({ path: 'test-results/index-health.png' })
})

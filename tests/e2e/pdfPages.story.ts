import { resolve } from 'node:path'
import { expect, test } from './support/lontar'

test('the pages of a PDF stand beside its text', async ({ lontar }) => {
  // The reader of PDF files needs a newer Node than the oldest Electron that the stories run in.
  test.skip(lontar.host === 'electron', 'PDF files need Electron 35 or newer')
  const { page } = lontar
  await lontar.drop([resolve('tests/fixtures/pdf/id-news/source.pdf')])
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Show the pages' }).click()
  const first = page.getByRole('img', { name: 'Page 1', exact: true })
  await expect(first).toBeVisible()
  // Something other than white paper is on it.
  await expect
    .poll(() =>
      first.evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas
        const pixels = width > 0 ? canvas.getContext('2d')?.getImageData(0, 0, width, height).data : undefined
        return pixels?.some((value, index) => index % 4 < 3 && value < 128) ?? false
      })
    )
    .toBe(true)
  await expect(text.getByRole('heading', { level: 1 })).toBeVisible()

  const width = async (): Promise<number> => (await first.boundingBox())?.width ?? 0
  const fitted = await width()
  await page.getByRole('button', { name: 'Larger pages' }).click()
  await expect.poll(width).toBeCloseTo(fitted * 1.25, 0)
  // Back at the same place after the pages were hidden.
  const pages = page.getByRole('region', { name: 'Pages of the document' })
  await pages.evaluate(element => element.scrollTo(0, 300))
  await page.getByRole('button', { name: 'Hide the pages' }).click()
  await expect(first).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the pages' }).click()
  await expect.poll(() => pages.evaluate(element => element.scrollTop)).toBe(300)

  // In a narrow window the pages take the place of the text, which is not reached by key either.
  await page.setViewportSize({ width: 690, height: 600 })
  await expect(page.getByTitle('Article text')).toBeHidden()
  await expect(first).toBeVisible()
  await page.getByRole('button', { name: 'Hide the pages' }).click()
  await expect(text.getByRole('heading', { level: 1 })).toBeVisible()
})

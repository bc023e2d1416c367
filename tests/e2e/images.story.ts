import { join } from 'node:path'
import { writeFiles } from './support/articles'
import { expect, test, type Lontar } from './support/lontar'
import { pngAddress } from './support/pngImage'

const sentence =
  'Menjelang sore para pemahat duduk di beranda, dan papan yang belum selesai disandarkan ke dinding sampai besok.'
const picture = (address: string, words: string): string =>
  `<figure><img src="${address}" alt=""><figcaption>${words}</figcaption></figure><p>${sentence}</p>`

async function openPictures({ drop, page }: Lontar): Promise<void> {
  const html = `<!doctype html><html lang="id"><head><title>Papan Ukir dari Hulu</title><script>var a</script></head><body><article>
<h1>Papan Ukir dari Hulu</h1><p>${sentence}</p><p>${sentence} ${sentence}</p>
${picture(pngAddress(700, 2800, [120, 60, 20, 255]), 'Tiang ukir')}
${picture(pngAddress(2400, 500, [20, 90, 60, 255]), 'Papan panjang')}
${picture(pngAddress(40, 40, [60, 20, 90, 255]), 'Cap pemahat')}
${picture('https://contoh.id/ukiran.png', 'Ukiran yang tidak ikut tersimpan')}
</article></body></html>`
  await drop([join(writeFiles([{ fileName: 'ukir.html', text: html }]), 'ukir.html')])
  await expect(page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })).toBeVisible()
}

test('images open large, one after the other by key, and give the keyboard back', async ({ lontar }) => {
  const { page } = lontar
  await openPictures(lontar)
  const text = page.frameLocator('iframe[title="Article text"]')
  const first = text.locator('.article-body img').first()
  await first.focus()
  await page.keyboard.press('Enter')
  const large = page.getByRole('dialog', { name: 'Image' })
  const shown = large.locator('img')
  await expect(large.getByText('Tiang ukir')).toBeVisible()
  // A tall image is seen as a whole, and in its own size it is taller than the window.
  const windowHeight = await page.evaluate(() => innerHeight)
  await expect.poll(async () => (await shown.boundingBox())?.height).toBeLessThan(windowHeight)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await shown.boundingBox())?.height).toBe(2800)
  await page.keyboard.press('ArrowRight')
  await expect(large.getByText('Papan panjang')).toBeVisible()
  await page.keyboard.press('End')
  await expect(large.getByText('Cap pemahat')).toBeVisible()
  await expect(large.getByRole('button', { name: 'Next image' })).toBeDisabled()
  await page.keyboard.press('Home')
  await expect(large.getByText('Tiang ukir')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(large).toHaveCount(0)
  await expect(first).toBeFocused()
})

test('a click beside a large image closes it', async ({ lontar }) => {
  const { page } = lontar
  await openPictures(lontar)
  await page.frameLocator('iframe[title="Article text"]').locator('.article-body img').nth(2).click()
  const large = page.getByRole('dialog', { name: 'Image' })
  await expect(large.getByText('3 of 3')).toBeVisible()
  await large.locator('img').click({ force: true })
  await expect(large).toBeVisible()
  await page.mouse.click(60, 300)
  await expect(large).toHaveCount(0)
})

test('the last line of a page says what was left out, and leads to the details', async ({ lontar }) => {
  const { page } = lontar
  await openPictures(lontar)
  const text = page.frameLocator('iframe[title="Article text"]')
  const line = text.getByRole('button', { name: 'Left out of this page: 1 image from the web, 1 script' })
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Details' }).getByText('Taken out for safety')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(line).toBeFocused()
})

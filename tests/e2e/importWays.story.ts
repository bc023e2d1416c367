import { join } from 'node:path'
import { mainArticle, relatedArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

test('a person chooses files in the dialog', async ({ lontar }) => {
  const { page } = lontar
  const folder = writeFiles([mainArticle, relatedArticle])
  await lontar.answerDialog([join(folder, mainArticle.fileName), join(folder, relatedArticle.fileName)])
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(2)
})

test('a person chooses a folder, whose page brings its picture along', async ({ lontar }) => {
  const { page } = lontar
  const sentence = 'The lighthouse stands on the outer rock, and its keeper paints the stairs each spring. '
  const folder = writeFiles([
    {
      fileName: 'light/page.html',
      text: `<html lang="en"><head><title>The Lighthouse on the Outer Rock</title></head><body><article>
        <h1>The Lighthouse on the Outer Rock</h1>${`<p>${sentence.repeat(5)}</p>`.repeat(4)}
        <figure><img src="page_files/rock.gif" alt="The rock" width="40"><figcaption>The rock at noon</figcaption></figure></article></body></html>`
    },
    // The smallest GIF there is: one transparent dot.
    {
      fileName: 'light/page_files/rock.gif',
      text: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
    }
  ])
  await lontar.answerDialog([join(folder, 'light')])
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await page.getByRole('option', { name: 'The Lighthouse on the Outer Rock' }).click()
  const image = page.frameLocator('iframe[title="Article text"]').getByRole('img', { name: 'The rock' })
  await expect.poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth)).toBe(1)
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(1)
})

test('a person pastes text as an article', async ({ lontar }) => {
  const { page } = lontar
  await page.evaluate(text => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, mainArticle.text)
  await page.getByRole('option', { name: mainArticle.title }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(mainArticle.title)
})

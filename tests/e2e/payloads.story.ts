import { join } from 'node:path'
import { hasPayloads, payloadFiles } from './support/payloads'
import { writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

test.skip(!hasPayloads, 'the payloads lie in ../shared/data, which is absent here')

test('no payload in any kind of file runs, asks for anything or leads away', async ({ lontar }) => {
  test.setTimeout(180_000)
  const { page } = lontar
  const happened: string[] = []
  page.on('dialog', dialog => {
    happened.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    if (!/^(?:app:\/\/lontar\/|lontar-article:|http:\/\/127\.0\.0\.1:|about:|data:|blob:)/.test(request.url()))
      happened.push(`request: ${request.url()}`)
  })
  page.on('popup', popup => happened.push(`popup: ${popup.url()}`))
  // Whatever a payload calls leaves its mark, in the window and in every frame that is made from now on.
  const leaveMarks = (): void => {
    for (const name of ['alert', 'prompt', 'confirm', 'print'] as const) {
      Object.defineProperty(window, name, {
        value: () => Object.assign(window.top ?? window, { ran: `${name} in ${location.href}` })
      })
    }
  }
  await page.addInitScript(leaveMarks)
  await page.evaluate(leaveMarks)
  const address = page.url()

  const files = payloadFiles()
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  const shown = page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: /Payloads in/ })
  await expect(shown.first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(`${files.length} added`).first()).toBeVisible({ timeout: 60_000 })

  const heading = page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 }).first()
  const seen = new Set<string>()
  // Down the list and up again: a key that comes while the list is still growing may go unheard.
  for (const key of [...files.map(() => 'j'), 'j', 'j', ...files.map(() => 'k')]) {
    if (seen.size === files.length) break
    const before = seen.size === 0 ? null : await heading.textContent()
    await page.keyboard.press(key)
    const shows = async (): Promise<boolean> => {
      const title = await heading.textContent()
      return title !== before && (title ?? '').startsWith('Payloads in')
    }
    await expect
      .poll(shows, { timeout: 2_000 })
      .toBe(true)
      .catch(() => undefined)
    const title = (await heading.textContent()) ?? ''
    if (title.startsWith('Payloads in')) seen.add(title)
  }
  const ran = await page.evaluate(() => (window as unknown as { ran?: string }).ran)
  expect({ seen: seen.size, ran, happened, address: page.url() }).toEqual({
    seen: files.length,
    ran: undefined,
    happened: [],
    address
  })
})

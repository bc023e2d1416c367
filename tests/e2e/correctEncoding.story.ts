import { join } from 'node:path'
import { writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const title = 'Žluťoučký kůň zůstal na břehu řeky'
const text = `${title}\n\nRybáři říkají, že včera přišla veliká voda a že mlýn stojí až po okna v řece.\n`

/** The letters of Windows-1250 that this text has, by their bytes. */
const bytes: Readonly<Record<string, number>> = {
  Ž: 0x8e,
  ž: 0x9e,
  š: 0x9a,
  ť: 0x9d,
  č: 0xe8,
  ď: 0xef,
  ě: 0xec,
  ň: 0xf2,
  ř: 0xf8,
  ů: 0xf9,
  á: 0xe1,
  é: 0xe9,
  í: 0xed,
  ý: 0xfd,
  ú: 0xfa,
  ó: 0xf3
}
const windows1250 = (value: string): Uint8Array =>
  Uint8Array.from(value.split(''), letter => bytes[letter] ?? letter.charCodeAt(0))

test('a wrong encoding is corrected with a live preview, and taken back', async ({ lontar }) => {
  const { page } = lontar
  // A declaration that is not true: nothing but a person can know better.
  const page1252 = Buffer.concat([
    Buffer.from('<!doctype html><html><head><meta charset="windows-1252"><title>'),
    windows1250(title),
    Buffer.from('</title></head><body><article><p>'),
    windows1250(text),
    Buffer.from('</p></article></body></html>')
  ])
  const folder = writeFiles([{ fileName: 'kun.html', text: page1252 }])
  await lontar.drop([join(folder, 'kun.html')])
  const shown = page.frameLocator('iframe[title="Article text"]')
  await expect(shown.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(shown.getByRole('heading', { level: 1 })).not.toHaveText(title)

  await page.getByRole('button', { name: 'Details' }).first().click()
  await page.getByRole('button', { name: 'Correct the encoding…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Correct the encoding' })
  const preview = dialog.getByRole('region', { name: 'How the text reads' })
  await expect(preview).not.toContainText('přišla veliká voda')
  await dialog.getByRole('listbox', { name: 'Encodings' }).selectOption('windows-1250')
  await expect(preview).toContainText('Žluťoučký')
  // Of a page its words are compared, and not its markup.
  await expect(preview).not.toContainText('<')
  await dialog.getByRole('button', { name: 'Use this encoding' }).click()
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(shown.getByText('přišla veliká voda')).toBeVisible()

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(shown.getByRole('heading', { level: 1 })).not.toHaveText(title)
})

test('text that was encoded twice is mended with one click', async ({ lontar }) => {
  const { page } = lontar
  const sentence = 'Le château d’été à Évreux a été rénové, dit le maire très fâché.'
  const once = Buffer.from(`Le château d’été rouvre à Évreux\n\n${sentence} Les élèves y étudieront dès septembre.\n`)
  // Read as Windows-1252 and written as UTF-8 once more.
  const twice = Buffer.from(new TextDecoder('windows-1252').decode(once))
  const folder = writeFiles([{ fileName: 'chateau.txt', text: twice }])
  await lontar.drop([join(folder, 'chateau.txt')])
  await expect(page.getByText('Some letters were garbled')).toBeVisible()
  await page.getByRole('button', { name: 'Repair' }).click()
  const shown = page.frameLocator('iframe[title="Article text"]')
  await expect(shown.getByText(sentence)).toBeVisible()
  await expect(page.getByText('Some letters were garbled')).toHaveCount(0)
})

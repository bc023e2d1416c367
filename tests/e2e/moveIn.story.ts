import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const paragraphs = [
  'Penenun di lereng Gunung Kelam kembali memakai pewarna dari akar mengkudu tahun ini.',
  'Kain yang dicelup dengan mengkudu tidak luntur walaupun dijemur berhari-hari, kata penenun tertua di kampung itu.',
  'Pesanan datang dari kota-kota pelabuhan, dan sebagian pembeli menunggu sampai tiga bulan.'
]
const woven = 'Penenun Kembali ke Pewarna Mengkudu'
const waiting = 'Catatan Tentang Alat Tenun yang Belum Tiba'

/** An Omnivore export: one entry with its text and highlights, one without. */
function writeOmnivoreExport(): string {
  const entry = {
    author: 'Rini',
    readingProgress: 40,
    savedAt: '2024-03-02T08:00:00.000Z',
    publishedAt: '2024-03-01T00:00:00.000Z'
  }
  const metadata = [
    {
      ...entry,
      id: '1',
      slug: 'penenun',
      title: woven,
      description: 'Akar mengkudu memberi merah yang tidak luntur.',
      url: 'https://contoh.id/penenun',
      state: 'Active',
      labels: ['kain']
    },
    {
      ...entry,
      id: '2',
      slug: 'alat-tenun',
      title: waiting,
      description: '',
      url: 'https://contoh.id/alat-tenun',
      state: 'Active',
      labels: []
    }
  ]
  const files = {
    'metadata_0_to_20.json': JSON.stringify(metadata),
    'content/penenun.html': `<div>${paragraphs.map(text => `<p>${text}</p>`).join('')}</div>`,
    'highlights/penenun.md': '> tidak luntur walaupun dijemur berhari-hari\n\nTanyakan resepnya'
  }
  const folder = writeFiles([])
  const file = join(folder, 'omnivore-export.zip')
  writeFileSync(file, zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
  return file
}

test('a person moves in from Omnivore, and a waiting entry meets its file', async ({ lontar }) => {
  const { page } = lontar
  await lontar.drop([writeOmnivoreExport()])
  const message = page.getByText('1 added', { exact: false })
  await expect(message).toContainText('1 without text')
  await page.getByRole('button', { name: 'Details' }).click()
  const receipt = page.getByRole('dialog', { name: 'Import receipt' })
  await expect(receipt.getByRole('listitem').filter({ hasText: woven })).toContainText('Added')
  await expect(receipt.getByRole('listitem').filter({ hasText: waiting })).toContainText('Without text')
  await page.keyboard.press('Escape')

  await page.getByRole('option', { name: woven }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.getByText(paragraphs[1] ?? '')).toBeVisible()
  await expect(text.locator('.article-author')).toHaveText('Rini')
  await page.getByRole('button', { name: 'Details' }).first().click()
  const details = page.getByRole('dialog', { name: 'Details' })
  await expect(details.getByText('tidak luntur walaupun dijemur berhari-hari', { exact: true })).toBeVisible()
  await expect(details.getByText('Tanyakan resepnya')).toBeVisible()
  await expect(details.getByRole('heading', { name: 'From Omnivore' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('option', { name: waiting }).click()
  await expect(page.getByRole('heading', { name: 'The text has not arrived yet' })).toBeVisible()
  const saved = `<!doctype html><html lang="id"><head><title>${waiting}</title><link rel="canonical" href="https://contoh.id/alat-tenun"></head><body><article><h1>${waiting}</h1>${paragraphs.map(line => `<p>${line} Demikian catatan ini ditulis.</p>`).join('')}</article></body></html>`
  const folder = writeFiles([{ fileName: 'alat.html', text: saved }])
  await lontar.drop([join(folder, 'alat.html')])
  await expect(page.getByText('1 updated', { exact: false })).toBeVisible()
  await expect(text.getByText('Demikian catatan ini ditulis.').first()).toBeVisible()
  await expect(page.getByRole('option', { name: waiting })).toHaveCount(1)
})

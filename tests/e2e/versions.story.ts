import { join } from 'node:path'
import { writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const paragraphs = [
  'Perpustakaan keliling kembali ke lembah itu setelah jalan yang longsor selesai diperbaiki.',
  'Anak-anak menunggu di tepi sawah sejak pagi, kata penjaga perpustakaan yang sudah dua puluh tahun bekerja.',
  'Buku yang paling dicari tetap buku tentang burung, ikan, dan mesin jahit.'
]
const page = (body: readonly string[]): string =>
  `<!doctype html><html lang="id"><head><title>Perpustakaan Keliling Kembali</title><link rel="canonical" href="https://contoh.id/perpustakaan"></head><body><article><h1>Perpustakaan Keliling Kembali</h1>${body.map(text => `<p>${text}</p>`).join('')}</article></body></html>`

test('a newer page becomes a version of its article, and the older one can be seen and shown again', async ({
  lontar
}) => {
  const { page: window } = lontar
  const later = 'Kunjungan berikutnya dijadwalkan dua pekan lagi.'
  const folder = writeFiles([
    { fileName: 'lama.html', text: page(paragraphs) },
    { fileName: 'baru.html', text: page([...paragraphs.slice(1), later]) }
  ])
  const text = window.frameLocator('iframe[title="Article text"]')
  await lontar.drop([join(folder, 'lama.html')])
  await expect(text.getByText(paragraphs[0] ?? '')).toBeVisible()
  await lontar.drop([join(folder, 'baru.html')])
  await expect(text.getByText(later)).toBeVisible()
  await expect(window.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(1)

  await window.getByRole('button', { name: 'Details' }).first().click()
  await window.getByRole('button', { name: '2 versions…' }).click()
  const versions = window.getByRole('dialog', { name: 'Versions' })
  await versions.getByRole('button', { name: 'lama.html' }).click()
  await expect(versions.getByRole('region', { name: 'Text of this version' })).toContainText(paragraphs[0] ?? '')
  await versions.getByRole('button', { name: 'Show this version' }).click()
  await expect(text.getByText(paragraphs[0] ?? '')).toBeVisible()
  await expect(text.getByText(later)).toHaveCount(0)
  await window.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(text.getByText(later)).toBeVisible()
})

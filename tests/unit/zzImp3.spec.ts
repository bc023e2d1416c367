import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'vitest'
import { parseArticle } from '/work/main/src/main/importing/pipeline'
test('md', async () => {
  const md = `---
title: "Halo Dunia"
author: [Rina, Budi]
date: 2024-03-05
tags: [a, b]
source: https://example.com/x
---
# Halo Dunia

Satu **dua** tiga[^1] <script>alert(1)</script> ![x](https://a.b/c.png) [link](javascript:alert(1)) http://contoh.id

- [ ] tugas
- [x] selesai

| a | b |
|---|---|
| 1 | 2 |

Baca juga: Sesuatu yang lain

\`\`\`js
const x = 1

y
\`\`\`

[^1]: catatan
`
  console.log(await parseArticle({ fileName: 's.md', path: null, bytes: Buffer.from(md) }))
  const html = `<!doctype html><html lang=id><head><title>Judul Panjang Sekali - Situs</title><meta property="og:site_name" content="Situs"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Judul Panjang Sekali","datePublished":"2024-03-05T10:00:00+07:00","author":{"name":"Rina"}}</script></head><body><nav>a b c</nav><article><h1>Judul Panjang Sekali</h1>${'<p>Paragraf pertama ini panjang, dengan koma, dan banyak kata agar terpilih oleh ekstraksi artikel. Lagi pula <a href="/b">tautan</a>.</p>'.repeat(5)}<p><strong>Baca juga: <a href="/x">Berita lainnya di sini</a></strong></p><img src="https://x.y/z.png" alt="foto" onerror=x><p>Penutup paragraf yang cukup panjang juga, supaya tidak hilang.</p></article></body></html>`
  console.log(await parseArticle({ fileName: 's.html', path: null, bytes: Buffer.from(html) }))
}, 60000)
const tokens = (s: string) => s.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
function f1(a: string[], b: string[]) { const c = new Map<string, number>(); for (const t of b) c.set(t, (c.get(t) ?? 0) + 1); let n = 0; for (const t of a) { const k = c.get(t) ?? 0; if (k > 0) { n++; c.set(t, k - 1) } } return a.length + b.length === 0 ? 1 : 2 * n / (a.length + b.length) }
test('readability', async () => {
  const root = '/work/shared/data/extraction/readability'
  let sum = 0, count = 0; const t = performance.now()
  const { parseMarkup } = await import('/work/main/src/main/importing/markup/tree')
  const { collectText } = await import('/work/main/src/shared/text/articleText')
  for (const page of readdirSync(root)) {
    let source: Buffer; try { source = readFileSync(`${root}/${page}/source.html`) } catch { continue }
    const t1 = performance.now()
    const a = await parseArticle({ fileName: 's.html', path: null, bytes: source })
    const ms = performance.now() - t1
    const expected = collectText(parseMarkup(readFileSync(`${root}/${page}/expected.html`, 'utf8'))).text
    const meta = JSON.parse(readFileSync(`${root}/${page}/expected-metadata.json`, 'utf8'))
    const f = f1(tokens(a.text), tokens(expected)); sum += f; count++
    console.log(page, f.toFixed(3), Math.round(ms), a.title === meta.title ? '' : `T ${a.title} | ${meta.title}`, a.byline === meta.byline ? '' : `B ${a.byline} | ${meta.byline}`, a.publishedAt, a.language, a.deck?.slice(0,40))
  }
  console.log('mean', sum / count, count, performance.now() - t)
}, 60000)

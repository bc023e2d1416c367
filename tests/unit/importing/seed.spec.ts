// The article that started it all. It is another's text, so it lies beside the checkout and never in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeMaterial, parse } from './support'

describeMaterial('a bare Indonesian news article', 'seeds', folder => {
  it('gives every field that it holds, and nothing else', async () => {
    const article = await parse(readFileSync(join(folder, '000_5c43ae279a1da39f.txt')), '000_5c43ae279a1da39f.txt')
    expect({
      ...article,
      paragraphs: article.html.match(/<p>/g)?.length,
      asides: article.html.match(/<aside/g)?.length
    }).toMatchObject({
      title: 'Korea Utara Ingin Bantu Rusia, Perintahkan Bersiap untuk Mobilisasi Pasukan',
      deck: expect.stringMatching(/^Korea Utara siap .* Simak informasi lengkapnya!$/) as string,
      byline: null,
      siteName: 'BaperaNews',
      sourceCredit: 'VOA',
      publishedAt: '2022-02-27',
      datelinePlace: null,
      language: 'id',
      direction: 'ltr',
      relatedMentions: ['Putin: Rusia Buka Kemungkinan Akan Pasok Senjata ke Korea Utara'],
      paragraphs: 7,
      asides: 1,
      encoding: 'utf-8',
      warnings: []
    })
  })

  it('says why it took each guess', async () => {
    const article = await parse(readFileSync(join(folder, '000_5c43ae279a1da39f.txt')))
    expect(Object.keys(article.inferred).toSorted()).toEqual(
      ['deck', 'language', 'publishedAt', 'siteName', 'sourceCredit', 'title'].toSorted()
    )
    expect(article.inferred.publishedAt?.why).toContain('hari Minggu 27 Februari 2022')
  })

  it('takes the dateline out of the body', async () => {
    const article = await parse(readFileSync(join(folder, '000_5c43ae279a1da39f.txt')))
    expect(article.text.startsWith('Korea Utara akan membantu Rusia')).toBe(true)
  })
})

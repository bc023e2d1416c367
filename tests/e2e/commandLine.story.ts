import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { mainArticle, writeFiles } from './support/articles'
import { expect, test } from './support/lontar'

const node = process.execPath

function lontarCli(dataFolder: string, ...words: string[]) {
  const result = spawnSync(node, ['out/main/cli.js', '--data-dir', dataFolder, ...words], { encoding: 'utf8' })
  const lines = result.stdout.split('\n').filter(Boolean)
  return { status: result.status, lines, stderr: result.stderr }
}

test('the command line imports beside the open window, which shows and finds the article', async ({ lontar }) => {
  const { page, dataFolder } = lontar
  const folder = writeFiles([mainArticle])
  const { status, lines } = lontarCli(dataFolder, 'import', folder, '--json')
  expect(status).toBe(0)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ outcome: 'imported', format: 'text', title: mainArticle.title })
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ summary: { imported: 1, failed: 0 } })
  await expect(page.getByRole('option', { name: mainArticle.title })).toBeVisible()
  const found = lontarCli(dataFolder, 'search', 'perahu kayu', '--json').lines.map(line => JSON.parse(line))
  expect(found.at(-1)).toMatchObject({ summary: { total: 1, query: 'perahu kayu' } })
  const [{ snippets }] = found
  const marked = snippets.flatMap((snippet: { text: string; highlights: [number, number][] }) =>
    snippet.highlights.map(([from, to]) => snippet.text.slice(from, to).toLowerCase())
  )
  expect(new Set(marked)).toEqual(new Set(['perahu', 'kayu']))
  const [{ articleId }] = found
  const shown = JSON.parse(lontarCli(dataFolder, 'show', articleId, '--json').lines[0] ?? '')
  expect(shown).toMatchObject({
    title: mainArticle.title,
    deck: mainArticle.deck,
    siteName: 'WartaHulu',
    publishedAt: '2024-05-08',
    sourceCredit: 'Kabar Ogan',
    language: 'id',
    relatedMentions: [{ text: mainArticle.related, articleId: null }]
  })
})

test('the command line searches by facts, and says what of a query does not parse', async ({ lontar }) => {
  const { dataFolder } = lontar
  lontarCli(dataFolder, 'import', writeFiles([mainArticle]))
  const titles = (query: string): readonly string[] =>
    lontarCli(dataFolder, 'list', '--query', query, '--json').lines.map(line => JSON.parse(line).title)
  expect([titles('is:unread source:wartahulu on:2024-05'), titles('credit:ogan -perahu')]).toEqual([
    [mainArticle.title],
    []
  ])
  const { status, lines, stderr } = lontarCli(dataFolder, 'search', 'perahu is:merah', '--json')
  expect([status, JSON.parse(lines.at(-1) ?? '').summary.total, stderr.trim()]).toEqual([
    0,
    1,
    'There is no such value: merah (at 11)'
  ])
})

test('the command line says whether everything is indexed', async ({ lontar }) => {
  const { dataFolder } = lontar
  lontarCli(dataFolder, 'import', writeFiles([mainArticle]))
  const { status, lines } = lontarCli(dataFolder, 'verify', '--repair', '--json')
  expect([status, lines.map(line => JSON.parse(line))]).toEqual([
    0,
    [
      {
        index: { articles: 1, indexed: 1, missing: 0, outdated: 0, surplus: 0, sampled: 1, wrong: 0, isWhole: true }
      }
    ]
  ])
})

test('the command line tells success, failure and wrong usage apart', async ({ lontar }) => {
  const { dataFolder } = lontar
  const codes = [
    lontarCli(dataFolder, 'list', '--json').status,
    lontarCli(dataFolder, 'import', join(dataFolder, 'no-such-file.txt'), '--json').status,
    lontarCli(dataFolder, 'show', 'nothing').status,
    lontarCli(dataFolder, 'fly').status,
    lontarCli(dataFolder).status,
    lontarCli(dataFolder, 'list', '--limit', 'many').status,
    lontarCli(dataFolder, 'search', 'kayu', '--order', 'best').status
  ]
  expect(codes).toEqual([0, 1, 1, 2, 2, 2, 2])
})

test('the customer’s own article comes in as it should', async ({ lontar }) => {
  const seeds = join('..', 'shared', 'seeds')
  test.skip(!existsSync(seeds), 'The customer’s article is not on this machine')
  const { page, dataFolder } = lontar
  const file = join(seeds, readdirSync(seeds).find(name => name.endsWith('.txt')) ?? '')
  await lontar.drop([file])
  await page.getByRole('option', { name: /Korea Utara Ingin Bantu Rusia/ }).click()
  const text = page.frameLocator('iframe[title="Article text"]')
  await expect(text.locator('article p, main p').or(text.locator('p'))).not.toHaveCount(0)
  await expect(text.getByText('Uni Soviet yang juga adalah Rusia')).toBeVisible()
  const { lines } = lontarCli(dataFolder, 'search', 'senjata rusia', '--json')
  const hit = JSON.parse(lines[0] ?? '')
  const article = JSON.parse(
    execFileSync(node, ['out/main/cli.js', '--data-dir', dataFolder, 'show', hit.articleId, '--json'], {
      encoding: 'utf8'
    })
  )
  expect({ ...article, paragraphs: article.html.match(/<p[ >]/g)?.length }).toMatchObject({
    title: 'Korea Utara Ingin Bantu Rusia, Perintahkan Bersiap untuk Mobilisasi Pasukan',
    siteName: 'BaperaNews',
    publishedAt: '2022-02-27',
    sourceCredit: 'VOA',
    language: 'id',
    paragraphs: 7,
    relatedMentions: [{ text: 'Putin: Rusia Buka Kemungkinan Akan Pasok Senjata ke Korea Utara' }]
  })
})

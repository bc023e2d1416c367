// How well articles are found in pages, against the references of two extractors' own test pages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderMarkdown } from '../../../../src/main/importing/formats/markdown/render'
import { describeMaterial, outcome, parse } from '../support'
import { isSameTitle, meanOf, overlap, textOfFinished, textOfMarkup, tokensOf } from './agreement'

interface Case {
  readonly page: Buffer
  readonly text: string
  readonly title: string
}

interface Agreement {
  readonly text: number
  readonly titles: number
}

/** Agreement in the mean; a page that cannot be read agrees in nothing. Prints both figures. */
async function measure(name: string, cases: readonly Case[]): Promise<Agreement> {
  const scores: number[] = []
  let titles = 0
  for (const { page, text, title } of cases) {
    const parsing = parse(page, 'page.html')
    if ((await outcome(parsing)) === 'no_article_found') {
      scores.push(0)
      continue
    }
    const article = await parsing
    scores.push(overlap(tokensOf(article.text), tokensOf(text)))
    if (isSameTitle(article.title, title)) titles++
  }
  const mean = meanOf(scores)
  console.log(
    `${name}: mean F1 ${mean.toFixed(4)}, least ${Math.min(...scores).toFixed(3)}, titles ${titles} of ${cases.length}`
  )
  return { text: mean, titles: titles / cases.length }
}

const titleIn = (json: string): string => (JSON.parse(json) as { readonly title: string }).title

describeMaterial('pages of mozilla/readability', 'data/extraction/readability', folder => {
  it('give the reference text, 0.99 of its tokens in the mean, and 0.95 of the titles', async () => {
    const names = readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? entry.name : []))
    const cases = names.map(name => {
      const read = (file: string): Buffer => readFileSync(join(folder, name, file))
      return {
        page: read('source.html'),
        text: textOfMarkup(read('expected.html').toString()),
        title: titleIn(read('expected-metadata.json').toString())
      }
    })
    const { text, titles } = await measure('readability', cases)
    expect({ text: text >= 0.99, titles: titles >= 0.95 }).toEqual({ text: true, titles: true })
  }, 60_000)
})

const fencedHead = /^```json\n(?<json>[\s\S]*?)\n```\n/

describeMaterial('pages of defuddle', 'data/extraction/defuddle', folder => {
  it('give the reference text, 0.95 of its tokens in the mean, and 0.9 of the titles', async () => {
    const pages = readdirSync(folder).filter(name => name.endsWith('.html'))
    const cases = pages.map(name => {
      const reference = readFileSync(join(folder, name.replace(/html$/, 'md')), 'utf8')
      const head = fencedHead.exec(reference)
      return {
        page: readFileSync(join(folder, name)),
        text: textOfFinished(renderMarkdown(reference.slice(head?.[0].length ?? 0))),
        title: titleIn(head?.groups?.['json'] ?? '{"title":""}')
      }
    })
    const { text, titles } = await measure('defuddle', cases)
    expect({ text: text >= 0.95, titles: titles >= 0.9 }).toEqual({ text: true, titles: true })
  }, 60_000)
})

// Owns the parsing benchmark: plain-text articles of 3 to 4 kB a second, in one thread, without disk.
// `npm run bench -- parsing [--count N] [--rounds N]`
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { parseArticle } from '../../src/main/importing/pipeline'
import { createRandom, generateArticles, pick } from './generate'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '3000' }, rounds: { type: 'string', default: '5' } }
})
const seed = 20_241_105
const length = 3_500

/** Made-up words, as in the other benchmarks. */
function generated(count: number): Buffer[] {
  return [...generateArticles(count, seed)].map(({ text }) => Buffer.from(text.slice(0, length)))
}

/** Heads of the golden corpus over paragraphs of it: real words, dates, names, quotation marks, read-also lines. */
function recombined(count: number): Buffer[] {
  const folder = resolve('tests/fixtures/text')
  const texts = readdirSync(folder)
    .filter(slug => slug.startsWith('id-') && slug !== 'id-windows-1252')
    .map(slug =>
      readFileSync(join(folder, slug, 'source.txt'), 'utf8')
        .split('\n')
        .filter(line => line.trim() !== '')
    )
  const paragraphs = texts.flat().filter(line => line.length > 100)
  const random = createRandom(seed)
  return Array.from({ length: count }, () => {
    let text = pick(texts, random).join('\n')
    while (text.length < length) text += `\n${pick(paragraphs, random)}`
    return Buffer.from(text)
  })
}

interface Rate {
  /** Articles a second by the clock, and by the processor's time, which other programs do not change. */
  readonly wall: number
  readonly processor: number
}

async function measure(files: readonly Buffer[]): Promise<Rate> {
  const start = performance.now()
  const before = process.cpuUsage()
  for (const bytes of files) await parseArticle({ fileName: 'article.txt', path: null, bytes })
  const { user, system } = process.cpuUsage(before)
  return {
    wall: files.length / ((performance.now() - start) / 1_000),
    processor: files.length / ((user + system) / 1e6)
  }
}

const median = (rates: readonly number[]): number =>
  Math.round(rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)] ?? 0)

const sets = { generated: generated(Number(values.count)), recombined: recombined(Number(values.count)) }
for (const [name, files] of Object.entries(sets)) {
  const bytes = Math.round(files.reduce((sum, file) => sum + file.length, 0) / files.length)
  const rates: Rate[] = []
  for (let round = 0; round < Number(values.rounds); round++) rates.push(await measure(files))
  const wall = median(rates.map(rate => rate.wall))
  const processor = median(rates.map(rate => rate.processor))
  console.log(
    `${name}: ${wall} articles/s, ${processor} a second of processor time (${files.length} of ${bytes} bytes, median of ${rates.length})`
  )
}

// Owns the figures of Indonesian stemming: which words meet in the index, by the index's own Analyzer.
// `npm run bench -- stemming [--misses] [--json]`
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { createAnalyzer } from '../../src/main/search/analysis/analyzer'
import { createRandom, pick } from './generate'

const folder = resolve('../shared/data/search/stemming')
const foreignPairs = 200_000

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } }
})
const analyzer = createAnalyzer()

/** True where a search for one text finds an article that is the other. */
function finds(query: string, text: string): boolean {
  const indexed = new Set(analyzer.split(text).flatMap(({ exact }) => analyzer.indexTerms(exact, 'id')))
  const words = analyzer.split(query).filter(({ role }) => role === 'word' || role === 'compound')
  return words.every(word => analyzer.queryTerms(word, ['id']).some(({ term }) => indexed.has(term)))
}

function meet(first: string, second: string): boolean {
  return finds(first, second) && finds(second, first)
}

function readLines(name: string): string[] {
  const bytes = readFileSync(resolve(folder, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n')
}

if (!existsSync(folder)) console.error('Skipped: the words lie in ../shared/data/search/stemming, which is absent here')
else measure()

function measure(): void {
  const pairs = readLines('sastrawi-pairs.tsv')
    .slice(1)
    .map(line => line.split('\t'))
  const families = pairs.map(([word = '', root = '']) => ({ word, root }))
  const missed = families.filter(({ word, root }) => !meet(word, root))

  const random = createRandom(11)
  const strangers = families.flatMap(({ word, root }) =>
    families.flatMap(other => (other.root === root || other.word === root ? [] : [[word, other.root] as const]))
  )
  const met = strangers.filter(([word, root]) => meet(word, root))

  // Two words of another stemmer's list that it gives different stems: strangers, save where it errs.
  const words = readLines('snowball-indonesian-voc.txt.gz')
  const stems = readLines('snowball-indonesian-output.txt.gz')
  let metAtRandom = 0
  const places = [...words.keys()]
  for (let count = 0; count < foreignPairs;) {
    const [first, second] = [pick(places, random), pick(places, random)]
    if (stems[first] === stems[second]) continue
    count++
    if (meet(words[first] ?? '', words[second] ?? '')) metAtRandom++
  }
  const report = {
    pairs: families.length,
    met: families.length - missed.length,
    metShare: share(families.length - missed.length, families.length),
    foreignPairs: strangers.length,
    foreignMet: met.length,
    foreignShare: share(met.length, strangers.length),
    randomPairs: foreignPairs,
    randomMet: metAtRandom,
    randomShare: share(metAtRandom, foreignPairs)
  }
  if (values.misses) for (const { word, root } of missed) console.error(`missed: ${word} – ${root}`)
  if (values.misses) for (const [word, root] of met) console.error(`met: ${word} – ${root}`)
  if (values.json) console.log(JSON.stringify(report))
  else {
    console.log(`word and root meet:              ${report.met} of ${report.pairs} (${percent(report.metShare)})`)
    console.log(
      `words meet others' roots:        ${met.length} of ${strangers.length} (${percent(report.foreignShare)})`
    )
    console.log(`words of different stems meet:   ${metAtRandom} of ${foreignPairs} (${percent(report.randomShare)})`)
  }
}

function share(part: number, whole: number): number {
  return Math.round((part / whole) * 1e6) / 1e6
}

function percent(value: number): string {
  return `${(value * 100).toFixed(3)} %`
}

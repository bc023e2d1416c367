// Owns how a measurement is shown: a table with every engine beside Lontar, and the ratios. Measures nothing.
import type { BuildCost, Percentiles, QueryCost } from './measure'
import { queryClasses } from './queries'

/** What was measured at one size. */
export interface SizeReport {
  readonly size: number
  readonly engines: Readonly<Record<string, BuildCost & QueryCost>>
}

/** One column of figures; the numbers that ratios are made of go beside their text. */
interface Cell {
  readonly text: string
  readonly value: number | undefined
}

/** The table of a size. In brackets: how many times Lontar's figure (p95 where there are two). */
export function formatReport({ size, engines }: SizeReport): string {
  const costs = Object.entries(engines)
  const own = engines['lontar']
  const row = (title: string, cellOf: (cost: BuildCost & QueryCost) => Cell): string => {
    const base = own && cellOf(own).value
    const cells = costs.map(([name, cost]) => {
      const { text, value } = cellOf(cost)
      const ratio = name === 'lontar' || !base || value === undefined ? '' : ` (${shorten(value / base)}×)`
      return `${text}${ratio}`.padStart(26)
    })
    return title.padEnd(30) + cells.join('')
  }
  const times = (found: Percentiles | undefined): Cell =>
    found ? { text: `${found.p50} / ${found.p95}`, value: found.p95 } : { text: '–', value: undefined }
  const single = (value: number | undefined): Cell => ({ text: String(value ?? '–'), value })
  return [
    `${size} articles`.padEnd(30) + costs.map(([name]) => name.padStart(26)).join(''),
    row('build, articles/s', ({ buildPerSecond }) => single(buildPerSecond)),
    row('longest wait in it, ms', ({ buildWaitMs }) => single(buildWaitMs)),
    row('on disk, MB', ({ diskMB }) => single(diskMB)),
    row('memory, MB', ({ memoryMB }) => single(memoryMB)),
    row('open to first answer, ms', ({ openMs }) => single(openMs)),
    ...queryClasses.map(name => row(`${name}, ms p50 / p95`, ({ queries }) => times(queries[name]))),
    row('phrase of two common words', ({ more }) => times(more.phraseOfTwo)),
    row('snippets and hits of 20', ({ more }) => times(more.snippets)),
    row('an article more, until found', ({ more }) => times(more.add)),
    row('longest wait, ms', ({ more }) => single(more.waitMs)),
    ''
  ].join('\n')
}

function shorten(ratio: number): string {
  return ratio >= 10 ? String(Math.round(ratio)) : ratio.toPrecision(2)
}

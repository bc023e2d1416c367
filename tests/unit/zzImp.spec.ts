import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { test } from 'vitest'
import { parseArticle } from '/work/main/src/main/importing/pipeline'
test('x', async () => {
  const bytes = readFileSync('/work/shared/seeds/000_5c43ae279a1da39f.txt')
  const a = await parseArticle({ fileName: 's.txt', path: null, bytes })
  if (process.env.SHOW) console.log(JSON.stringify({ ...a, text: a.text.length }, null, 1))
  for (let i = 0; i < 100; i++) await parseArticle({ fileName: 's.txt', path: null, bytes })
  const se = new Session(); se.connect(); await se.post('Profiler.enable'); await se.post('Profiler.start')
  const t = performance.now()
  for (let i = 0; i < 1000; i++) await parseArticle({ fileName: 's.txt', path: null, bytes })
  console.log((performance.now() - t) / 1000, 'ms')
  const { profile } = await se.post('Profiler.stop')
  const self = new Map(); const dt = profile.timeDeltas; const byId = new Map(profile.nodes.map(n => [n.id, n]))
  profile.samples.forEach((id, i) => { const n = byId.get(id); const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').slice(-2).join('/') + ':' + n.callFrame.lineNumber; self.set(k, (self.get(k) ?? 0) + dt[i]) })
  console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 22).map(([k, v]) => Math.round(v / 1000) + ' ' + k).join('\n'))
})

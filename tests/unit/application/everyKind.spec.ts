// A folder with one file of every kind: each comes to what it is, none is forgotten, and a second import adds nothing.
import { rmSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { articleFormats } from '@shared/model/article'
import { everyKindTotals, writeEveryKind } from '../../e2e/support/everyKind'
import { importPaths, openTestApplication } from '../support/testApplication'

it('brings in one file of every kind, and nothing more the second time', async () => {
  const folder = writeEveryKind()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { application } = openTestApplication()
  const { totals, entries, total } = await importPaths(application, [folder])
  expect(entries.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  expect(totals).toEqual({ ...everyKindTotals, updated: 0, duplicate: 0, failed: 0 })
  expect(new Set(entries.map(({ format }) => format))).toEqual(new Set(articleFormats))
  const again = await importPaths(application, [folder])
  expect(again.totals).toEqual({ imported: 0, updated: 0, duplicate: total, stub: 0, failed: 0 })
})

// Exports that nobody of this project wrote: every entry is accounted for.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseFile } from '../../../../src/main/importing/pipeline'
import { describeMaterial } from '../support'

/** What the file itself holds, counted without the code under test. */
const counted: Readonly<Record<string, (text: string) => number>> = {
  'instapaper-export.csv': text => text.trim().split('\n').length - 1,
  'pocket.csv': text => text.trim().split(/,(?:unread|archive)\s*(?:\n|$)/).length - 1,
  'ril_export.html': text => text.match(/<a /g)?.length ?? 0,
  'omnivore.json': text => (JSON.parse(text) as unknown[]).length,
  'wallabag-v2.json': text => (JSON.parse(text) as unknown[]).length,
  'wallabag-v2-read.json': text => (JSON.parse(text) as unknown[]).length
}

describeMaterial('exports of other services', 'data/exports', folder => {
  it.each(Object.entries(counted))('%s gives every entry', async (fileName, count) => {
    const bytes = readFileSync(join(folder, fileName))
    const parsed = await parseFile({ fileName, path: join(folder, fileName), bytes })
    const records = parsed.kind === 'export' ? parsed.export.records : []
    expect(records).toHaveLength(count(bytes.toString('utf8')))
    expect(records.every(record => record.url !== null && record.title !== null)).toBe(true)
  })

  const bookmarkFiles = readdirSync(join(folder, 'netscape')).filter(
    name => name.endsWith('.htm') && name !== 'empty.htm'
  )
  it.each(bookmarkFiles)('netscape/%s gives every link', async fileName => {
    const bytes = readFileSync(join(folder, 'netscape', fileName))
    const parsed = await parseFile({ fileName, path: null, bytes })
    const links = bytes.toString('utf8').match(/<a\s[^>]*href=/gi)?.length
    expect(parsed.kind === 'export' ? parsed.export.records.length : parsed.kind).toBe(links)
  })
})

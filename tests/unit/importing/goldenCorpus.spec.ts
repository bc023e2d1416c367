// The golden corpus: every tests/fixtures/<format>/<slug>/source.* of an article format gives its expected.json, as a whole.
// `LONTAR_UPDATE_GOLDEN=1 npm run test:unit -- goldenCorpus` writes the expected files anew; read what changes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleFormats } from '@shared/model/article'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { parseArticle } from '../../../src/main/importing/pipeline'

const fixtures = resolve('tests/fixtures')
const isUpdating = process.env['LONTAR_UPDATE_GOLDEN'] === '1'

/** The article with its images' bytes as a number, so that a person can read the file. */
function readable(article: ImportedArticle): unknown {
  const resources = article.resources.map(({ bytes, ...rest }) => ({ ...rest, bytes: bytes.length }))
  return JSON.parse(JSON.stringify({ ...article, resources })) as unknown
}

for (const format of articleFormats.filter(name => name !== 'stub')) {
  const folder = resolve(fixtures, format)
  describe(`the corpus of ${format}`, () => {
    const slugs = readdirSync(folder).toSorted()
    it.each(slugs)('%s is read as expected', async slug => {
      const fileName = readdirSync(resolve(folder, slug)).find(name => name.startsWith('source.')) ?? ''
      const path = resolve(folder, slug, fileName)
      const expectedFile = resolve(folder, slug, 'expected.json')
      const article = readable(await parseArticle({ fileName, path, bytes: readFileSync(path) }))
      if (isUpdating) writeFileSync(expectedFile, `${JSON.stringify(article, null, 2)}\n`)
      expect(existsSync(expectedFile)).toBe(true)
      expect(article).toEqual(JSON.parse(readFileSync(expectedFile, 'utf8')))
    })
  })
}

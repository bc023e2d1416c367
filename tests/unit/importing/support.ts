// Owns what the tests of importing share: parsing from a string, and the places of material from elsewhere.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe } from 'vitest'
import type { AppError } from '@shared/errors'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ParseOptions } from '../../../src/main/importing/importer'
import { defaultLimits, type ImportLimits } from '../../../src/main/importing/limits'
import { parseArticle } from '../../../src/main/importing/pipeline'

/** Parses a string (as UTF-8) or bytes under a file name. */
export function parse(
  content: string | Uint8Array,
  fileName = 'article.txt',
  limits: Partial<ImportLimits> = {},
  options: ParseOptions = {}
): Promise<ImportedArticle> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return parseArticle({ fileName, path: null, bytes, options }, { ...defaultLimits, ...limits })
}

/** The code of the failure that parsing ends in, or the title where it does not fail. */
export async function outcome(parsing: Promise<ImportedArticle>): Promise<string> {
  return parsing.then(
    article => `read: ${article.title}`,
    (error: unknown) => (error as AppError).code
  )
}

/** Material that lies beside the checkout on some machines. Tests of it are skipped, by name, where it is absent. */
export function describeMaterial(name: string, path: string, tests: (folder: string) => void): void {
  const folder = resolve('../shared', path)
  describe.skipIf(!existsSync(folder))(`${name} (skipped where ../shared/${path} is absent)`, () => {
    if (existsSync(folder)) tests(folder)
  })
}

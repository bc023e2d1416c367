import { describe, expect, it } from 'vitest'
import { describeEnd, describeTotals } from '../../../../../src/renderer/src/features/importing/totals'
import { createFormats } from '../../../../../src/renderer/src/i18n/format'
import { createTexts } from '../../../../../src/renderer/src/i18n/i18n'

async function describeIn(language: 'en' | 'id', change: object): Promise<string> {
  const texts = await createTexts(language)
  const totals = { imported: 0, updated: 0, duplicate: 0, stub: 0, failed: 0, ...change }
  return describeTotals(texts.getFixedT(null, 'interface'), createFormats(language), totals)
}

describe('describeTotals', () => {
  it('says so where nothing came in', async () => {
    expect(await describeIn('en', {})).toBe('Nothing was added')
  })

  it('leaves out what did not happen', async () => {
    expect(await describeIn('en', { imported: 12, duplicate: 1, failed: 2 })).toBe(
      '12 added, 1 already there, 2 failed'
    )
  })

  it('writes numbers in the language of the interface', async () => {
    expect(await describeIn('id', { imported: 1_250 })).toBe('1.250 ditambahkan')
  })
})

describe('describeEnd', () => {
  it('says first of all that an import was stopped', async () => {
    const texts = await createTexts('en')
    const totals = { imported: 3, updated: 0, duplicate: 0, stub: 0, failed: 0 }
    const describeState = (state: 'finished' | 'cancelled'): string =>
      describeEnd(texts.getFixedT(null, 'interface'), createFormats('en'), { state, totals })
    expect([describeState('cancelled'), describeState('finished')]).toEqual(['Import stopped: 3 added', '3 added'])
  })
})

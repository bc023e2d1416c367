import { describe, expect, it } from 'vitest'
import { describeLeftOut } from '../../../../../src/renderer/src/features/reader/leftOut'
import { createFormats } from '../../../../../src/renderer/src/i18n/format'
import { createTexts, type InterfaceLanguage } from '../../../../../src/renderer/src/i18n/i18n'

const nothing = { scripts: 0, frames: 0, forms: 0, remoteImages: 0, eventHandlers: 0, trackers: 0 }
const describeIn = async (language: InterfaceLanguage, removed: typeof nothing): Promise<string | null> => {
  const texts = await createTexts(language)
  return describeLeftOut(texts.getFixedT(null, 'interface'), createFormats(language), removed)
}

describe('describeLeftOut', () => {
  it('says nothing of a page that came in whole', async () => {
    expect(await describeIn('en', nothing)).toBeNull()
  })

  it('says nothing of event handlers alone, which nobody reads', async () => {
    expect(await describeIn('en', { ...nothing, eventHandlers: 3 })).toBeNull()
  })

  it('counts each kind in its own plural, what is missed first', async () => {
    const removed = { ...nothing, scripts: 1_200, remoteImages: 1 }
    expect(await describeIn('en', removed)).toBe('Left out of this page: 1 image from the web, 1,200 scripts')
  })

  it('speaks Indonesian', async () => {
    const removed = { ...nothing, frames: 2 }
    expect(await describeIn('id', removed)).toBe('Tidak diikutkan dari halaman ini: 2 halaman sisipan')
  })
})

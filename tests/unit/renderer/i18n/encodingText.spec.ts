import { describe, expect, it } from 'vitest'
import { selectableEncodings } from '../../../../src/main/importing/text/encodings'
import { en } from '../../../../src/renderer/src/i18n/en'
import { encodingGroupText, encodingText } from '../../../../src/renderer/src/i18n/encodingText'
import { createTexts } from '../../../../src/renderer/src/i18n/i18n'

describe('encodingText', () => {
  it('has words for every group that can be chosen from, and for no other', () => {
    const groups = new Set(selectableEncodings.map(choice => choice.group))
    expect(Object.keys(en.encoding.groups).toSorted()).toEqual([...groups].toSorted())
  })

  it('says an encoding without the group that it stands under', async () => {
    const t = (await createTexts('id')).getFixedT(null, 'interface')
    const choice = { label: 'windows-1250', name: 'Central European (Windows-1250)', group: 'Central European' }
    expect([encodingGroupText(t, choice.group), encodingText(t, choice)]).toEqual(['Eropa Tengah', 'Windows-1250'])
  })

  it('keeps what the host says of an encoding that it does not know', async () => {
    const t = (await createTexts('en')).getFixedT(null, 'interface')
    const choice = { label: 'x-new', name: 'New', group: 'Elsewhere' }
    expect([encodingGroupText(t, choice.group), encodingText(t, choice)]).toEqual(['Elsewhere', 'New'])
  })
})

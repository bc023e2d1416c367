import { describe, expect, it } from 'vitest'
import { findByFunctionWords } from '../../../../src/main/importing/language/functionWords'
import { newsSentences } from '../text/newsSentences'

describe('findByFunctionWords', () => {
  it('knows Indonesian', () => {
    const text =
      'Warga yang tinggal di tepi sungai itu tidak mau pindah karena sawah mereka sudah digarap dari dahulu, dan untuk pergi ke pasar mereka naik perahu dengan anak-anak.'
    expect(findByFunctionWords(text)).toBe('id')
  })

  it('knows English', () => {
    const text =
      'The people who live by the river do not want to move, and they have told the council that their fields were tilled by those from before the war.'
    expect(findByFunctionWords(text)).toBe('en')
  })

  it.each(Object.keys(newsSentences).filter(language => language !== 'id'))('is never sure of %s', language => {
    expect(findByFunctionWords((newsSentences[language] ?? '').repeat(3))).toBe(null)
  })

  it('is not sure of a mixture', () => {
    expect(findByFunctionWords('yang dan dari untuk dengan pada the and that with from for')).toBe(null)
  })
})

import { describe, expect, it } from 'vitest'
import { proposeName } from '../../../../../src/renderer/src/features/search/proposeName'

describe('proposeName', () => {
  it.each([
    ['-is:read', '-is:read'],
    ['  ( )  ', '( )'],
    ['"', '"'],
    ['sungai', 'Sungai'],
    ['"jembatan gantung" -roboh', 'Jembatan gantung'],
    ['tag:perahu (kayu OR besi)', 'Perahu kayu besi'],
    ['source:"Warta Hulu" is:unread', 'Warta Hulu unread'],
    ['baca* jembatn~', 'Baca jembatn'],
    ['gempa NEAR/5 cianjur', 'Gempa cianjur'],
    ['川の流れ', '川の流れ'],
    ['NASA', 'NASA']
  ])('of %j is %j', (query, name) => {
    expect(proposeName(query)).toBe(name)
  })

  it('is cut at a word where it is long', () => {
    expect(proposeName('perahu '.repeat(30))).toBe(`Perahu ${'perahu '.repeat(7).trim()}…`)
  })

  it('never cuts a character in two', () => {
    expect(proposeName(`a${'𠮷'.repeat(80)}`)).toBe(`A${'𠮷'.repeat(29)}…`)
  })
})

import { describe, expect, it } from 'vitest'
import { describeDrag } from '../../../../../src/renderer/src/features/importing/drag'

function transfer(types: readonly string[], kinds: readonly string[] = []): Pick<DataTransfer, 'types' | 'items'> {
  return { types, items: kinds.map(kind => ({ kind })) as unknown as DataTransferItemList }
}

describe('describeDrag', () => {
  it('is nothing for what cannot be added', () => {
    expect(describeDrag(transfer(['application/x-color']))).toBeNull()
  })

  it('counts the files', () => {
    expect(describeDrag(transfer(['Files'], ['file', 'file']))).toEqual({ kind: 'files', count: 2 })
  })

  it('takes a selection of text', () => {
    expect(describeDrag(transfer(['text/plain']))).toEqual({ kind: 'text' })
  })
})

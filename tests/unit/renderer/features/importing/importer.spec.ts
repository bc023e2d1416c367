import { describe, expect, it } from 'vitest'
import { pastedItem } from '../../../../../src/renderer/src/features/importing/importer'

function transfer(data: Record<string, string>): Pick<DataTransfer, 'getData'> {
  return { getData: type => data[type] ?? '' }
}

describe('pastedItem', () => {
  it('is nothing where there is only blank text', () => {
    expect(pastedItem(transfer({ 'text/plain': ' \n ' }))).toBeNull()
  })

  it('is text where the markup has no structure', () => {
    const data = { 'text/plain': 'One line', 'text/html': '<meta charset="utf-8"><span>One line</span>' }
    expect(pastedItem(transfer(data))).toEqual({ kind: 'pasted', format: 'text', content: 'One line' })
  })

  it('is HTML where the markup has paragraphs', () => {
    const data = { 'text/plain': 'One\nTwo', 'text/html': '<h1>One</h1><p>Two</p>' }
    expect(pastedItem(transfer(data))).toEqual({ kind: 'pasted', format: 'html', content: '<h1>One</h1><p>Two</p>' })
  })
})

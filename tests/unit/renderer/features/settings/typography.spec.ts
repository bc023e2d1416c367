import { describe, expect, it } from 'vitest'
import { settingsSchema } from '@shared/model/settings'
import * as v from 'valibot'
import { resolveTheme } from '../../../../../src/renderer/src/features/settings/theme'
import { changeFontSize, typographyBounds } from '../../../../../src/renderer/src/features/settings/typography'

describe('typography', () => {
  it('never leaves the bounds of the size', () => {
    expect([changeFontSize(40, 'larger'), changeFontSize(12, 'smaller')]).toEqual([40, 12])
  })

  it('goes back to the usual size', () => {
    expect(changeFontSize(31, 'reset')).toBe(19)
  })

  it.each(['fontSize', 'lineHeight', 'measure'] as const)('has the bounds of the settings for %s', name => {
    const { least, most } = typographyBounds[name]
    const accepts = (value: number): boolean => v.is(settingsSchema.entries[name], value)
    expect([accepts(least), accepts(most), accepts(least - 0.1), accepts(most + 0.1)]).toEqual([
      true,
      true,
      false,
      false
    ])
  })
})

describe('theme', () => {
  it('follows the desktop only where the person has not chosen', () => {
    expect([resolveTheme('system', true), resolveTheme('system', false), resolveTheme('sepia', true)]).toEqual([
      'dark',
      'light',
      'sepia'
    ])
  })
})

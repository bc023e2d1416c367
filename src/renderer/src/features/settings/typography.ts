// Owns the steps and bounds of the reading text's settings. Pure.
import { defaultSettings, type Settings } from '@shared/model/settings'

/** The settings that shape the reading text. */
export type Typography = Pick<Settings, 'typeface' | 'fontSize' | 'lineHeight' | 'measure'>

/** Bounds and step of each measure, as in the settings' schema: pixels, factor, characters. */
export const typographyBounds = {
  fontSize: { least: 12, most: 40, step: 1 },
  lineHeight: { least: 1.2, most: 2.4, step: 0.05 },
  measure: { least: 45, most: 90, step: 1 }
} as const

/** The text's size one step up or down, or as it is by default. */
export function changeFontSize(fontSize: number, change: 'larger' | 'smaller' | 'reset'): number {
  if (change === 'reset') return defaultSettings.fontSize
  const { least, most, step } = typographyBounds.fontSize
  return Math.min(most, Math.max(least, fontSize + (change === 'larger' ? step : -step)))
}

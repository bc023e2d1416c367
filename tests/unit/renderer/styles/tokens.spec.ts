import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(resolve('src/renderer/src/styles/tokens.css'), 'utf8')

/** The colours of a theme as the file states them. */
function coloursOf(theme: string): ReadonlyMap<string, string> {
  const block = new RegExp(`data-theme='${theme}'\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(match => [match[1] ?? '', match[2] ?? '']))
}

/** Relative luminance of a colour. Source: WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const textPairs = [
  ['ink', 'paper'],
  ['ink', 'raised'],
  ['ink', 'selected'],
  ['quiet-ink', 'paper'],
  ['quiet-ink', 'raised'],
  ['quiet-ink', 'desk'],
  ['quiet-ink', 'hover'],
  ['quiet-ink', 'selected'],
  ['accent', 'paper'],
  ['accent', 'raised'],
  ['accent', 'hover'],
  ['on-accent', 'accent'],
  ['mark-ink', 'mark'],
  ['danger', 'raised'],
  ['danger', 'paper']
] as const

describe.each(['light', 'sepia', 'dark', 'black'])('the theme %s', theme => {
  const colours = coloursOf(theme)
  const between = (front: string, back: string): number =>
    contrast(colours.get(front) ?? '#000000', colours.get(back) ?? '#000000')

  it.each(textPairs)('can be read: %s on %s has 4.5 : 1', (front, back) => {
    expect(between(front, back)).toBeGreaterThanOrEqual(4.5)
  })

  it('can be read at the current hit', () => {
    const front = colours.has('mark-current-ink') ? 'mark-current-ink' : 'mark-ink'
    expect(between(front, 'mark-current')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['paper', 'raised'])('shows the lines of controls on %s with 3 : 1', back => {
    expect(between('control-line', back)).toBeGreaterThanOrEqual(3)
  })
})

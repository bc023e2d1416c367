import { describe, expect, it } from 'vitest'
import { restoreWindow } from '../../../src/main/electron/windowState'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }

describe('restoreWindow', () => {
  it.each([undefined, null, 'broken', { bounds: { x: 'a' } }, { bounds: { x: 0, y: 0, width: 1.5, height: 2 } }])(
    'opens at the first size where %j was remembered',
    stored => {
      expect(restoreWindow(stored, [screen])).toEqual({ width: 1280, height: 820, isMaximized: false })
    }
  )

  it('opens in the middle where the screen of the window is gone', () => {
    const stored = { bounds: { x: 4000, y: 100, width: 1000, height: 700 }, isMaximized: false }
    expect(restoreWindow(stored, [screen])).toEqual({ width: 1000, height: 700, isMaximized: false })
  })

  it('opens where it was, also on a second screen', () => {
    const bounds = { x: 2000, y: 50, width: 1000, height: 700 }
    const second = { x: 1920, y: 0, width: 1280, height: 1024 }
    expect(restoreWindow({ bounds, isMaximized: true }, [screen, second])).toEqual({ ...bounds, isMaximized: true })
  })

  it('is never smaller than the least size, nor larger than a small screen on the first start', () => {
    const tiny = { bounds: { x: 0, y: 0, width: 200, height: 200 }, isMaximized: false }
    expect(restoreWindow(tiny, [screen])).toMatchObject({ width: 720, height: 480 })
    expect(restoreWindow(undefined, [{ ...screen, width: 1024, height: 700 }])).toMatchObject({
      width: 1024,
      height: 700
    })
  })
})

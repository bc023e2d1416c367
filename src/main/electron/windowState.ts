// Owns where the window was and whether that place still exists. Pure: asks no screen itself.
import * as v from 'valibot'

/** A rectangle on the screens, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const pixels = v.pipe(v.number(), v.integer())
const windowStateSchema = v.object({
  bounds: v.object({ x: pixels, y: pixels, width: pixels, height: pixels }),
  isMaximized: v.boolean()
})

/** What is remembered of the window. */
export type WindowState = v.InferOutput<typeof windowStateSchema>

/** The least size of the window. */
export const leastSize = { width: 720, height: 480 }
const firstSize = { width: 1280, height: 820 }

/**
 * The bounds to open with: the remembered ones where enough of them lies on a screen that is still there, else the first
 * size in the middle of the primary screen.
 * @param stored whatever the library remembers
 * @param workAreas of every screen, the primary one first
 */
export function restoreWindow(
  stored: unknown,
  workAreas: readonly Rectangle[]
): Partial<Rectangle> & { isMaximized: boolean } {
  const parsed = v.safeParse(windowStateSchema, stored)
  if (!parsed.success) return { ...fit(firstSize, workAreas[0]), isMaximized: false }
  const { bounds, isMaximized } = parsed.output
  const isVisible = workAreas.some(area => overlap(bounds, area) >= 100 * 100)
  if (!isVisible) return { ...fit(bounds, workAreas[0]), isMaximized }
  return {
    ...bounds,
    width: Math.max(bounds.width, leastSize.width),
    height: Math.max(bounds.height, leastSize.height),
    isMaximized
  }
}

function fit(size: { width: number; height: number }, area: Rectangle | undefined): { width: number; height: number } {
  return {
    width: Math.max(leastSize.width, Math.min(size.width, area?.width ?? size.width)),
    height: Math.max(leastSize.height, Math.min(size.height, area?.height ?? size.height))
  }
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

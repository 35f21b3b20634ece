/** Where the window was, kept with the preferences. */
import { z } from 'zod'
import { MINIMUM, type Rectangle, type Size, standardSize } from './windowSize.ts'

const storedSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(MINIMUM.width),
  height: z.int().min(MINIMUM.height),
  isMaximized: z.boolean().default(false),
})
export type StoredBounds = z.output<typeof storedSchema>

export type WindowPlace = Partial<Rectangle> & Size & { readonly isMaximized: boolean }

/** Enough of the window must lie on a screen to be dragged. */
const GRIP = 100

/** Bounds from an earlier run, unless that screen is gone; never larger than the largest screen. */
export function placeWindow(stored: unknown, screens: readonly Rectangle[]): WindowPlace {
  const parsed = storedSchema.safeParse(stored)
  if (parsed.success && screens.some((screen) => overlaps(parsed.data, screen))) return parsed.data
  return { ...standardSize(screens), isMaximized: false }
}

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x + a.width - GRIP > b.x &&
  a.x + GRIP < b.x + b.width &&
  a.y >= b.y &&
  a.y + GRIP < b.y + b.height

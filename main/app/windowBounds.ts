/** Where the window was, kept with the preferences. */
import { z } from 'zod'

export const MINIMUM = { width: 1024, height: 640 } as const
const STANDARD = { width: 1440, height: 900 } as const

const storedSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(MINIMUM.width),
  height: z.int().min(MINIMUM.height),
  isMaximized: z.boolean().default(false),
})
export type StoredBounds = z.output<typeof storedSchema>

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type WindowPlace = Partial<Rectangle> & {
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

/** Enough of the window must lie on a screen to be dragged. */
const GRIP = 100

/** Bounds from an earlier run, unless that screen is gone; never larger than the largest screen. */
export function placeWindow(stored: unknown, screens: readonly Rectangle[]): WindowPlace {
  const parsed = storedSchema.safeParse(stored)
  if (parsed.success && screens.some((screen) => overlaps(parsed.data, screen))) return parsed.data
  const [main] = screens
  return {
    width: Math.max(MINIMUM.width, Math.min(STANDARD.width, main?.width ?? STANDARD.width)),
    height: Math.max(MINIMUM.height, Math.min(STANDARD.height, main?.height ?? STANDARD.height)),
    isMaximized: false,
  }
}

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x + a.width - GRIP > b.x &&
  a.x + GRIP < b.x + b.width &&
  a.y >= b.y &&
  a.y + GRIP < b.y + b.height

/** How large a window is that nobody has placed yet. */

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const MINIMUM: Size = { width: 1024, height: 640 }
const STANDARD: Size = { width: 1440, height: 900 }

/** `screens` are work areas, the main screen first. */
export const standardSize = ([main]: readonly Rectangle[]): Size => ({
  width: Math.max(MINIMUM.width, Math.min(STANDARD.width, main?.width ?? STANDARD.width)),
  height: Math.max(MINIMUM.height, Math.min(STANDARD.height, main?.height ?? STANDARD.height)),
})

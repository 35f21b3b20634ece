/** What a drag on the picture means for a clip's place, size, turn and crop. Pure. */
import type { Property } from '../../../../shared/model/clip.ts'

/** Everything in the canvas's pixels; the picture as a whole, before cropping. */
export interface Frame {
  readonly centerX: number
  readonly centerY: number
  readonly width: number
  readonly height: number
  /** Degrees clockwise. */
  readonly rotation: number
}

export interface Canvas {
  readonly width: number
  readonly height: number
}

export interface Vector {
  readonly x: number
  readonly y: number
}

/** Values as they were, and as they are set. */
export type Values = Readonly<Partial<Record<Property, number>>>
export type Side = 'Left' | 'Top' | 'Right' | 'Bottom'

const rounded = (value: number): number => Number(value.toFixed(6))
const within = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

/** Moved by canvas pixels; with `straight` along one axis only. */
export function moved(was: Values, canvas: Canvas, by: Vector, straight: boolean): Values {
  const across = straight && Math.abs(by.x) < Math.abs(by.y) ? 0 : by.x
  const down = straight && Math.abs(by.x) >= Math.abs(by.y) ? 0 : by.y
  return {
    positionX: rounded((was.positionX ?? 0) + across / canvas.width),
    positionY: rounded((was.positionY ?? 0) + down / canvas.height),
  }
}

/** A corner pulled away from the middle, or to it. */
export function scaled(was: Values, frame: Frame, from: Vector, to: Vector): Values {
  const far = (point: Vector): number =>
    Math.hypot(point.x - frame.centerX, point.y - frame.centerY)
  const start = far(from)
  return start < 1 ? {} : { scale: rounded(within(((was.scale ?? 1) * far(to)) / start, 0, 10)) }
}

/** Turned about the middle; in steps of 15 degrees where it should be `even`. */
export function turned(was: Values, frame: Frame, from: Vector, to: Vector, even: boolean): Values {
  const angle = (point: Vector): number =>
    Math.atan2(point.y - frame.centerY, point.x - frame.centerX)
  const by = ((angle(to) - angle(from)) * 180) / Math.PI
  // The short way round: past the left side the angle jumps by a whole turn.
  const short = by > 180 ? by - 360 : by < -180 ? by + 360 : by
  const next = (was.rotation ?? 0) + short
  return { rotation: rounded(even ? Math.round(next / 15) * 15 : Number(next.toFixed(1))) }
}

/** One side pushed in or pulled out, as the picture lies; something always remains. */
export function cropped(was: Values, frame: Frame, side: Side, by: Vector): Values {
  const turn = (-frame.rotation * Math.PI) / 180
  const along = {
    x: by.x * Math.cos(turn) - by.y * Math.sin(turn),
    y: by.x * Math.sin(turn) + by.y * Math.cos(turn),
  }
  const inwards = {
    Left: along.x / frame.width,
    Right: -along.x / frame.width,
    Top: along.y / frame.height,
    Bottom: -along.y / frame.height,
  }[side]
  const opposite = { Left: 'Right', Right: 'Left', Top: 'Bottom', Bottom: 'Top' } as const
  const most = 0.99 - (was[`crop${opposite[side]}`] ?? 0)
  return {
    [`crop${side}`]: rounded(within((was[`crop${side}`] ?? 0) + inwards, 0, Math.max(0, most))),
  }
}

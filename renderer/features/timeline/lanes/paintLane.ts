/** What lanes show, on a canvas: a value's curve with its keyframes and handles, and pins. Sizes are in CSS pixels. */
import type { Keyframe } from '../../../../shared/model/keyframe.ts'
import type { Tokens } from '../tokens.ts'
import type { LanePoint, PinMark } from './laneMarks.ts'

/** Half of a keyframe's diagonal: a square of 9 pixels on its corner. */
const DIAMOND = 9 / Math.SQRT2

export interface Marks {
  readonly path: string
  readonly stroke: string
  readonly alpha: number
  readonly keyframes: readonly KeyframeMark[]
}

export interface KeyframeMark {
  readonly id: Keyframe['id']
  readonly x: number
  readonly y: number
  readonly isSelected: boolean
  readonly isRefused: boolean
}

export function paintCurve(context: CanvasRenderingContext2D, marks: Marks, tokens: Tokens): void {
  context.lineWidth = 1.2
  context.globalAlpha = marks.alpha
  context.strokeStyle = marks.stroke
  context.stroke(new Path2D(marks.path))
  context.globalAlpha = 1
  for (const mark of marks.keyframes) paintKeyframe(context, mark, tokens)
}

function diamond(context: CanvasRenderingContext2D, { x, y }: LanePoint, reach: number): void {
  context.beginPath()
  context.moveTo(x, y - reach)
  context.lineTo(x + reach, y)
  context.lineTo(x, y + reach)
  context.lineTo(x - reach, y)
  context.closePath()
  context.fill()
}

/** A chosen one has a light ring, with a dark one between. */
function paintKeyframe(
  context: CanvasRenderingContext2D,
  mark: KeyframeMark,
  tokens: Tokens,
): void {
  if (mark.isSelected) {
    context.fillStyle = tokens.of('text')
    diamond(context, mark, DIAMOND + 3 * Math.SQRT2)
    context.fillStyle = tokens.of('surface-0')
    diamond(context, mark, DIAMOND + 1.5 * Math.SQRT2)
  }
  context.fillStyle = tokens.of(mark.isRefused ? 'error' : 'accent')
  diamond(context, mark, DIAMOND)
}

export interface HandleMark extends LanePoint {
  /** The keyframe that it belongs to. */
  readonly own: LanePoint
}

export function paintHandles(
  context: CanvasRenderingContext2D,
  handles: readonly HandleMark[],
  tokens: Tokens,
): void {
  context.lineWidth = 1
  context.strokeStyle = tokens.of('text-3')
  context.beginPath()
  for (const { x, y, own } of handles) {
    context.moveTo(own.x, own.y)
    context.lineTo(x, y)
  }
  context.stroke()
  context.lineWidth = 1.5
  context.strokeStyle = tokens.of('text')
  context.fillStyle = tokens.of('surface-0')
  for (const { x, y } of handles) {
    context.beginPath()
    context.arc(x, y, 3.75, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
  }
}

export interface ScaleMark {
  readonly y: number
  readonly text: string
}

/** Pixels between a scale's line and what is written at its end. */
const BESIDE = 8

/** Lines across what is seen of the clip, each with its value behind it, or above its end where there is no room. */
export function paintScale(
  context: CanvasRenderingContext2D,
  marks: readonly ScaleMark[],
  { left, right, width }: { readonly left: number; readonly right: number; readonly width: number },
  tokens: Tokens,
): void {
  context.font = tokens.caption
  context.globalAlpha = 1
  const widest = Math.max(...marks.map(({ text }) => context.measureText(text).width))
  const isBehind = right + BESIDE + widest <= width
  for (const { y, text } of marks) {
    context.fillStyle = tokens.of('line-strong')
    context.fillRect(left, Math.round(y) - 0.5, right - left, 1)
    context.fillStyle = tokens.of('text-2')
    context.textAlign = isBehind ? 'left' : 'right'
    context.textBaseline = isBehind ? 'middle' : 'bottom'
    context.fillText(text, right + (isBehind ? BESIDE : -BESIDE), isBehind ? y : y - 2)
  }
}

/** Of a pin's frame, with its border of 2 pixels; and how far a refused one is lifted, and aside, so that what is in its way is seen. */
export const PIN = { size: 46, top: 4, border: 2, lift: 3, aside: 16 }

/** Pixels from a pin's stem to the middle of its picture. */
export const asideOf = ({ x, isRefused }: Pick<PinMark, 'x' | 'isRefused'>): number =>
  isRefused ? (x < PIN.size ? PIN.aside : -PIN.aside) : 0

/** Draws a pin's stem and frame, its picture by `picture` inside. */
export function paintPin(
  context: CanvasRenderingContext2D,
  pin: PinMark,
  laneHeight: number,
  tokens: Tokens,
  picture: (left: number, top: number, size: number) => void,
): void {
  const { size, border } = PIN
  const left = Math.round(pin.x) - size / 2 + asideOf(pin)
  const top = PIN.top - (pin.isRefused ? PIN.lift : 0)
  context.globalAlpha = pin.isRefused ? 1 : 0.6
  context.fillStyle = tokens.of(pin.isRefused ? 'error' : 'shot-strong')
  context.fillRect(Math.round(pin.x) - 0.5, 0, 1, laneHeight)
  context.globalAlpha = 1
  context.save()
  if (pin.isRefused) {
    context.shadowColor = 'rgb(0 0 0 / 0.66)'
    context.shadowBlur = 12
    context.shadowOffsetY = 4
  }
  context.fillStyle = tokens.of(pin.isRefused ? 'error' : pin.isSelected ? 'accent' : 'shot-strong')
  context.beginPath()
  context.roundRect(left, top, size, size, 4)
  context.fill()
  context.restore()
  context.save()
  context.beginPath()
  context.roundRect(left + border, top + border, size - 2 * border, size - 2 * border, 2)
  context.clip()
  context.fillStyle = tokens.of('surface-0')
  context.fillRect(left, top, size, size)
  picture(left + border, top + border, size - 2 * border)
  context.restore()
}

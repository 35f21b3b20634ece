/** The bars of the level meters, and their scale, which stands still: a drawing of its own. */
import { type MeterLevel, QUIETEST } from '../../playback/soundLevels.ts'

export interface DrawnLevel extends Pick<MeterLevel, 'level' | 'held'> {
  /** Something was cut off. */
  readonly isCut: boolean
}

export interface MetersInk {
  readonly ground: string
  readonly quiet: string
  readonly loud: string
  readonly cut: string
  readonly scale: string
  readonly font: string
}

/** Pixels. */
const BAR = 6
const GAP = 2
const LIGHT = 6
const LETTERS = 10
/** Room for half a letter below the lowest mark. */
const FOOT = LETTERS / 2
/** Decibels from which a bar is of another colour. */
const LOUD = -12
const TOO_LOUD = -3
/** Decibels with a mark, the first ones dearest: those that would touch another are left out. */
const MARKS = [0, -60, -12, -24, -36, -6, -48, -18, -30, -42, -54, -3] as const
const BETWEEN_MARKS = LETTERS + 4

export function metersInk(canvas: HTMLCanvasElement): MetersInk {
  const style = getComputedStyle(canvas)
  const of = (name: string): string => style.getPropertyValue(name)
  return {
    ground: of('--surface-3'),
    quiet: of('--good'),
    loud: of('--warning'),
    cut: of('--error'),
    scale: of('--text-3'),
    font: `${LETTERS}px ${of('--font')}`,
  }
}

/** Those of the marks for which there is room on `height` pixels. */
export function marksOn(height: number): number[] {
  const placed: number[] = []
  for (const mark of MARKS) {
    const y = (height * mark) / QUIETEST
    const isFree = placed.every(
      (other) => Math.abs((height * other) / QUIETEST - y) >= BETWEEN_MARKS,
    )
    if (isFree) placed.push(mark)
  }
  return placed.sort((a, b) => b - a)
}

interface Sheet {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  /** Pixels that all decibels have, and where one lies. */
  readonly room: number
  readonly yOf: (level: number) => number
}

const TOP = LIGHT + 2 * GAP + FOOT

/** An empty one, as large as it is shown. */
function sheetOf(canvas: HTMLCanvasElement): Sheet {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The window has no 2D canvas for the level meters')
  const density = window.devicePixelRatio
  const [width, height] = [canvas.clientWidth, canvas.clientHeight]
  const [across, down] = [Math.round(width * density), Math.round(height * density)]
  if (canvas.width !== across) canvas.width = across
  if (canvas.height !== down) canvas.height = down
  context.setTransform(density, 0, 0, density, 0, 0)
  context.clearRect(0, 0, width, height)
  const room = Math.max(1, height - TOP - FOOT)
  return { context, width, room, yOf: (level) => TOP + (room * level) / QUIETEST }
}

export function drawMeters(
  canvas: HTMLCanvasElement,
  sides: readonly [DrawnLevel, DrawnLevel],
  ink: MetersInk,
): void {
  const { context, room, yOf } = sheetOf(canvas)
  const bands = [
    { from: QUIETEST, to: LOUD, color: ink.quiet },
    { from: LOUD, to: TOO_LOUD, color: ink.loud },
    { from: TOO_LOUD, to: 0, color: ink.cut },
  ]
  for (const [at, { level, held, isCut }] of sides.entries()) {
    const x = at * (BAR + GAP)
    context.fillStyle = isCut ? ink.cut : ink.ground
    context.fillRect(x, FOOT, BAR, LIGHT)
    context.fillStyle = ink.ground
    context.fillRect(x, TOP, BAR, room)
    for (const { from, to, color } of bands) {
      context.fillStyle = color
      const reached = Math.min(to, level)
      if (reached > from) context.fillRect(x, yOf(reached), BAR, yOf(from) - yOf(reached))
      const isHere = held > from && (held <= to || to === 0)
      if (isHere) context.fillRect(x, yOf(Math.min(0, held)), BAR, 2)
    }
  }
}

export function drawScale(canvas: HTMLCanvasElement, ink: MetersInk): void {
  const { context, width, room, yOf } = sheetOf(canvas)
  context.fillStyle = ink.scale
  context.font = ink.font
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  for (const mark of marksOn(room)) context.fillText(String(-mark), width, yOf(mark))
}

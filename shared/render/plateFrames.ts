/** The bytes of plates, frame by frame; words are drawn where there is a canvas. */
import { colorTable, type LookUpTables } from './colorTable.ts'
import type { CubePlate, TablePlate, VignettePlate, WipePlate } from './plates.ts'

/** Exports refuse what has look-up tables (unpainted.ts). */
const NO_TABLES: LookUpTables = new Map()

const clamp = (value: number): number => Math.min(1, Math.max(0, value))
const toByte = (value: number): number => Math.floor(clamp(value) * 255 + 0.5)

export function* vignetteFrames({
  width,
  height,
  steps,
}: VignettePlate): Generator<Uint8Array<ArrayBuffer>> {
  const [middleX, middleY] = [width / 2, height / 2]
  const corner = Math.hypot(middleX, middleY)
  for (const { amount, size, softness } of steps) {
    const frame = new Uint8Array(width * height)
    const soft = Math.max(softness, 0.001)
    const [from, reach] = [size - soft / 2, soft]
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const distance = Math.hypot(x + 0.5 - middleX, y + 0.5 - middleY) / corner
        const t = clamp((distance - from) / reach)
        frame[y * width + x] = toByte(1 - amount * t * t * (3 - 2 * t))
      }
    }
    yield frame
  }
}

export function* wipeFrames({
  width,
  height,
  angle,
  softness,
  steps,
}: WipePlate): Generator<Uint8Array<ArrayBuffer>> {
  const turn = (angle * Math.PI) / 180
  const [right, down] = [Math.cos(turn), Math.sin(turn)]
  // From the corner in which it starts to the corner in which it ends.
  const way = Math.abs(width * right) + Math.abs(height * down)
  const start = Math.min(0, width * right) + Math.min(0, height * down)
  const edge = Math.max(softness, 1 / way)
  for (const progress of steps) {
    const frame = new Uint8Array(width * height)
    const front = progress * (1 + edge)
    for (let y = 0; y < height; y++) {
      const across = (y + 0.5) * down - start
      for (let x = 0; x < width; x++) {
        const s = ((x + 0.5) * right + across) / way
        frame[y * width + x] = toByte((front - s) / edge)
      }
    }
    yield frame
  }
}

/**
 * ffmpeg widens 8 bits to 16 with this white, and narrows by the same measure: a table for 16 bits gives values that
 * come out right.
 */
export const WHITE_16 = 65283

export function* tableFrames({ steps, output }: TablePlate): Generator<Uint8Array<ArrayBuffer>> {
  for (const effects of steps) {
    const { rgba, size } = colorTable(effects, NO_TABLES)
    const bytes = new DataView(new ArrayBuffer(size ** 3 * 6))
    for (let i = 0; i < size ** 3; i++) {
      for (let channel = 0; channel < 3; channel++) {
        const value = rgba[i * 4 + (output === 'alpha' ? 3 : channel)] ?? 0
        bytes.setUint16(i * 6 + channel * 2, Math.round(value * WHITE_16), true)
      }
    }
    yield new Uint8Array(bytes.buffer)
  }
}

/** ffmpeg cuts what it reads off at whole steps of 8 bits; half a step more makes that rounding. */
const HALF_STEP = 0.5 / 255

/** The text of a .cube file, in pieces. */
export function* cubeText({ effects, output }: CubePlate): Generator<string> {
  const { rgba, size } = colorTable(effects, NO_TABLES)
  yield `LUT_3D_SIZE ${size}\n`
  const value = (at: number): string => ((rgba[at] ?? 0) + HALF_STEP).toFixed(6)
  for (let blue = 0; blue < size; blue++) {
    const lines: string[] = []
    for (let i = blue * size * size; i < (blue + 1) * size * size; i++) {
      const [r, g, b] = output === 'alpha' ? [3, 3, 3] : [0, 1, 2]
      lines.push(`${value(i * 4 + r)} ${value(i * 4 + g)} ${value(i * 4 + b)}\n`)
    }
    yield lines.join('')
  }
}

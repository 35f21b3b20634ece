/**
 * What grades and keys make of every colour, as one table for all painters: the rule of docs/painting.md in numbers.
 */
import type { AssetId } from '../model/ids.ts'
import type { EffectAt, GradeAt, KeyAt } from './effectAt.ts'
import { type LookUpTable, lookUp, type Triple } from './lookUpTable.ts'
import { parseColor } from './parseColor.ts'
import { toneCurve } from './toneCurve.ts'

export type ColorEffect = GradeAt | KeyAt

export interface ColorTable {
  /** Points an axis. */
  readonly size: number
  /** Red, green, blue and alpha, 0..1, straight, of `size`³ colours: red fastest, then green, then blue. */
  readonly rgba: Float32Array
  /** False where every alpha is 1. */
  readonly hasAlpha: boolean
}

/** A square, so that the table is a Hald image for ffmpeg (6³ pixels wide and high), too. */
export const COLOR_TABLE_SIZE = 36

export const isColorEffect = (effect: EffectAt): effect is ColorEffect =>
  effect.kind === 'grade' || effect.kind === 'key'

export type LookUpTables = ReadonlyMap<AssetId, LookUpTable>

/** Applies neighbouring effects in their order. A look-up table that is not among `tables` is left out. */
export function colorTable(effects: readonly ColorEffect[], tables: LookUpTables): ColorTable {
  const change = colorChange(effects, tables)
  const size = COLOR_TABLE_SIZE
  const rgba = new Float32Array(size ** 3 * 4)
  const last = size - 1
  let at = 0
  let hasAlpha = false
  for (let blue = 0; blue < size; blue++) {
    for (let green = 0; green < size; green++) {
      for (let red = 0; red < size; red++) {
        const changed = change([red / last, green / last, blue / last])
        rgba.set(changed, at)
        hasAlpha ||= changed[3] < 1
        at += 4
      }
    }
  }
  return { size, rgba, hasAlpha }
}

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number]

/** What the effects make of one opaque colour: the function behind the table. */
export function colorChange(
  effects: readonly ColorEffect[],
  tables: LookUpTables,
): (color: Triple) => Rgba {
  const changes = effects.map((effect) =>
    effect.kind === 'grade' ? gradeChange(effect, tables) : keyChange(effect),
  )
  return ([red, green, blue]) =>
    changes.reduce<Rgba>((color, change) => change(color), [red, green, blue, 1])
}

type Change = (color: Rgba) => Rgba

const clamp = (value: number): number => Math.min(1, Math.max(0, value))
const clamped = ([red, green, blue, alpha]: Rgba): Rgba => [
  clamp(red),
  clamp(green),
  clamp(blue),
  alpha,
]
const luma = ([red, green, blue]: Rgba | Triple): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue

/** What contrast turns about: 18 % grey. */
const MIDDLE = 0.18 ** (1 / 2.4)

function gradeChange(grade: GradeAt, tables: LookUpTables): Change {
  const gain = gains(grade)
  const { contrast, saturation, curves = {}, lutStrength } = grade
  const master = toneCurve(curves.master)
  const channels = [toneCurve(curves.red), toneCurve(curves.green), toneCurve(curves.blue)] as const
  const table = grade.lut && lutStrength > 0 ? tables.get(grade.lut.id) : undefined
  const curved = (value: number, channel: 0 | 1 | 2): number => {
    const mastered = master ? master(value) : value
    return channels[channel]?.(mastered) ?? mastered
  }
  const looked = (color: Rgba): Rgba => {
    if (!table) return color
    const [red, green, blue, alpha] = color
    const found = lookUp(table, [red, green, blue])
    const mixed = (own: number, other: number): number => own + (other - own) * lutStrength
    return clamped([
      ...([mixed(red, found[0]), mixed(green, found[1]), mixed(blue, found[2])] as const),
      alpha,
    ])
  }
  return ([red, green, blue, alpha]) => {
    const contrasted = (value: number): number => MIDDLE + (value - MIDDLE) * contrast
    const [r, g, b] = [
      contrasted(red * gain[0]),
      contrasted(green * gain[1]),
      contrasted(blue * gain[2]),
    ] as const
    const y = luma([r, g, b])
    const saturated = (value: number): number => clamp(y + (value - y) * saturation)
    return looked([
      curved(saturated(r), 0),
      curved(saturated(g), 1),
      curved(saturated(b), 2),
      alpha,
    ])
  }
}

/** Exposure and temperature together. */
function gains({ exposure, temperature }: GradeAt): Triple {
  const warm: Triple = [1 + 0.25 * temperature, 1, 1 - 0.25 * temperature]
  const factor = 2 ** (exposure / 2.4) / luma(warm)
  return [warm[0] * factor, warm[1] * factor, warm[2] * factor]
}

/** Softer than nothing, so that the edge of what is taken away is no staircase. */
const LEAST_SOFTNESS = 1 / 64

function keyChange({ color, tolerance, softness, spill }: KeyAt): Change {
  const [kb, kr] = chroma(parseColor(color))
  const strength = Math.hypot(kb, kr)
  // A colour of a picture has at least one step of 8 bits between two of its channels, or it is grey.
  if (strength < 1 / 1024) return (rgba) => rgba
  return ([red, green, blue, alpha]) => {
    const [cb, cr] = chroma([red, green, blue])
    const distance = Math.hypot(cb - kb, cr - kr) / strength
    const kept = clamp((distance - tolerance) / Math.max(softness, LEAST_SOFTNESS))
    const towards = Math.max(0, (cb * kb + cr * kr) / strength) * spill
    return clamped([
      ...fromChroma(
        luma([red, green, blue]),
        cb - (towards * kb) / strength,
        cr - (towards * kr) / strength,
      ),
      alpha * kept,
    ])
  }
}

/** BT.709's Cb and Cr, each -0.5..0.5. */
function chroma(color: Triple): readonly [cb: number, cr: number] {
  const y = luma(color)
  return [(color[2] - y) / 1.8556, (color[0] - y) / 1.5748]
}

function fromChroma(y: number, cb: number, cr: number): Triple {
  const [red, blue] = [y + 1.5748 * cr, y + 1.8556 * cb]
  return [red, (y - 0.2126 * red - 0.0722 * blue) / 0.7152, blue]
}

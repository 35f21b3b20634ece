/** A look-up table for colours, as a .cube file holds it, and what it makes of a colour. */

export interface LookUpTable {
  /** `1d`: `size` rows, each channel by itself. `3d`: `size`³ rows, red fastest. Rows are red, green, blue. */
  readonly kind: '1d' | '3d'
  readonly size: number
  readonly values: Float32Array
  /** The inputs of the first and the last entry, by channel. */
  readonly domainMin: Triple
  readonly domainMax: Triple
}

export type Triple = readonly [red: number, green: number, blue: number]

/** Read linearly between the entries; outside the domain the outermost entry holds. */
export function lookUp(table: LookUpTable, [red, green, blue]: Triple): Triple {
  const at = (value: number, channel: 0 | 1 | 2): number => {
    const [low, high] = [table.domainMin[channel], table.domainMax[channel]]
    const position = ((value - low) / (high - low)) * (table.size - 1)
    return Math.min(table.size - 1, Math.max(0, position))
  }
  const [r, g, b] = [at(red, 0), at(green, 1), at(blue, 2)]
  return table.kind === '1d'
    ? [between(table, r, 0), between(table, g, 1), between(table, b, 2)]
    : [inside(table, r, g, b, 0), inside(table, r, g, b, 1), inside(table, r, g, b, 2)]
}

const mix = (a: number, b: number, part: number): number => a + (b - a) * part

function between({ values, size }: LookUpTable, position: number, channel: number): number {
  const low = Math.floor(position)
  const high = Math.min(size - 1, low + 1)
  return mix(values[low * 3 + channel] ?? 0, values[high * 3 + channel] ?? 0, position - low)
}

function inside(
  { values, size }: LookUpTable,
  r: number,
  g: number,
  b: number,
  channel: number,
): number {
  const [r0, g0, b0] = [Math.floor(r), Math.floor(g), Math.floor(b)]
  const at = (dr: number, dg: number, db: number): number => {
    const [x, y, z] = [r0 + dr, g0 + dg, b0 + db].map((i) => Math.min(size - 1, i))
    return values[(((z ?? 0) * size + (y ?? 0)) * size + (x ?? 0)) * 3 + channel] ?? 0
  }
  const row = (dg: number, db: number): number => mix(at(0, dg, db), at(1, dg, db), r - r0)
  const plane = (db: number): number => mix(row(0, db), row(1, db), g - g0)
  return mix(plane(0), plane(1), b - b0)
}

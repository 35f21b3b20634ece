/** Tables of colours by what they were made of, so that a grade that stands still is computed once. */
import {
  type ColorEffect,
  type ColorTable,
  colorTable,
  type LookUpTables,
} from '../../../shared/render/colorTable.ts'

/** As many as there are graded clips on a crowded frame; one has 0.7 MB. */
const KEPT = 24

export type ColorTables = (
  effects: readonly ColorEffect[],
  lookUpTables: LookUpTables,
) => ColorTable

export function createColorTables(): ColorTables {
  /** The least used first. */
  const known = new Map<string, ColorTable>()
  return (effects, lookUpTables) => {
    const key = keyOf(effects, lookUpTables)
    const table = known.get(key) ?? colorTable(effects, lookUpTables)
    known.delete(key)
    known.set(key, table)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return table
  }
}

/** Of a look-up table its file's content counts, and whether it has been read. */
const keyOf = (effects: readonly ColorEffect[], tables: LookUpTables): string =>
  JSON.stringify(
    effects.map((effect) => {
      if (effect.kind === 'key' || !effect.lut) return effect
      const { lut, ...rest } = effect
      return { ...rest, lut: lut.mediaKey, isRead: tables.has(lut.id) }
    }),
  )

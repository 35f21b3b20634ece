import type { Triple } from './lookUpTable.ts'

/** `#rrggbb` as 0..1. */
export function parseColor(color: string): Triple {
  const value = Number.parseInt(color.slice(1), 16)
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

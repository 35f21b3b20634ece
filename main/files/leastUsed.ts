/** What goes first where a cache is too large. Pure. */
import type { CacheEntry } from './cache.ts'

export const bytesOf = (entries: readonly CacheEntry[]): number =>
  entries.reduce((sum, { byteSize }) => sum + byteSize, 0)

export function grouped(
  entries: readonly CacheEntry[],
  nameOf: (entry: CacheEntry) => string,
): Map<string, CacheEntry[]> {
  const groups = new Map<string, CacheEntry[]>()
  for (const entry of entries) {
    const name = nameOf(entry)
    const group = groups.get(name)
    if (group) group.push(entry)
    else groups.set(name, [entry])
  }
  return groups
}

/**
 * The entries to remove so that at most `most` bytes stay, or all that may go where more is in use: those used longest ago
 * first, and no more than need be.
 */
export function leastUsed(
  entries: readonly CacheEntry[],
  most: number,
  isInUse: (entry: CacheEntry) => boolean,
): CacheEntry[] {
  let left = bytesOf(entries)
  const oldestFirst = entries
    .filter((entry) => !isInUse(entry))
    .sort((a, b) => a.usedAt - b.usedAt || (a.path < b.path ? -1 : 1))
  const goes: CacheEntry[] = []
  for (const entry of oldestFirst) {
    if (left <= most) break
    goes.push(entry)
    left -= entry.byteSize
  }
  return goes
}

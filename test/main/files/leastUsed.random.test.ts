/** What goes from a cache that is too large, whatever lies in it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CacheEntry } from '../../../main/files/cache.ts'
import { bytesOf, leastUsed } from '../../../main/files/leastUsed.ts'
import { seeded } from '../../shared/model/seeded.ts'

const runs = seeded({ sample: 300, soak: 20_000 })

const cacheArbitrary = fc.record({
  entries: fc.array(
    fc.record({
      byteSize: fc.nat(1000),
      usedAt: fc.nat(20),
      isInUse: fc.boolean(),
    }),
    { maxLength: 30 },
  ),
  most: fc.nat(15_000),
})

it('is what was not used for longest, no more than need be, and nothing in use', () => {
  fc.assert(
    fc.property(cacheArbitrary, ({ entries: made, most }) => {
      const inUse = new Set<CacheEntry>()
      const entries = made.map(({ isInUse, ...rest }, index): CacheEntry => {
        const key = `${index}.jpg`
        const entry = { ...rest, kind: 'poster', key, path: `/cache/poster/${key}` }
        if (isInUse) inUse.add(entry)
        return entry
      })
      const goes = leastUsed(entries, most, (entry) => inUse.has(entry))
      const stays = entries.filter((entry) => !goes.includes(entry))
      expect(new Set(goes).size).toBe(goes.length)
      expect(goes.filter((entry) => inUse.has(entry) || !entries.includes(entry))).toEqual([])
      // The limit is kept, unless only what is in use is left.
      const free = stays.filter((entry) => !inUse.has(entry))
      expect(bytesOf(stays) <= most || free.length === 0).toBe(true)
      // Whatever stays was used no longer ago than whatever went.
      const newestGone = Math.max(...goes.map(({ usedAt }) => usedAt), -1)
      expect(free.filter(({ usedAt }) => usedAt < newestGone)).toEqual([])
      // Without the last that went there would be too much.
      const last = goes.at(-1)
      expect(last === undefined || bytesOf([...stays, last]) > most).toBe(true)
    }),
    runs,
  )
})

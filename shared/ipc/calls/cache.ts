/** What was prepared of media and can be made again. Sizes in bytes. */
import { z } from 'zod'
import { call, nothing } from './call.ts'

/** Posters and filmstrips of a large project, without which the window is slow to say anything. */
export const LEAST_CACHE = 0.1e9

const bytes = z.number().nonnegative()

export const cacheCalls = {
  'cache:usage': call(
    nothing,
    z.object({
      used: bytes,
      limit: bytes,
      /** Nobody chose the limit: it follows from the disk's size. */
      isDefault: z.boolean(),
      diskSize: bytes,
    }),
  ),
  /** Null: what follows from the disk's size. What is too much by it goes, unless somebody works with it. */
  'cache:setLimit': call(z.object({ limit: z.number().min(LEAST_CACHE).nullable() }), nothing),
  /** Removes all that is not being made or read, except what was made of media that are missing. */
  'cache:purge': call(
    nothing,
    z.object({ count: z.int().nonnegative(), freed: bytes, left: bytes }),
  ),
} as const

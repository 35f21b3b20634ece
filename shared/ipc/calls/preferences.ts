/** What is remembered beside the projects. */
import { z } from 'zod'
import { call, nothing } from './call.ts'

export const preferencesCalls = {
  'preferences:read': call(nothing, z.object({ values: z.record(z.string(), z.unknown()) })),
  'preferences:write': call(
    z.object({ key: z.string().min(1).max(100), value: z.unknown() }),
    nothing,
  ),
} as const

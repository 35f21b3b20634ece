/** How far what is made of each medium is: derived files, and the hash of its whole content. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { jsonColumn, optional } from '../json.ts'

/** Files in the cache. */
export const DERIVED = ['poster', 'filmstrip', 'peaks', 'proxy'] as const
export type Derived = (typeof DERIVED)[number]

export const PREPARATIONS = [...DERIVED, 'hash'] as const
export type Preparation = (typeof PREPARATIONS)[number]

/** `none`: this medium needs none, e.g. peaks of a silent film. */
const stateSchema = z.enum(['none', 'queued', 'running', 'ready', 'failed'])
export type PreparationState = z.infer<typeof stateSchema>

const factsSchema = z.object({
  tiles: z.object({ count: z.int(), tileWidth: z.int(), tileHeight: z.int() }).optional(),
  /** Of the sound: shared/render/peakLayout. */
  outline: z.object({ channels: z.int(), count: z.int() }).optional(),
  /** Of the whole content, 64 hex digits. */
  sha256: z.string().optional(),
  /** While it is made: the tiles or windows there are by now. */
  part: z.int().optional(),
})
export type PreparationFacts = z.infer<typeof factsSchema>

const rowSchema = z.object({
  what: z.enum(PREPARATIONS),
  state: stateSchema,
  facts: optional(jsonColumn(factsSchema)),
})
export type PreparationRow = z.output<typeof rowSchema>

export type PreparationsRepository = ReturnType<typeof preparationsRepository>

export function preparationsRepository(db: Database) {
  const put = db.prepare(
    `INSERT INTO preparations (mediaKey, what, state, facts) VALUES (?, ?, ?, ?)
     ON CONFLICT (mediaKey, what) DO UPDATE SET state = excluded.state, facts = excluded.facts`,
  )
  const of = db.prepare('SELECT what, state, facts FROM preparations WHERE mediaKey = ?')
  return {
    put(
      mediaKey: string,
      what: Preparation,
      state: PreparationState,
      facts?: PreparationFacts,
    ): void {
      put.run(mediaKey, what, state, facts ? JSON.stringify(facts) : null)
    },
    of: (mediaKey: string): PreparationRow[] => of.all(mediaKey).map((row) => rowSchema.parse(row)),
  }
}

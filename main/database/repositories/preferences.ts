/** What is saved and not undoable: panel sizes, choices, window bounds. Values are JSON and parsed by who reads them. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { jsonColumn } from '../json.ts'

const rowSchema = z.object({ key: z.string(), value: jsonColumn(z.unknown()) })

export type PreferencesRepository = ReturnType<typeof preferencesRepository>

export function preferencesRepository(db: Database) {
  const all = db.prepare('SELECT key, value FROM preferences ORDER BY key')
  const find = db.prepare('SELECT key, value FROM preferences WHERE key = ?')
  const write = db.prepare(
    'INSERT INTO preferences (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const remove = db.prepare('DELETE FROM preferences WHERE key = ?')
  return {
    all: (): Record<string, unknown> =>
      Object.fromEntries(
        all.all().map((row) => {
          const { key, value } = rowSchema.parse(row)
          return [key, value]
        }),
      ),
    find(key: string): unknown {
      const row = find.get(key)
      return row === undefined ? undefined : rowSchema.parse(row).value
    },
    /** Undefined removes the key. */
    write(key: string, value: unknown): void {
      if (value === undefined) remove.run(key)
      else write.run(key, JSON.stringify(value))
    },
  }
}

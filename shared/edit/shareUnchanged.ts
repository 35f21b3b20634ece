/** Makes "the same object" mean "did not change", which patches, selectors and painters go by. */
import { type Project, type Row, TABLES, type Table } from '../model/project.ts'

/**
 * `after` with the records of `before` wherever they say the same; so too whole tables, and the whole document
 * when nothing differs.
 */
export function shareUnchanged(before: Project, after: Project): Project {
  if (before === after) return before
  const result = { ...after }
  for (const table of TABLES) {
    if (before[table] !== after[table]) {
      Object.assign(result, { [table]: shareRows(before[table], after[table]) })
    }
  }
  return TABLES.every((table) => result[table] === before[table]) ? before : result
}

type Rows = Readonly<Record<string, Row<Table>>>

function shareRows(before: Rows, after: Rows): Rows {
  let equal: Record<string, Row<Table>> | null = null
  let differs = false
  let count = 0
  for (const id in after) {
    count++
    const [old, now] = [before[id], after[id]]
    if (old === now) continue
    if (old && sameValue(old, now)) {
      equal ??= {}
      equal[id] = old
    } else differs = true
  }
  if (!differs && count === Object.keys(before).length) return before
  return equal ? { ...after, ...equal } : after
}

/** For values made of plain objects, arrays and primitives; the order of members is no matter. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}

/**
 * Which records differ between two tables of one history, without comparing all of them. Whoever makes a table
 * from another notes which ids it touched; where nobody did, or the way is long, all ids are compared. Only a
 * shortcut: the answer never depends on what was noted, as long as tables are not changed once they are passed on.
 */
type RecordTable = Readonly<Record<string, unknown>>

interface Origin {
  /** Weak, or every table would keep all its ancestors alive. */
  readonly from: WeakRef<RecordTable>
  readonly ids: ReadonlySet<string>
}

const origins = new WeakMap<RecordTable, Origin>()

/** Notes that `table` differs from `from` at most in the records `ids`. */
export function noteOrigin(table: RecordTable, from: RecordTable, ids: ReadonlySet<string>): void {
  if (table !== from) origins.set(table, { from: new WeakRef(from), ids })
}

/** Beyond this many steps comparing everything is no slower. */
const FAR = 32

/** Ids of records that are not the same object in both tables, in the tables' order as far as they tell. */
export function differingIds(before: RecordTable, after: RecordTable): string[] {
  if (before === after) return []
  const ids = touchedBetween(before, after) ?? touchedBetween(after, before)
  if (ids) return [...ids].filter((id) => before[id] !== after[id])
  const differing = Object.keys(before).filter((id) => before[id] !== after[id])
  for (const id of Object.keys(after)) if (!Object.hasOwn(before, id)) differing.push(id)
  return differing
}

function touchedBetween(before: RecordTable, after: RecordTable): Set<string> | null {
  const touched = new Set<string>()
  let at = after
  for (let step = 0; step < FAR; step++) {
    const origin = origins.get(at)
    const from = origin?.from.deref()
    if (!origin || !from) return null
    for (const id of origin.ids) touched.add(id)
    if (from === before) return touched
    at = from
  }
  return null
}

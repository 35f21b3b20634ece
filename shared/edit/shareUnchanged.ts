/** Makes "the same object" mean "did not change", which patches, selectors and painters go by. */
import { isDeepEqual } from '../model/isDeepEqual.ts'
import { differingIds, noteOrigin } from '../model/lineage.ts'
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
  const differing = differingIds(before, after)
  const equal = differing.filter((id) => before[id] && isDeepEqual(before[id], after[id]))
  if (equal.length === differing.length) return before
  if (equal.length === 0) return after
  const shared = { ...after }
  for (const id of equal) Object.assign(shared, { [id]: before[id] })
  noteOrigin(shared, before, new Set(differing))
  return shared
}

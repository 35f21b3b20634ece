/** Makes "the same object" mean "did not change", which patches, selectors and painters go by. */
import { isDeepEqual } from '../model/isDeepEqual.ts'
import { type Project, type Row, TABLES, type Table } from '../model/project.ts'
import { differingIds, type Records } from '../model/records.ts'

/**
 * `after` with the records of `before` wherever they say the same; so too whole tables, and the whole document
 * when nothing differs.
 */
export function shareUnchanged(before: Project, after: Project): Project {
  if (before === after) return before
  const result = { ...after }
  for (const table of TABLES) {
    Object.assign(result, { [table]: shareRows(before[table], after[table]) })
  }
  return TABLES.every((table) => result[table] === before[table]) ? before : result
}

type Rows = Records<Row<Table>>

function shareRows(before: Rows, after: Rows): Rows {
  const draft = before.draft()
  for (const id of differingIds(before, after)) {
    const row = after.get(id)
    if (!row) draft.remove(id)
    else if (!isDeepEqual(before.get(id), row)) draft.put(row)
  }
  return draft.finish()
}

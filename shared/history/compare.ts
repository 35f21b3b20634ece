/** What is different in one revision of a project, seen from another: as data, and in words. */
import type { ShotId } from '../model/ids.ts'
import { isDeepEqual } from '../model/isDeepEqual.ts'
import { type Project, type Row, TABLES, type Table } from '../model/project.ts'
import { differingIds, type Records } from '../model/records.ts'
import { byName } from '../model/select.ts'
import type {
  Comparison,
  ComparisonData,
  CountedTable,
  PinChange,
  ShotChange,
  TableChange,
  TakeChange,
} from './Comparison.ts'
import { clipChanges } from './clipChanges.ts'
import { sentencesOf } from './compareWords.ts'

export function compare(before: Project, after: Project): Comparison {
  const costs = [costOf(before), costOf(after)] as const
  const data: ComparisonData = {
    clips: clipChanges(before, after),
    shots: shotChanges(before, after),
    pins: pinChanges(before, after),
    takes: takeChanges(before, after),
    cost: { before: costs[0], after: costs[1], difference: costs[1] - costs[0] },
    others: otherChanges(before, after),
  }
  return { sentences: sentencesOf(data), data }
}

/** Records of a table that do not say the same. */
function differing<T extends Table>(
  before: Project,
  after: Project,
  table: T,
): { was: Row<T> | undefined; is: Row<T> | undefined }[] {
  const [old, now] = [before[table], after[table]] as unknown as [Records<Row<T>>, Records<Row<T>>]
  return differingIds(old, now)
    .map((id) => ({ was: old.get(id), is: now.get(id) }))
    .filter(({ was, is }) => !isDeepEqual(was, is))
}

const costOf = (project: Project): number =>
  project.takes.values().reduce((sum, { cost }) => sum + cost, 0)

const shotName = (before: Project, after: Project, id: ShotId): string =>
  (after.shots.get(id) ?? before.shots.get(id))?.name ?? ''

/** By name. */
const differingShots = (before: Project, after: Project) =>
  differing(before, after, 'shots')
    .flatMap(({ was, is }) => {
      const shot = is ?? was
      return shot ? [{ shot, was, is }] : []
    })
    .sort((a, b) => byName(a.shot, b.shot))

const shotChanges = (before: Project, after: Project): ShotChange[] =>
  differingShots(before, after).flatMap(({ shot, was, is }): ShotChange[] => {
    const base = { shotId: shot.id, name: shot.name }
    if (!was || !is) return [{ ...base, kind: is ? 'added' : 'removed', fields: [] }]
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])] as (keyof typeof was)[]
    const fields = names.filter((name) => name !== 'takeId' && !isDeepEqual(was[name], is[name]))
    return fields.length > 0 ? [{ ...base, kind: 'changed', fields }] : []
  })

/** By the name of their shot, then by index. */
const pinChanges = (before: Project, after: Project): PinChange[] =>
  differing(before, after, 'pins')
    .flatMap(({ was, is }): PinChange[] => {
      const pin = is ?? was
      if (!pin) return []
      const { shotId, index } = pin
      const base = { shotId, name: shotName(before, after, shotId), index }
      if (!was || !is) return [{ ...base, kind: is ? 'added' : 'removed' }]
      const moved: PinChange[] =
        was.index === index ? [] : [{ ...base, kind: 'moved', from: was.index }]
      const isSamePicture = isDeepEqual(was.picture, is.picture)
      return isSamePicture ? moved : [...moved, { ...base, kind: 'replaced' }]
    })
    .sort(
      (a, b) =>
        byName({ name: a.name, id: a.shotId }, { name: b.name, id: b.shotId }) || a.index - b.index,
    )

const takeChanges = (before: Project, after: Project): TakeChange[] =>
  differingShots(before, after).flatMap(({ shot, was, is }): TakeChange[] => {
    if (was?.takeId === is?.takeId) return []
    const number = (project: Project, takeId: typeof shot.takeId): number | null =>
      takeId === undefined ? null : (project.takes.get(takeId)?.number ?? null)
    const [from, to] = [number(before, was?.takeId), number(after, is?.takeId)]
    return [{ shotId: shot.id, name: shot.name, from, to }]
  })

const isCounted = (table: Table): table is CountedTable =>
  table !== 'items' && table !== 'shots' && table !== 'pins' && table !== 'takes'

const otherChanges = (before: Project, after: Project): TableChange[] =>
  TABLES.filter(isCounted).flatMap((table) => {
    // Where clips lie on a track is told with the clips.
    const told = differing(before, after, table).filter(
      ({ was, is }) => !(was && is && isDeepEqual({ ...was, items: null }, { ...is, items: null })),
    )
    if (told.length === 0) return []
    const added = told.filter(({ was }) => !was).length
    const removed = told.filter(({ is }) => !is).length
    return [{ table, added, removed, changed: told.length - added - removed }]
  })

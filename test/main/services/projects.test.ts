import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../main/database/store.ts'
import { createProjects, type Projects } from '../../../main/services/projects.ts'
import { command } from '../../../shared/commands/registry.ts'
import { applyPatch } from '../../../shared/history/patch.ts'
import type { RevisionId, ShotId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const format = { rate: rational(24), width: 1920, height: 1080 }
const rename = (name: string) => command('project.rename', { name }, randomUUID())

let file: string
let store: Store
let projects: Projects
const reopen = (): void => {
  store?.close()
  store = openStore(file)
  projects = createProjects(store, fakeClock())
}
beforeEach(() => {
  file = folder(`${randomUUID()}/keyreel.sqlite`)
  store = openStore(file)
  projects = createProjects(store, fakeClock())
})
afterEach(() => store.close())

/** Makes a project and dispatches renames; answers its id and the revisions in order. */
function edited(names: readonly string[]) {
  const made = projects.create('Start', format)
  const { id } = settingsOf(made.project)
  const revisions = [made.head.revisionId]
  for (const name of names) {
    const head = revisions.at(-1) as RevisionId
    revisions.push(projects.dispatch(id, head, rename(name)).head.revisionId)
  }
  return { id, revisions, at: (i: number) => revisions[i] as RevisionId }
}

const nameOf = (id: Parameters<Projects['read']>[0]): string => settingsOf(projects.read(id)).name

describe('a project', () => {
  it('reopens equal to what it was, by another process too', () => {
    const { id } = edited(['One', 'Two'])
    const before = projects.present(id)
    reopen()
    expect(projects.open(id)).toEqual(before)
    expect(projects.list()).toMatchObject([{ id, name: 'Two', isSample: false }])
  })

  it('answers a patch that leads the caller to the same document', () => {
    const made = projects.create('Start', format)
    const { id } = settingsOf(made.project)
    const answer = projects.dispatch(id, made.head.revisionId, rename('Next'))
    expect(applyPatch(made.project, answer.patch, answer.direction)).toEqual(projects.read(id))
    expect(answer.head).toMatchObject({ redoLabel: null, at: '2026-01-01T00:00:00.000Z' })
  })

  it('undoes and redoes across a restart, with labels', () => {
    const { id, at } = edited(['One', 'Two'])
    projects.undo(id, at(2))
    reopen()
    expect(nameOf(id)).toBe('One')
    const back = projects.undo(id, at(1))
    expect([nameOf(id), back.direction, back.head.undoLabel]).toEqual(['Start', 'backward', null])
    expect(() => projects.undo(id, at(0))).toThrow('There is nothing to undo.')
    projects.redo(id, at(0))
    const forth = projects.redo(id, at(1))
    expect([nameOf(id), forth.head.revisionId, forth.head.redoLabel]).toEqual(['Two', at(2), null])
    expect(() => projects.redo(id, at(2))).toThrow('There is nothing to redo.')
  })

  it('keeps the branch that a command after an undo leaves behind', () => {
    const { id, at } = edited(['One', 'Two'])
    projects.undo(id, at(2))
    const branch = projects.dispatch(id, at(1), rename('Other')).head.revisionId
    expect(projects.history(id).map((r) => [r.id, r.parentId])).toEqual([
      [at(0), null],
      [at(1), at(0)],
      [at(2), at(1)],
      [branch, at(1)],
    ])
    expect(settingsOf(projects.goTo(id, at(2)).project).name).toBe('Two')
    expect(projects.present(id).head.redoLabel).toBe(null)
    projects.goTo(id, at(1))
    // Redo follows the branch that was in view.
    expect(projects.redo(id, at(1)).head.revisionId).toBe(at(2))
  })

  it('refuses a second writer and loses nothing', () => {
    const { id, at } = edited(['One'])
    const other = createProjects(openStore(file), fakeClock())
    other.dispatch(id, at(1), rename('Theirs'))
    expect(() => projects.dispatch(id, at(1), rename('Ours'))).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    )
    expect(nameOf(id)).toBe('Theirs')
  })

  it('changes nothing when a command is refused', () => {
    const { id, at } = edited(['One'])
    const before = projects.present(id)
    const gone = command('marker.remove', { markerId: 'none' as never }, randomUUID())
    expect(() => projects.dispatch(id, at(1), gone)).toThrow(
      expect.objectContaining({ name: 'CommandRefused' }),
    )
    expect(projects.present(id)).toEqual(before)
    expect(projects.history(id)).toHaveLength(2)
  })

  it('reopens every revision from snapshots and patches', () => {
    const names = Array.from({ length: 130 }, (_, i) => `Name ${i + 1}`)
    const { id, revisions } = edited(names)
    expect(projects.keepSnapshots('now')).toBe(1)
    reopen()
    expect(revisions.map((r) => settingsOf(projects.readAt(id, r)).name)).toEqual([
      'Start',
      ...names,
    ])
    const path = store.revisions.replayPath(id, revisions.at(-1) as RevisionId)
    expect(path?.steps).toEqual([])
  })

  it('takes into the cut only takes that the store has', () => {
    const { id, at } = edited([])
    const forged = command(
      'take.accept',
      { shotId: 'shot' as ShotId, take: { number: 3 } as never },
      randomUUID(),
    )
    const batch = command('batch', { label: asWritten('Sneak'), commands: [forged] }, randomUUID())
    for (const change of [forged, batch]) {
      expect(() => projects.dispatch(id, at(0), change)).toThrow(/not among the takes/)
    }
  })

  it('says that a project is not here', () => {
    expect(() => projects.open('nowhere' as never)).toThrow(
      expect.objectContaining({ code: 'notFound' }),
    )
  })
})

/** Random edits: whatever anybody does, the document stays sound and nothing of its history is lost. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CommandRefused } from '../../../shared/commands/Command.ts'
import { applyCommand, type Command, commandSchema } from '../../../shared/commands/registry.ts'
import { briefPatchSchema, inBrief, inFull } from '../../../shared/history/briefPatch.ts'
import { commit } from '../../../shared/history/commit.ts'
import { applyPatch, diff, type Patch, patchSchema } from '../../../shared/history/patch.ts'
import { EMPTY_TREE, grow, redo, type Standpoint, undo } from '../../../shared/history/tree.ts'
import { DEFAULT_EFFECTS } from '../../../shared/model/effect.ts'
import type { EffectId, KeyframeId, RevisionId } from '../../../shared/model/ids.ts'
import { EASE } from '../../../shared/model/keyframe.ts'
import { parseProject } from '../../../shared/model/migrations/parseProject.ts'
import { type Project, type Row, TABLES, type Table } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { type PlacedItem, placedItems, trackEnd } from '../../../shared/model/select.ts'
import type { Track } from '../../../shared/model/track.ts'
import { seenAt, seenOn } from '../../../shared/render/seen.ts'
import { RATES } from '../../../shared/time/frames.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { cutOf } from '../edit/cutText.ts'
import { assetOf } from '../model/mediaOf.ts'
import { seeded } from '../model/seeded.ts'
import { sequenceAsset } from '../model/sequenceAsset.ts'
import { pinAt, shotWith } from '../model/shots.ts'
import { brokenIn, changedLockedTracks, needlesslyCopied } from './invariants.ts'
import { commandOf, KINDS } from './randomEdit.ts'
import { touchedDespite } from './statedStays.ts'
import { type Step, stepArbitrary } from './step.ts'
import { wronglyTouched } from './untouched.ts'

const rates = ['23.976', '24', '25', '29.97', '50'] as const

function startAt(rate: (typeof rates)[number]): Project {
  const cut = cutOf(
    [
      'V2 |gap 0-30|t 30-50|',
      'V1 |A 0-24@5|B 24-60@8|gap 60-70|C 70-100@30|',
      'A1 |A 0-24@5|B 24-60@8|gap 60-70|C 70-100@30|',
      'A2 |gap 0-100|m 100-180|',
    ],
    { rate: RATES[rate] ?? rational(24), lengths: { A: 60, B: 90, C: 80 } },
  )
  const assets = [
    assetOf('footage', rational(1001, 250)),
    assetOf('short', rational(3, 2)),
    assetOf('still', ZERO, 'still'),
    assetOf('spare'),
    sequenceAsset('frames'),
  ]
  const items = cut.items.draft()
  for (const id of ['V1.B', 'A1.B', 'V1.C']) {
    const item = items.get(id)
    if (item?.kind !== 'clip') throw new Error(`There is no clip ${id}`)
    const keyframes = [2, 9, 21].map((frame, i) => ({
      id: `k${i}` as KeyframeId,
      frame,
      value: i % 2,
      easing: EASE,
    }))
    const animated = { value: 1, keyframes }
    items.put({
      ...item,
      picture: { ...item.picture, scale: animated },
      sound: { ...item.sound, volume: animated },
      effects: [{ ...DEFAULT_EFFECTS.blur(), id: 'e' as EffectId, params: { radius: animated } }],
      fadeIn: 5,
      fadeOut: 3,
    })
  }
  return {
    ...cut,
    items: items.finish(),
    assets: Records.of([...cut.assets, ...assets]),
    shots: Records.of([shotWith()]),
    pins: Records.of([pinAt(0), pinAt(60)]),
  }
}

const sequence = fc.record({
  rate: fc.constantFrom(...rates),
  steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 80, size: 'max' }),
})

function tryCommit(project: Project, step: Step, n: number, parentId: RevisionId | null) {
  const command = commandOf(project, step, `c${n}`)
  if (!command) return null
  try {
    const stamp = { id: `r${n}` as RevisionId, parentId, at: '2026-01-01T00:00:00Z' }
    return commit(project, command, stamp)
  } catch (error) {
    if (error instanceof CommandRefused) return null
    throw error
  }
}

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** The same records in tables that share nothing with others. */
const withFreshTables = (project: Project): Project => ({
  ...project,
  ...Object.fromEntries(TABLES.map((table) => [table, Records.of<Row<Table>>(project[table])])),
})

/** Whether somebody with either document gets to the other one by what is told in brief. */
function toldInBrief(before: Project, after: Project, patch: Patch): boolean {
  const told = briefPatchSchema.parse(json(inBrief(patch)))
  return (
    isDeepStrictEqual(applyPatch(before, inFull(before, told, 'forward'), 'forward'), after) &&
    isDeepStrictEqual(applyPatch(after, inFull(after, told, 'backward'), 'backward'), before)
  )
}

/** Tracks whose items do not lie where a document that nobody looked at before has them. */
function misplaced(project: Project): string[] {
  const fresh = withFreshTables(project)
  return project.tracks.values().flatMap((track) => {
    const [was, is] = [
      placedItems(project, track),
      placedItems(fresh, { ...track, id: crypto.randomUUID() as Track['id'] }),
    ]
    const placed = (all: readonly PlacedItem[]) =>
      all.map(({ item, order, start, end }) => ({ item, order, start, end }))
    const isOwn = was.every((one) => one.track === track)
    return isOwn && isDeepStrictEqual(placed(was), placed(is)) ? [] : [track.id]
  })
}

/** Frames at which a track shows something else than the list of all that it shows has there. */
const shownOtherwise = (project: Project): string[] =>
  project.tracks.values().flatMap((track) =>
    Array.from({ length: trackEnd(project, track) + 10 }, (_, frame) => frame)
      .filter((frame) => {
        const listed = seenOn(project, track).find(
          ({ start, end }) => frame >= start && frame < end,
        )
        return !isDeepStrictEqual(seenAt(project, track, frame), listed)
      })
      .map((frame) => `${track.name} ${frame}`),
  )

const idsOf = (patch: Patch): string[] => patch.map(({ table, id }) => `${table} ${id}`).sort()

it('every edit leaves a sound document, changes only what it must, and can be taken back', () => {
  const applied = new Set<string>()
  fc.assert(
    fc.property(sequence, ({ rate, steps }) => {
      const start = startAt(rate)
      let project = start
      const commands: Command[] = []
      for (const [n, step] of steps.entries()) {
        const committed = tryCommit(project, step, n, null)
        if (!committed) continue
        const { project: after, revision } = committed
        expect(brokenIn(after)).toEqual([])
        expect(needlesslyCopied(project, after)).toEqual([])
        expect(changedLockedTracks(project, after)).toEqual([])
        expect(idsOf(revision.patch)).toEqual(idsOf(diff(withFreshTables(project), after)))
        const back = applyPatch(after, revision.patch, 'backward')
        expect(isDeepStrictEqual(back, project)).toBe(true)
        expect(toldInBrief(project, after, revision.patch)).toBe(true)
        expect(misplaced(after)).toEqual([])
        expect(isDeepStrictEqual(applyPatch(back, revision.patch, 'forward'), after)).toBe(true)
        if (revision.command) {
          expect(wronglyTouched(project, after, revision.command)).toEqual([])
          expect(touchedDespite(project, after, revision.command)).toEqual([])
          commands.push(revision.command)
          applied.add(revision.command.type)
        }
        project = after
      }
      expect(shownOtherwise(project)).toEqual([])
      const replayed = json(commands).map((command) => commandSchema.parse(command))
      expect(replayed.reduce(applyCommand, start)).toEqual(project)
      expect(parseProject(json(project))).toEqual(project)
    }),
    seeded({ sample: 240, soak: 10_000 }),
  )
  expect(KINDS.filter((type) => !applied.has(type))).toEqual([])
})

it('any revision of any branch is what it was', () => {
  const walk = fc.record({
    rate: fc.constantFrom(...rates),
    steps: fc.array(
      fc.record({ step: stepArbitrary, move: fc.constantFrom('edit', 'edit', 'undo', 'redo') }),
      { minLength: 1, maxLength: 80, size: 'max' },
    ),
  })
  fc.assert(
    fc.property(walk, ({ rate, steps }) => {
      const start = startAt(rate)
      const snapshots = new Map<RevisionId | null, Project>([[null, start]])
      let at: Standpoint = { project: start, tree: EMPTY_TREE }
      for (const [n, { step, move }] of steps.entries()) {
        if (move === 'edit') {
          const committed = tryCommit(at.project, step, n, at.tree.head)
          if (!committed) continue
          snapshots.set(committed.revision.id, committed.project)
          at = { project: committed.project, tree: grow(at.tree, committed.revision) }
        } else {
          at = (move === 'undo' ? undo(at) : redo(at)) ?? at
        }
        expect(isDeepStrictEqual(at.project, snapshots.get(at.tree.head))).toBe(true)
      }
      expect(at.tree.revisions.size).toBe(snapshots.size - 1)
      for (const revision of at.tree.revisions.values()) {
        const before = snapshots.get(revision.parentId)
        const after = snapshots.get(revision.id)
        if (!before || !after) throw new Error(`No snapshot of ${revision.id}`)
        const patch = patchSchema.parse(json(revision.patch))
        expect(isDeepStrictEqual(applyPatch(before, patch, 'forward'), after)).toBe(true)
        expect(isDeepStrictEqual(applyPatch(after, patch, 'backward'), before)).toBe(true)
      }
    }),
    seeded({ sample: 80, soak: 5000 }),
  )
})

import { expect, it } from 'vitest'
import { command } from '../../../shared/commands/registry.ts'
import { briefPatchSchema, inBrief, inFull } from '../../../shared/history/briefPatch.ts'
import { commit } from '../../../shared/history/commit.ts'
import type { RevisionId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { cutOf } from '../edit/cutText.ts'

const NAMES = Array.from({ length: 40 }, (_, order) => `c${order}`)

it('says of a long track only what differs, and gives it all back to either side', () => {
  const before = cutOf([
    `V1 |${NAMES.map((name, order) => `${name} ${order * 10}-${order * 10 + 10}`).join('|')}|`,
  ])
  const { timelineId } = settingsOf(before)
  const split = command('clips.split', { timelineId, frame: 205, linked: false }, 'split')
  const { project, revision } = commit(before, split, {
    ...{ id: 'r' as RevisionId, parentId: null, at: '2026-01-01T00:00:00Z' },
  })
  const told = inBrief(revision.patch)
  const [track] = before.tracks.values()
  const [now] = project.tracks.values()
  expect(told.entries).toEqual(revision.patch.filter(({ table }) => table === 'items'))
  expect(told.tracks).toEqual([
    {
      ...{ table: 'tracks', id: 'V1' },
      before: { ...track, items: [] },
      after: { ...now, items: [] },
      items: { at: 21, before: [], after: [now?.items[21]] },
    },
  ])
  expect(briefPatchSchema.parse(JSON.parse(JSON.stringify(told)))).toEqual(told)
  expect(inFull(before, told, 'forward')).toEqual(revision.patch)
  expect(inFull(project, told, 'backward')).toEqual(revision.patch)
})

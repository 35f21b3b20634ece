import { expect, it } from 'vitest'
import { addTrack, removeTrack } from '../../../shared/edit/tracks.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import { counting, cutOf, TIMELINE, textOf, track } from './cutText.ts'

const before = cutOf(['V2 |t 0-9|', 'V1 |A 0-24|', 'A1 |A 0-24|'])

it.each(['picture', 'sound', 'subtitle'] as const)('adds a %s track where it belongs', (kind) => {
  const after = addTrack(before, { timelineId: TIMELINE, kind, name: 'N' }, counting('new'))
  expect(timelineOf(after, TIMELINE).tracks).toEqual(
    kind === 'picture' ? ['V1', 'V2', 'new.1', 'A1'] : ['V1', 'V2', 'A1', 'new.1'],
  )
  expect(after.tracks.get('new.1')).toEqual({
    id: 'new.1',
    timelineId: TIMELINE,
    kind,
    name: 'N',
    items: [],
    locked: false,
    muted: false,
    solo: false,
    hidden: false,
    syncLocked: true,
  })
})

it('removes a track with its clips, never their assets', () => {
  const after = removeTrack(before, { trackId: track('V1') })
  expect(textOf(after)).toEqual(['V2 |t 0-9|', 'A1 |A 0-24|'])
  expect([after.items.ids(), after.assets === before.assets]).toEqual([['V2.t', 'A1.A'], true])
})

it('does not remove a locked track', () => {
  const locked = cutOf(['V1 |A 0-24| locked'])
  expect(() => removeTrack(locked, { trackId: track('V1') })).toThrow(
    'The track V1 is locked; unlock it to change what lies on it.',
  )
})

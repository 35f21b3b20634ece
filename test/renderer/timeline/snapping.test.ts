import { expect, test } from 'vitest'
import {
  createSnapper,
  snapCandidates,
} from '../../../renderer/features/timeline/gestures/snapping.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import { cutOf, item, TIMELINE } from '../../shared/edit/cutText.ts'

const project = cutOf(['V1 |A 0-24|gap 24-48|C 48-72|'])
const timeline = { ...timelineOf(project, TIMELINE), inFrame: 12, outFrame: 60 }

const candidates = (moving: string[]) =>
  snapCandidates({
    project,
    timeline,
    playhead: 30,
    moving: new Set(moving.map(item)),
    held: new Set(),
    lanes: [],
  })

test('playhead, edges of all clips but the moving ones, and the range hold a drag', () => {
  expect(candidates(['V1.C']).map(({ frame, kind }) => `${kind} ${frame}`)).toEqual([
    'playhead 30',
    'edge 0',
    'edge 0',
    'edge 24',
    'range 12',
    'range 60',
  ])
})

test('of several edges the nearest snap moves the whole thing', () => {
  const snapper = createSnapper(candidates(['V1.C']))
  // C is 48..72; 22 earlier its start is 26, two frames from A's end and four from the playhead.
  expect(snapper.snapDelta([48, 72], -20, 0.5, true)).toEqual({ delta: -18, guide: 30 })
  expect(createSnapper(candidates(['V1.C'])).snapDelta([48, 72], -23, 0.4, true)).toEqual({
    delta: -24,
    guide: 24,
  })
})

test('what holds keeps its hold until it is pulled 18 pixels away', () => {
  const snapper = createSnapper(candidates(['V1.C']))
  const at = (delta: number) => snapper.snapDelta([48], delta, 1, true)
  expect([at(-11), at(-2), at(0), at(1)]).toEqual([
    { delta: -18, guide: 30 },
    { delta: -18, guide: 30 },
    { delta: -18, guide: 30 },
    { delta: 1, guide: null },
  ])
})

test('switched off, nothing holds', () => {
  expect(createSnapper(candidates([])).snapDelta([48], -17, 1, false)).toEqual({
    delta: -17,
    guide: null,
  })
})

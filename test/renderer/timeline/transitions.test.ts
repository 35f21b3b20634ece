import { expect, test } from 'vitest'
import {
  frameOfCut,
  placeTransition,
} from '../../../renderer/features/timeline/transition/placedTransition.ts'
import { moved, trimmed } from '../../../renderer/features/timeline/transition/reach.ts'
import type { ItemId, TransitionId } from '../../../shared/model/ids.ts'
import { cutOf, item, track } from '../../shared/edit/cutText.ts'

const project = cutOf(['V1 |gap 0-10|A 10-34|B 34-54|'])
const between = { from: item('V1.A'), to: item('V1.B') }
const room = { before: 10, after: 6 }

test('a cut is where two clips meet, or where one begins or ends', () => {
  expect(frameOfCut(project, between)).toBe(34)
  expect(frameOfCut(project, { from: null, to: item('V1.A') })).toBe(10)
  expect(frameOfCut(project, { from: item('V1.B'), to: null })).toBe(54)
  expect(frameOfCut(project, { from: 'gone' as ItemId, to: null })).toBe(null)
  expect(
    placeTransition(project, {
      ...{ id: 't' as TransitionId, trackId: track('V1'), before: 4, after: 3 },
      ...{ ...between, style: { kind: 'dissolve' } },
    }),
  ).toEqual({ cut: 34, start: 30, end: 37 })
})

test('moved about its cut it keeps its length and stops where the room ends', () => {
  expect(moved({ before: 4, after: 4 }, room, 1)).toEqual({ before: 3, after: 5 })
  expect(moved({ before: 4, after: 4 }, room, 9)).toEqual({ before: 2, after: 6 })
  expect(moved({ before: 4, after: 4 }, room, -9)).toEqual({ before: 8, after: 0 })
  expect(moved({ before: 0, after: 4 }, room, 3)).toEqual({ before: 0, after: 4 })
})

test('an edge takes the other side along, each as far as it can, or stays alone', () => {
  const reach = { before: 4, after: 4, ...between }
  expect(trimmed(reach, room, 'end', 1, true)).toEqual({ before: 5, after: 5 })
  expect(trimmed(reach, room, 'end', 5, true)).toEqual({ before: 9, after: 6 })
  expect(trimmed(reach, room, 'start', -2, true)).toEqual({ before: 6, after: 6 })
  expect(trimmed(reach, room, 'start', -2, false)).toEqual({ before: 6, after: 4 })
  expect(trimmed(reach, room, 'end', -3, false)).toEqual({ before: 4, after: 1 })
})

test('one frame always remains, on the side that there is', () => {
  const reach = { before: 4, after: 4, ...between }
  expect(trimmed(reach, room, 'end', -9, true)).toEqual({ before: 0, after: 1 })
  expect(trimmed(reach, room, 'start', 9, true)).toEqual({ before: 1, after: 0 })
  const out = { before: 4, after: 0, from: item('V1.B'), to: null }
  expect(trimmed(out, { before: 20, after: 0 }, 'start', 9, true)).toEqual({ before: 1, after: 0 })
  expect(trimmed(out, { before: 20, after: 0 }, 'end', 3, true)).toEqual({ before: 7, after: 0 })
})

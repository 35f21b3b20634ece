import { expect, test } from 'vitest'
import { scrollSpeed } from '../../../renderer/features/timeline/gestures/autoScroll.ts'
import { limited } from '../../../renderer/features/timeline/gestures/limits.ts'
import {
  type GestureInput,
  type GestureStep,
  next,
  pressed,
} from '../../../renderer/ui/gestureMachine.ts'

/** The steps that a press at (100, 50) takes through some input. */
function steps(...inputs: GestureInput[]): GestureStep[] {
  let phase = pressed(100, 50)
  return inputs.map((input) => {
    const answer = next(phase, input)
    phase = answer.phase as typeof phase
    return answer.step
  })
}

const move = (x: number, y = 50): GestureInput => ({ kind: 'move', x, y })
const release: GestureInput = { kind: 'release' }
const abandon: GestureInput = { kind: 'abandon' }
const modifiers: GestureInput = { kind: 'modifiers' }

test('less than three pixels stay a click', () => {
  expect(steps(move(101), move(102, 51), release)).toEqual(['none', 'none', 'click'])
})

test('three pixels in any direction start a drag, that ends by being let go', () => {
  expect(steps(move(103), move(140), release)).toEqual(['start', 'update', 'drop'])
  expect(steps(move(98, 48), move(98, 47))).toEqual(['none', 'start'])
})

test('a drag stays one when the hand returns to where it began', () => {
  expect(steps(move(120), move(100), release)).toEqual(['start', 'update', 'drop'])
})

test('Esc, a lost pointer and a window that loses the focus cancel; what comes after means nothing', () => {
  expect(steps(move(120), abandon, move(130), release)).toEqual(['start', 'cancel', 'none', 'none'])
  expect(steps(abandon, release)).toEqual(['none', 'none'])
})

test('a modifier under a resting hand is looked at again, in a drag only', () => {
  expect(steps(modifiers, move(120), modifiers)).toEqual(['none', 'start', 'update'])
})

test('an edge stops at its limit and names it', () => {
  const limits = { min: -10, minBy: 'media', max: 4, maxBy: 'neighbour' } as const
  expect([-11, -10, 0, 4, 9].map((delta) => limited(delta, limits))).toEqual([
    { delta: -10, stop: 'media' },
    { delta: -10, stop: null },
    { delta: 0, stop: null },
    { delta: 4, stop: null },
    { delta: 4, stop: 'neighbour' },
  ])
})

test('near the edges the tracks scroll, faster the nearer, and never beyond a limit', () => {
  expect([-50, 0, 18, 28, 500, 972, 982, 1100].map((x) => scrollSpeed(x, 1000))).toEqual([
    -18, -16.8, -6, 0, 0, 0, 6, 18,
  ])
})

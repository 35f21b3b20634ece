import { expect, it } from 'vitest'
import {
  CAMERA_GROUPS,
  CAMERA_MOVES,
  type CameraMove,
  hasCameraMove,
  toggleCameraMove,
} from '../../../shared/generation/cameraMoves.ts'

const MOVES = Object.keys(CAMERA_MOVES) as CameraMove[]

it('offers each of the 34 moves in one group', () => {
  expect([MOVES.length, Object.values(CAMERA_GROUPS).flat().sort()]).toEqual([34, MOVES.sort()])
})

it.each(MOVES)('%s is put into a prompt and taken out again, and is no part of another', (move) => {
  const put = toggleCameraMove('A heron lands', move)
  expect(put).toBe(`A heron lands. ${CAMERA_MOVES[move]}`)
  expect(MOVES.filter((other) => hasCameraMove(put, other))).toEqual([move])
  expect(toggleCameraMove(put, move)).toBe('A heron lands.')
})

it('stands alone in an empty prompt, and leaves what surrounds it', () => {
  expect(toggleCameraMove('  ', 'static')).toBe('The camera stays still.')
  expect(toggleCameraMove('One. The camera stays still. Two.', 'static')).toBe('One. Two.')
})

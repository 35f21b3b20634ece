import { expect, test } from 'vitest'
import { createGrains } from '../../../renderer/playback/grains.ts'

function grains() {
  const heard: string[] = []
  let due: (() => void) | null = null
  const made = createGrains({
    start: (frame) => void heard.push(`start ${frame}`),
    stop: () => void heard.push('stop'),
    later: (work) => {
      due = work
      return () => {
        due = null
      }
    },
  })
  return { ...made, heard, pass: () => due?.() }
}

test('each place that is gone to sounds for a moment', () => {
  const { at, pass, heard } = grains()
  at(5)
  pass()
  at(9)
  pass()
  expect(heard).toEqual(['start 5', 'stop', 'start 9', 'stop'])
})

test('while one sounds the last of many waits its turn', () => {
  const { at, pass, heard } = grains()
  for (const frame of [5, 6, 7, 8]) at(frame)
  pass()
  pass()
  expect(heard).toEqual(['start 5', 'stop', 'start 8', 'stop'])
})

test('playing silences them, what waited too', () => {
  const { at, pass, cancel, heard } = grains()
  at(5)
  at(6)
  cancel()
  cancel()
  pass()
  expect(heard).toEqual(['start 5', 'stop'])
})

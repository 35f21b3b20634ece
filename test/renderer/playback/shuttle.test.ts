import { expect, test } from 'vitest'
import { createShuttle } from '../../../renderer/playback/shuttle.ts'

function keys() {
  const heard: string[] = []
  let due: (() => void) | null = null
  const { press, release } = createShuttle({
    tap: (direction) => void heard.push(`tap ${direction}`),
    stop: () => void heard.push('stop'),
    step: (direction) => void heard.push(`step ${direction}`),
    slow: (direction) => void heard.push(`slow ${direction}`),
    later: (work) => {
      due = work
      return () => {
        due = null
      }
    },
  })
  return { heard, press, release, hold: () => due?.() }
}

test('J and L alone are taps, K stops', () => {
  const { heard, press, release } = keys()
  for (const key of ['forward', 'forward', 'stop', 'backward'] as const) {
    press(key)
    release(key)
  }
  expect(heard).toEqual(['tap 1', 'tap 1', 'stop', 'tap -1'])
})

test('with K held a tap of L is one frame, and a held L is slow until it is let go', () => {
  const { heard, press, release, hold } = keys()
  press('stop')
  press('forward')
  release('forward')
  press('backward')
  hold()
  release('backward')
  release('stop')
  hold()
  expect(heard).toEqual(['stop', 'step 1', 'stop', 'step -1', 'slow -1', 'stop'])
})

test('letting K go ends the slow run; L is a tap again', () => {
  const { heard, press, release, hold } = keys()
  press('stop')
  press('forward')
  hold()
  release('stop')
  release('forward')
  press('forward')
  expect(heard).toEqual(['stop', 'step 1', 'slow 1', 'stop', 'tap 1'])
})

import { expect, test } from 'vitest'
import { createSettling } from '../../../renderer/playback/settling.ts'

interface Scene {
  readonly isDraft: boolean
  readonly state: number
}

/** A monitor whose pictures are seen when the test says so, and a timer that it runs. */
function monitor(stands = true) {
  const asked: Scene[] = []
  let due: (() => void) | null = null
  let state = 0
  const settling = createSettling<Scene>({
    sceneOf: (isDraft) => ({ isDraft, state }),
    show: (scene) => void asked.push(scene),
    stands: () => stands,
    later: (work) => {
      due = work
      return () => {
        due = null
      }
    },
  })
  return {
    change: () => {
      state++
      settling.changed()
    },
    see: (index: number) => {
      const scene = asked[index]
      if (scene) settling.painted(scene)
    },
    wait: () => {
      const work = due
      due = null
      work?.()
    },
    asked: () => asked.map((scene) => `${scene.isDraft ? 'quick' : 'exact'} ${scene.state}`),
  }
}

test('the exact picture follows the quick one, however late that comes', () => {
  const { change, see, wait, asked } = monitor()
  change()
  wait()
  expect(asked()).toEqual(['quick 1'])
  see(0)
  wait()
  see(1)
  wait()
  expect(asked()).toEqual(['quick 1', 'exact 1'])
})

test('what is seen of an older state asks for nothing, and a change comes before the exact picture', () => {
  const { change, see, wait, asked } = monitor()
  change()
  change()
  see(0)
  wait()
  see(1)
  change()
  wait()
  expect(asked()).toEqual(['quick 1', 'quick 2', 'quick 3'])
})

test('while it plays everything is quick', () => {
  const { change, see, wait, asked } = monitor(false)
  change()
  see(0)
  wait()
  expect(asked()).toEqual(['quick 1'])
})

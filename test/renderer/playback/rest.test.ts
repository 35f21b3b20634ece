import { expect, test } from 'vitest'
import { createRest } from '../../../renderer/playback/rest.ts'

test('rest comes once nobody has asked for a while, however often they asked before', () => {
  const due = new Set<() => void>()
  let rested = 0
  const rest = createRest(
    (work) => {
      due.add(work)
      return () => due.delete(work)
    },
    () => rested++,
  )
  expect(due.size).toBe(0)
  rest.stir()
  rest.stir()
  expect({ due: due.size, rested }).toEqual({ due: 1, rested: 0 })
  for (const work of due) work()
  expect(rested).toBe(1)
})

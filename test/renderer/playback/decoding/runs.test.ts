import { expect, it } from 'vitest'
import { createRuns } from '../../../../renderer/playback/decoding/runs.ts'

/** Counts from one, and waits before each number until it is let go on. */
function counting() {
  const state = { returned: 0, go: (): void => undefined }
  let count = 0
  const output = {
    next: () =>
      new Promise<IteratorResult<number, void>>((resolve) => {
        state.go = () => resolve({ value: ++count, done: false })
      }),
    async return() {
      state.returned++
      state.go = () => undefined
      return { value: undefined, done: true as const }
    },
  }
  return { output, state }
}

it('gives what comes next of a run, and nothing once it was ended', async () => {
  const { output, state } = counting()
  const runs = createRuns<number>()
  runs.begin(1, output)
  const first = runs.take(1, async (next) => [await next(), await next()])
  state.go()
  await Promise.resolve()
  await new Promise(setImmediate)
  state.go()
  expect(await first).toEqual([1, 2])
  runs.end(1)
  expect(await runs.take(1, (next) => next())).toBeNull()
  expect(await runs.take(2, (next) => next())).toBeNull()
  expect(state.returned).toBe(1)
})

it('waits at the end for what is on its way, also where that fails', async () => {
  const { output, state } = counting()
  const broken = { ...output, next: () => Promise.reject(new Error('The disk is gone')) }
  const runs = createRuns<number>()
  runs.begin(1, output)
  runs.begin(2, broken)
  const log: string[] = []
  const taken = runs.take(1, async (next) => log.push(`took ${await next()}`))
  const failed = runs.take(2, (next) => next())
  const { go } = state
  const ended = runs.endAll().then(() => log.push('ended'))
  await expect(failed).rejects.toThrow('The disk is gone')
  go()
  await Promise.all([taken, ended])
  expect(log).toEqual(['took 1', 'ended'])
})

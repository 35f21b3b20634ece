/**
 * Runs with random faults at every step, cut off at random moments and taken up again from the last durable
 * checkpoint: each task is billed exactly once and every take arrives whole.
 */
import { mkdtemp, stat } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EngineCheckpoint, EngineOutcome } from '../../../../main/engines/GenerationEngine.ts'
import type { FaultSwitch } from '../../../fakes/faults.ts'
import { isSoak, SOAK_PART, soakShare } from '../../../soak.ts'
import { openBench, SHOT } from './engineBench.ts'

const task = fc.constantFrom('videoInference', 'getResponse')
const times = fc.integer({ min: 1, max: 3 })
const fault: fc.Arbitrary<FaultSwitch> = fc.oneof(
  fc.record({ kind: fc.constant('dropReply' as const), task, times }),
  fc.record({ kind: fc.constant('hangUp' as const), task, times }),
  fc.record({ kind: fc.constant('garbage' as const), task, times }),
  fc.record({
    kind: fc.constant('status' as const),
    task,
    status: fc.constantFrom(429, 500, 503, 504),
    times,
  }),
  fc.record({
    kind: fc.constant('status' as const),
    task: fc.constant('getResponse'),
    status: fc.constantFrom(401, 403),
    times,
  }),
  fc.record({ kind: fc.constant('emptyPoll' as const), times }),
  fc.record({ kind: fc.constant('slow' as const), polls: times }),
  fc.record({
    kind: fc.constant('downloadStatus' as const),
    status: fc.constantFrom(403, 404, 500),
    times,
  }),
  fc.record({ kind: fc.constant('truncate' as const), bytes: fc.nat(60_000), times }),
  fc.record({ kind: fc.constantFrom('wrongType' as const, 'notVideo' as const) }),
)

/** After how many durable steps or waits each run is cut off; the last run goes to its end. */
const cuts = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })

it('pays once and keeps every take', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 6 }), cuts, async (faults, moments) => {
      const bench = await openBench(...faults)
      try {
        let last: EngineCheckpoint | undefined
        let outcome: EngineOutcome | undefined
        for (const moment of [...moments, Number.POSITIVE_INFINITY]) {
          const abort = new AbortController()
          let steps = 0
          const step = (): void => {
            steps += 1
            if (steps >= moment) abort.abort(new DOMException('Cut off', 'AbortError'))
          }
          bench.onWait = step
          const workDir = await mkdtemp(join(bench.folder, 'run-'))
          const job = { request: SHOT, inputs: new Map<string, string>(), workDir }
          const run = bench.engine.run(last ? { ...job, resume: last } : job, {
            signal: abort.signal,
            onProgress: () => undefined,
            renumber: () => Promise.reject(new Error('Nothing was uploaded')),
            checkpoint: async (state) => {
              last = state
              step()
            },
          })
          try {
            outcome = await run
            break
          } catch (fault) {
            if (!abort.signal.aborted) throw fault
          }
        }
        if (!outcome) throw new Error('No run came to its end')
        expect((await stat(outcome.video)).size).toBeGreaterThan(10_000)
        expect(outcome.result.cost).toBe(0.06)
        expect(bench.double.books.billed.map(({ taskUUID }) => taskUUID)).toEqual([SHOT.taskUUID])
      } finally {
        await bench.close()
      }
    }),
    { numRuns: isSoak ? soakShare(500) : 20, seed: 20_261_123 + SOAK_PART, endOnFailure: true },
  )
})

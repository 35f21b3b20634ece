/** An engine before a double on real loopback HTTP, with a clock that does not wait and a record of checkpoints. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineCheckpoint, EngineJob } from '../../../../main/engines/GenerationEngine.ts'
import type { Clock } from '../../../../main/engines/runware/clock.ts'
import { RunwareEngine } from '../../../../main/engines/runware/RunwareEngine.ts'
import type { VideoInferenceRequest } from '../../../../shared/generation/request.ts'
import { inEnglish } from '../../../../shared/words/english.ts'
import type { FaultSwitch } from '../../../fakes/faults.ts'
import { type RunwareDouble, startRunwareDouble } from '../../../fakes/runwareDouble.ts'

export const KEY = 'secret-key-0123456789'

/** The smallest shot of the model's table: quick to render. */
export const SHOT: VideoInferenceRequest = {
  taskType: 'videoInference',
  taskUUID: '7b1f3a52-6d0c-4f0e-9f44-2d0d6f1b8c11',
  model: 'luma:ray@3.2',
  positivePrompt: 'A paper boat on a pond',
  width: 640,
  height: 360,
  duration: 5,
}

export interface Bench {
  readonly double: RunwareDouble
  readonly engine: RunwareEngine
  readonly folder: string
  readonly checkpoints: EngineCheckpoint[]
  readonly notes: string[]
  /** Milliseconds that were waited for, in order. */
  readonly waits: number[]
  readonly abort: AbortController
  key: string | null
  /** Runs while the clock waits, e.g. to abort. */
  onWait: (count: number) => void
  run(job?: Partial<EngineJob>): ReturnType<RunwareEngine['run']>
  close(): Promise<void>
}

export async function openBench(...faults: FaultSwitch[]): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'keyreel-runware-'))
  const double = await startRunwareDouble({ key: KEY, faults })
  const waits: number[] = []
  const clock: Clock = {
    wait: async (ms, signal) => {
      waits.push(ms)
      bench.onWait(waits.length)
      signal.throwIfAborted()
    },
  }
  const bench: Bench = {
    double,
    folder,
    waits,
    checkpoints: [],
    notes: [],
    abort: new AbortController(),
    key: KEY,
    onWait: () => undefined,
    engine: new RunwareEngine({
      baseUrl: double.baseUrl,
      readKey: async () => bench.key,
      clock,
    }),
    run: (job = {}) =>
      bench.engine.run(
        { request: SHOT, inputs: new Map(), workDir: folder, ...job },
        {
          signal: bench.abort.signal,
          onProgress: (_fraction, note) => bench.notes.push(inEnglish(note)),
          checkpoint: async (state) => {
            bench.checkpoints.push(state)
          },
        },
      ),
    close: async () => {
      await double.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return bench
}

/** An engine before a double on real loopback HTTP, with a clock that does not wait and a record of checkpoints. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '../../../../main/database/store.ts'
import type { EngineCheckpoint, EngineJob } from '../../../../main/engines/GenerationEngine.ts'
import type { Clock } from '../../../../main/engines/runware/clock.ts'
import { RunwareEngine } from '../../../../main/engines/runware/RunwareEngine.ts'
import { createUploadBook } from '../../../../main/services/uploadBook.ts'
import type { VideoInferenceRequest } from '../../../../shared/generation/request.ts'
import { inEnglish } from '../../../../shared/words/english.ts'
import { type FakeClock, fakeClock } from '../../../fakes/fakeClock.ts'
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
  engine: RunwareEngine
  readonly folder: string
  readonly checkpoints: EngineCheckpoint[]
  /** The UUIDs under which a refused task went on. */
  readonly numbers: string[]
  readonly store: Store
  /** Its time is that of the book of uploads. */
  readonly time: FakeClock
  readonly notes: string[]
  /** Milliseconds that were waited for, in order. */
  readonly waits: number[]
  readonly abort: AbortController
  key: string | null
  /** Runs while the clock waits, e.g. to abort. */
  onWait: (count: number) => void
  run(job?: Partial<EngineJob>): ReturnType<RunwareEngine['run']>
  /** Another engine on the same store, as after a restart. */
  restart(): void
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
  const books = await mkdtemp(join(tmpdir(), 'keyreel-runware-books-'))
  const store = openStore(join(books, 'keyreel.sqlite'))
  const time = fakeClock()
  const { baseUrl } = double
  const newEngine = (key: () => string | null): RunwareEngine =>
    new RunwareEngine({
      ...{ baseUrl, clock, readKey: async () => key() },
      uploads: createUploadBook({
        ...{ store, clock: time, endpoint: baseUrl },
        readKey: () => key() ?? undefined,
      }),
    })
  const bench: Bench = {
    ...{ store, time },
    numbers: [],
    double,
    folder,
    waits,
    checkpoints: [],
    notes: [],
    abort: new AbortController(),
    key: KEY,
    onWait: () => undefined,
    engine: newEngine(() => bench.key),
    restart: () => {
      bench.engine = newEngine(() => bench.key)
    },
    run: (job = {}) =>
      bench.engine.run(
        { request: SHOT, inputs: new Map(), workDir: folder, ...job },
        {
          signal: bench.abort.signal,
          onProgress: (_fraction, note) => bench.notes.push(inEnglish(note)),
          checkpoint: async (state) => {
            bench.checkpoints.push(state)
          },
          renumber: async (taskUUID) => {
            bench.numbers.push(taskUUID)
          },
        },
      ),
    close: async () => {
      store.close()
      await double.close()
      for (const each of [folder, books]) await rm(each, { recursive: true, force: true })
    },
  }
  return bench
}

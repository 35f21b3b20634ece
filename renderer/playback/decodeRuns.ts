/**
 * Decoders at work on one file, each where it stopped last: clips of one recording that meet in a cut go on side by side.
 * Everything that is decoded goes into the cache.
 */
import type { VideoSample } from 'mediabunny'
import type { CachedFrame, FrameCache } from './frameCache.ts'
import { keepPicture } from './keepPicture.ts'

const RUNS = 3
/** Decoders tell whole microseconds. */
const SAME_SECONDS = 2e-6

export interface DecodeRun {
  /** Where the last decoded frame ended, seconds of the container. */
  readonly position: number
  /** False once it is at the end of the file, or was closed. */
  readonly isOpen: boolean
  readonly isAtEnd: boolean
  /**
   * The next frame, those before `keepFrom` passed over; null at the end. One caller at a time.
   * @throws Error when the file cannot be read or decoded here.
   */
  next(keepFrom: number): Promise<CachedFrame | null>
  /** Waits its turn, so that two callers never pull on one decoder. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  close(): void
}

/** Decoded pictures in their order, until whoever reads them returns. */
export type Samples = Pick<AsyncGenerator<VideoSample, void, unknown>, 'next' | 'return'>

/** Those from the one at `from` seconds on. */
export type SamplesFrom = (from: number) => Samples

export interface DecodeRuns {
  /** The one that comes to `target` soonest by going on. */
  towards(target: number): DecodeRun | null
  /** A decoder that begins with the frame at `from`; the one unused for longest makes room. */
  begin(samples: SamplesFrom, from: number): DecodeRun
  /** Only the one used last stays open: who goes on from a rest goes on there. */
  rest(): void
  closeAll(): void
  readonly open: number
}

/** @param goOn seconds of pictures through which decoding on is quicker than seeking */
export function createDecodeRuns(name: string, cache: FrameCache, goOn: number): DecodeRuns {
  /** The latest used last. */
  let runs: DecodeRun[] = []

  function createRun(samples: Samples, from: number): DecodeRun {
    let position = from
    let isOpen = true
    let isAtEnd = false
    let busy: Promise<unknown> = Promise.resolve()
    const run: DecodeRun = {
      get position() {
        return position
      },
      get isOpen() {
        return isOpen
      },
      get isAtEnd() {
        return isAtEnd
      },
      async next(keepFrom) {
        while (isOpen) {
          const { value: sample, done } = await samples.next().catch((error: unknown) => {
            run.close()
            throw error
          })
          if (done || !sample) {
            isAtEnd = isOpen
            run.close()
            return null
          }
          const start = sample.timestamp
          const end = start + Math.max(sample.duration, 1e-6)
          position = end
          if (end <= keepFrom) {
            sample.close()
            continue
          }
          const known = cache.find(name, start)
          // Containers round: a frame may seem to last into its neighbour, which is another frame.
          if (known && Math.abs(known.start - start) < SAME_SECONDS) {
            sample.close()
            return known
          }
          const frame = { ...(await keepPicture(sample)), start, end }
          cache.add(name, frame)
          return frame
        }
        return null
      },
      inTurn(work) {
        const result = busy.then(work)
        // The next in turn does not fail because this one did.
        busy = Promise.allSettled([result])
        return result
      },
      close() {
        if (!isOpen) return
        isOpen = false
        runs = runs.filter((other) => other !== run)
        // A run that failed, or whose file is closed by now, has nothing left to give back.
        void Promise.allSettled([samples.return()])
      },
    }
    return run
  }

  return {
    towards(target) {
      const [nearest] = runs
        .filter(({ position }) => target >= position - 1e-9 && target - position < goOn)
        .sort((a, b) => b.position - a.position)
      if (nearest) runs = [...runs.filter((run) => run !== nearest), nearest]
      return nearest ?? null
    },
    begin(samples, from) {
      const run = createRun(samples(from), from)
      runs.push(run)
      if (runs.length > RUNS) runs[0]?.close()
      return run
    },
    rest() {
      for (const run of runs.slice(0, -1)) run.close()
    },
    closeAll() {
      for (const run of [...runs]) run.close()
    },
    get open() {
      return runs.length
    },
  }
}

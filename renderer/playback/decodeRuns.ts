/**
 * Decoders at work on one file, each where it stopped last: clips of one recording that meet in a cut go on side by side.
 * Everything that is decoded goes into the cache.
 */
import type { PictureReader } from './decoding/pictureReader.ts'
import type { CachedFrame, FrameCache } from './frameCache.ts'

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

/** Decodes, elsewhere. */
export type Decoder = {
  readonly [K in 'begin' | 'next' | 'end']: (
    ...args: Parameters<PictureReader[K]>
  ) => Promise<Awaited<ReturnType<PictureReader[K]>>>
}

export interface DecodeRuns {
  /** The one that comes to `target` soonest by going on. */
  towards(target: number): DecodeRun | null
  /** A decoder that begins with the frame at `from`; the one unused for longest makes room. */
  begin(from: number): DecodeRun
  /** Only the one used last stays open: who goes on from a rest goes on there. */
  rest(): void
  closeAll(): void
  readonly open: number
}

/** @param goOn seconds of pictures through which decoding on is quicker than seeking */
export function createDecodeRuns(
  name: string,
  decoder: Decoder,
  cache: FrameCache,
  goOn: number,
): DecodeRuns {
  /** The latest used last. */
  let runs: DecodeRun[] = []
  let begun = 0

  function createRun(from: number): DecodeRun {
    const number = ++begun
    let position = from
    let isOpen = true
    let isAtEnd = false
    let busy: Promise<unknown> = Promise.resolve()
    // Who asks for its first picture is told what is wrong.
    void Promise.allSettled([decoder.begin(number, from)])
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
        if (!isOpen) return null
        const frame = await decoder.next(number, keepFrom).catch((error: unknown) => {
          run.close()
          throw error
        })
        if (!frame) {
          isAtEnd = isOpen
          run.close()
          return null
        }
        position = frame.end
        const known = cache.find(name, frame.start)
        // Containers round: a frame may seem to last into its neighbour, which is another frame.
        if (known && Math.abs(known.start - frame.start) < SAME_SECONDS) {
          frame.picture.close()
          return known
        }
        cache.add(name, frame)
        return frame
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
        void Promise.allSettled([decoder.end(number)])
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
    begin(from) {
      const run = createRun(from)
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

/**
 * Exact frames of one video file. Stepping and playing forwards go on decoding where the last frame was, a little
 * further than asked. Who travels
 * backwards, or rests, finds the group of pictures before decoded already.
 */
import { type Remote, releaseProxy } from 'comlink'
import type { ColorReading } from './colorReading.ts'
import { createDecodeRuns, type DecodeRun, type DecodeRuns } from './decodeRuns.ts'
import type { PictureReader } from './decoding/pictureReader.ts'
import { decodingThread } from './decodingThread.ts'
import type { CachedFrame, FrameCache } from './frameCache.ts'
import type { MediaCopy } from './MediaCopy.ts'
import type { Waiting } from './Waiting.ts'

export interface FrameSource {
  /** Under which its frames are kept. */
  readonly name: string
  /** The frame on screen at `seconds` from the first picture, if it is at hand; goes on looking ahead from there. */
  now(seconds: number): CachedFrame | null
  /** Of the frames at hand the one nearest to `seconds`, and by how much it misses them. */
  near(seconds: number): { readonly frame: CachedFrame; readonly misses: number } | null
  /**
   * The frame on screen at `seconds` from the first picture. Null where it was not waited for; `onWay` hears of the first
   * frame that a jump comes by.
   * The picture belongs to the cache, which keeps it open until its next `begin`.
   * @throws Error when the file cannot be read or decoded here.
   */
  frameAt(seconds: number, waiting: Waiting): Promise<CachedFrame | null>
  /** Gets ready to go on from `seconds`, where nothing is ready yet. @throws Error as frameAt. */
  warm(seconds: number): Promise<void>
  /** Nobody has asked for a while: decoders are closed, but for the one that goes on from what is seen. */
  rest(isSeen: boolean): void
  dispose(): void
}

/** Seconds decoded further than was asked for, in the direction of travel. */
const AHEAD_SECONDS = 0.5
/** Shorter moves are steps or playing; they say in which direction the next will be. */
const TRAVEL_SECONDS = 1
/** Who comes this near to the first frame at hand while travelling backwards wants those before it. */
const BEHIND_SECONDS = 0.75
/** Seconds kept before a place where somebody rests: those further back come as soon as somebody travels there. */
const RESTING_SECONDS = 0.5
/**
 * Seconds of pictures through which decoding on is quicker than seeking: a key frame is seldom nearer in what cameras and
 * coders make, and every sixth picture in a proxy.
 */
const GO_ON: Readonly<Record<MediaCopy, number>> = { original: 1.5, proxy: 0.2 }
/** No more of the cache than this is filled at once on the way to a frame, so that what was kept is still there. */
const PART_OF_CACHE = 0.5
/** A decoder may be closed under those who wait for it, to make room for another. */
const TRIES = 3
/** Seconds; a guess until the first picture tells its size. */
const UNKNOWN_WINDOW = 0.5

export function createFrameSource(
  copy: MediaCopy,
  mediaKey: string,
  cache: FrameCache,
  reading: ColorReading | null,
): FrameSource {
  const name = `${copy}/${mediaKey}`
  const reader = decodingThread().pictures(copy, mediaKey, reading)
  let opening: Promise<Opened> | null = null
  let opened: Opened | null = null
  let isDisposed = false
  /** The last target, where it lay from the one before (1, -1, or 0 after a jump), and whether it was asked for again. */
  let travel = { at: Number.NaN, direction: 0, isResting: false }
  let isLookingAhead = false
  let isLookingBack = false

  /** How many seconds before a frame can be kept with it. */
  const windowOf = (frame: CachedFrame | null): number =>
    frame
      ? ((cache.limit * PART_OF_CACHE) / frame.bytes) * (frame.end - frame.start)
      : UNKNOWN_WINDOW

  const openOnce = async (): Promise<Opened> => {
    opening ??= reader.then((made) => open(made, name, copy, cache))
    opened ??= await opening
    return opened
  }

  const targetOf = ({ first, last }: Opened, seconds: number): number =>
    Math.min(Math.max(seconds, 0), last) + first

  const moveTo = (target: number): void => {
    const moved = target - travel.at
    if (moved === 0) {
      travel = { ...travel, isResting: true }
      return
    }
    const isTravel = Math.abs(moved) < TRAVEL_SECONDS
    travel = { at: target, direction: isTravel ? Math.sign(moved) : 0, isResting: false }
  }

  /** Decodes on until the frame at `target`; frames from `keepFrom` on are kept, those before only passed. */
  async function decode(
    run: DecodeRun,
    target: number,
    keepFrom: number,
    { isStale, onWay }: Pick<Waiting, 'isStale' | 'onWay'>,
  ): Promise<CachedFrame | null> {
    let last: CachedFrame | null = null
    while (!isDisposed) {
      const frame = await run.next(keepFrom)
      // Behind the last frame it stays on screen.
      if (!frame) return run.isAtEnd && last ? (cache.find(name, last.start) ?? last) : null
      if (frame.end > target) return cache.find(name, frame.start) ?? frame
      if (!last) onWay?.()
      last = frame
      if (isStale()) return null
    }
    return null
  }

  /**
   * Decodes the frame at `target` as soon as can be; those before it come when somebody rests there. Who wants to see
   * something on the way gets the frames from the key frame on, or as far before as can be kept, which takes longer.
   */
  async function jump(
    { runs, reader: { keyBefore }, first }: Opened,
    target: number,
    waiting: Waiting,
  ): Promise<CachedFrame | null> {
    const { gone, onWay } = waiting
    const key = onWay && (await keyBefore(target))
    const window = windowOf(cache.nearest(name, target))
    const from = onWay ? Math.max(key ?? first, first, target - window) : target
    if (isDisposed || gone.aborted) return null
    const run = runs.begin(from)
    gone.addEventListener('abort', run.close)
    try {
      return await run.inTurn(() => decode(run, target, from, waiting))
    } finally {
      gone.removeEventListener('abort', run.close)
    }
  }

  /** The decoder that has the next frame which is not at hand in the direction of travel. */
  function ahead({ runs, first, last }: Opened): DecodeRun | null {
    const { at, direction } = travel
    const until = cache.reachesOn(name, at)
    if (isDisposed) return null
    if (direction < 0 || until === null || until >= Math.min(at + AHEAD_SECONDS, first + last)) {
      return null
    }
    return runs.towards(until) ?? (direction > 0 ? runs.begin(until) : null)
  }

  async function lookAhead(file: Opened): Promise<void> {
    if (isLookingAhead) return
    isLookingAhead = true
    try {
      // Asked anew for each frame: the traveller moves on meanwhile, and may turn.
      for (let run = ahead(file); run; run = ahead(file)) {
        const going = run
        if (!(await going.inTurn(() => going.next(going.position)))) break
      }
    } finally {
      isLookingAhead = false
    }
  }

  /** The first frame at hand, where those before it are wanted and not here. */
  function behind({ first }: Opened): number | null {
    const { at, direction, isResting } = travel
    const begins = cache.reachesBack(name, at)
    if (begins === null || begins <= first + 1e-6) return null
    if (direction > 0 || (direction === 0 && !isResting)) return null
    const isWanted =
      direction < 0 ? at - begins < BEHIND_SECONDS : cache.nearest(name, at)?.start === begins
    return isWanted ? begins : null
  }

  async function lookBack(file: Opened): Promise<void> {
    if (isLookingBack) return
    isLookingBack = true
    let run: DecodeRun | null = null
    try {
      for (let begins = behind(file); begins !== null && !isDisposed; begins = behind(file)) {
        const until = begins - 1e-4
        const key = await file.reader.keyBefore(until)
        if (isDisposed) break
        const room = windowOf(cache.nearest(name, begins))
        const window = travel.direction < 0 ? room : Math.min(room, RESTING_SECONDS)
        const from = Math.max(key ?? file.first, file.first, begins - window)
        const back = file.runs.begin(from)
        run = back
        while (!isDisposed && back.isOpen && back.position < until && travel.direction <= 0) {
          await back.inTurn(async () => back.position < until && (await back.next(from)))
        }
        back.close()
        if (cache.reachesBack(name, travel.at) === begins) break
      }
    } finally {
      run?.close()
      isLookingBack = false
    }
  }

  /** After each answer: a little further, while nobody else asks. */
  function lookFurther(file: Opened): void {
    // Whoever comes to a frame that cannot be decoded asks for it and is told why.
    void Promise.allSettled([lookAhead(file), lookBack(file)])
  }

  const answered = (frame: CachedFrame | null, file: Opened): CachedFrame | null => {
    if (frame) lookFurther(file)
    return frame
  }

  return {
    name,
    now(seconds) {
      if (!opened || isDisposed) return null
      const target = targetOf(opened, seconds)
      const known = cache.find(name, target)
      if (known) moveTo(target)
      return answered(known, opened)
    },
    near(seconds) {
      if (!opened) return null
      const target = targetOf(opened, seconds)
      const frame = cache.nearest(name, target)
      if (!frame) return null
      return { frame, misses: Math.max(0, frame.start - target, target - frame.end) }
    },
    async warm(seconds) {
      const file = await openOnce()
      const target = targetOf(file, seconds)
      if (isDisposed || cache.nearest(name, target)?.start === target) return
      const { signal: gone } = new AbortController()
      if (!file.runs.towards(target)) await jump(file, target, { isStale: () => isDisposed, gone })
    },
    async frameAt(seconds, waiting) {
      const file = await openOnce()
      const target = targetOf(file, seconds)
      moveTo(target)
      const known = cache.find(name, target)
      if (known || isDisposed) return answered(known, file)
      for (let tries = 0; tries < TRIES; tries++) {
        const run = file.runs.towards(target)
        const frame = await (run
          ? run.inTurn(async () => {
              const decoded = cache.find(name, target)
              return decoded ?? decode(run, target, run.position, waiting)
            })
          : jump(file, target, waiting))
        if (frame || waiting.isStale() || waiting.gone.aborted || isDisposed)
          return answered(frame, file)
      }
      throw new Error('No picture was decoded where the file should have one')
    },
    rest: (isSeen) => (isSeen ? opened?.runs.rest() : opened?.runs.closeAll()),
    dispose() {
      isDisposed = true
      opened?.runs.closeAll()
      // A file that could not be opened has nothing to give back.
      void Promise.allSettled([reader.then(close)])
    },
  }
}

interface Opened {
  readonly runs: DecodeRuns
  readonly reader: Remote<PictureReader>
  /** Seconds of the container at which the first picture is shown, and from there to the start of the last. */
  readonly first: number
  readonly last: number
}

async function open(
  reader: Remote<PictureReader>,
  name: string,
  copy: MediaCopy,
  cache: FrameCache,
): Promise<Opened> {
  const runs = createDecodeRuns(name, reader, cache, GO_ON[copy])
  return { runs, reader, ...(await reader.span) }
}

/** What is on its way comes before the answer. */
async function close(reader: Remote<PictureReader>): Promise<void> {
  await reader.close()
  reader[releaseProxy]()
}

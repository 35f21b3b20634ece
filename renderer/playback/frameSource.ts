/**
 * Exact frames of one video file. Stepping and playing forwards go on decoding where the last frame was; a jump
 * starts at its key frame; a step backwards keeps what it decodes on the way, for the steps after it.
 */
import type { Input, InputVideoTrack, VideoSample, VideoSampleSink } from 'mediabunny'
import type { CachedFrame, FrameCache } from './frameCache.ts'
import { loadDecoders, type MediaCopy, openMedia } from './mediaInput.ts'

export interface FrameSource {
  /**
   * The frame on screen at `seconds` from the first picture. Null where `isStale` answered true on the way.
   * The picture belongs to the cache, which keeps it open until its next `begin`.
   * @throws Error when the file cannot be read or decoded here.
   */
  frameAt(seconds: number, isStale: () => boolean): Promise<CachedFrame | null>
  /** Gets ready to go on from `seconds`, where nothing is ready yet. @throws Error as frameAt. */
  warm(seconds: number): Promise<void>
  dispose(): void
}

/** Decoding on through this much is quicker than seeking. */
const GO_ON_SECONDS = 1.5
/** A step backwards decodes this much before its frame as well. */
const BACK_SECONDS = 0.6
/** Runs of decoding that go on at different places of one file: clips of one recording that meet in a cut. */
const RUNS = 3

interface Run {
  readonly samples: AsyncGenerator<VideoSample, void, unknown>
  /** Where the last decoded frame ended. */
  position: number
  lastStart: number
  used: number
  busy: Promise<unknown>
}

export function createFrameSource(
  copy: MediaCopy,
  mediaKey: string,
  cache: FrameCache,
): FrameSource {
  const name = `${copy}/${mediaKey}`
  const input = openMedia(copy, mediaKey)
  let opened: Promise<Opened> | null = null
  let runs: Run[] = []
  let uses = 0
  let isDisposed = false

  const end = (run: Run): void => {
    runs = runs.filter((other) => other !== run)
    // A run that failed, or whose file is closed by now, has nothing left to give back.
    void Promise.allSettled([run.busy.then(() => run.samples.return())])
  }

  const begin = (sink: VideoSampleSink, at: number): Run => {
    const run: Run = {
      samples: sink.samples(at),
      position: at,
      lastStart: at,
      used: ++uses,
      busy: Promise.resolve(),
    }
    runs.push(run)
    const oldest = [...runs].sort((a, b) => a.used - b.used)[0]
    if (runs.length > RUNS && oldest) end(oldest)
    return run
  }

  /** Decodes on until the frame at `target`; frames from `keepFrom` on are kept, those before only passed. */
  async function decode(
    run: Run,
    target: number,
    keepFrom: number,
    isStale: () => boolean,
  ): Promise<CachedFrame | null> {
    let last: CachedFrame | null = null
    while (!isDisposed) {
      const { value: sample, done } = await run.samples.next()
      if (done || !sample) {
        // Behind the last frame it stays on screen.
        end(run)
        return last ? keepLast(last) : null
      }
      const start = sample.timestamp
      const until = start + Math.max(sample.duration, 1e-6)
      run.position = until
      run.lastStart = start
      const isWanted = until > target
      if (isWanted || until > keepFrom) last = await keep(sample, start, until)
      else sample.close()
      if (isWanted) return last
      if (isStale()) return null
    }
    return null
  }

  async function keep(sample: VideoSample, start: number, until: number): Promise<CachedFrame> {
    const picture = await toBitmap(sample)
    sample.close()
    const frame = { picture, start, end: until }
    cache.add(name, frame)
    return frame
  }

  const keepLast = (frame: CachedFrame): CachedFrame => {
    const { start } = frame
    return cache.find(name, start) ?? frame
  }
  /** What is handed out has been found, and stays open for that. */
  const held = (frame: CachedFrame | null): CachedFrame | null => frame && keepLast(frame)

  /** Waits its turn on the run, so that two callers never pull on one decoder. */
  function inTurn<T>(run: Run, work: () => Promise<T>): Promise<T> {
    const result = run.busy.then(work)
    // The next in turn does not fail because this one did.
    run.busy = Promise.allSettled([result])
    return result
  }

  const placeOf = async (seconds: number): Promise<Opened & { readonly target: number }> => {
    opened ??= input.then(open)
    const found = await opened
    return { ...found, target: Math.min(Math.max(seconds, 0), found.last) + found.first }
  }
  const goesOnTo = (run: Run, target: number): boolean =>
    target >= run.position - 1e-9 && target - run.position < GO_ON_SECONDS

  return {
    async warm(seconds) {
      const { sink, target } = await placeOf(seconds)
      if (isDisposed || cache.find(name, target)) return
      if (runs.some((run) => goesOnTo(run, target))) return
      const run = begin(sink, target)
      await inTurn(run, () => decode(run, target, target, () => isDisposed))
    },
    async frameAt(seconds, isStale) {
      const { sink, first, target } = await placeOf(seconds)
      const known = cache.find(name, target)
      if (known || isDisposed) return known
      const goesOn = runs
        .filter((run) => goesOnTo(run, target))
        .sort((a, b) => b.position - a.position)[0]
      if (goesOn) {
        goesOn.used = ++uses
        return inTurn(
          goesOn,
          async () =>
            cache.find(name, target) ?? held(await decode(goesOn, target, target, isStale)),
        )
      }
      const isBackwards = runs.some(
        (run) => target < run.position && run.lastStart - target < BACK_SECONDS * 2,
      )
      const from = isBackwards ? Math.max(first, target - BACK_SECONDS) : target
      const run = begin(sink, from)
      return inTurn(run, async () => held(await decode(run, target, from, isStale)))
    },
    dispose() {
      isDisposed = true
      for (const run of runs) end(run)
      cache.drop(name)
      // An input that could not be made has nothing to give back.
      void Promise.allSettled([input.then((made) => made.dispose())])
    },
  }
}

interface Opened {
  readonly sink: VideoSampleSink
  /** Seconds of the container at which the first picture is shown, and from there to the start of the last. */
  readonly first: number
  readonly last: number
}

async function open(input: Input): Promise<Opened> {
  const { VideoSampleSink } = await loadDecoders()
  const track: InputVideoTrack | null = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('There is no picture in this file')
  if (!(await track.canDecode())) throw new Error('The window has no decoder for this picture')
  const first = await track.getFirstTimestamp()
  const end = await track.computeDuration()
  return { sink: new VideoSampleSink(track), first, last: Math.max(0, end - first - 1e-4) }
}

/** Upright and with square pixels, as the model counts sizes. */
async function toBitmap(sample: VideoSample): Promise<ImageBitmap> {
  const { displayWidth, displayHeight, rotation, flip } = sample
  const isPlain = rotation === 0 && !flip
  if (isPlain && displayWidth === sample.codedWidth && displayHeight === sample.codedHeight) {
    const frame = sample.toVideoFrame()
    try {
      return await createImageBitmap(frame)
    } finally {
      frame.close()
    }
  }
  const canvas = new OffscreenCanvas(displayWidth, displayHeight)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The window has no 2D canvas to turn a picture on')
  sample.draw(context, 0, 0, displayWidth, displayHeight)
  return canvas.transferToImageBitmap()
}

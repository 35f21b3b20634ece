import { expect, test } from 'vitest'
import { createDecodeRuns, type Decoder } from '../../../renderer/playback/decodeRuns.ts'
import { createFrameCache, type Picture } from '../../../renderer/playback/frameCache.ts'

/** A decoder of so many frames, 24 a second, whose times are rounded to microseconds; it counts what stays open. */
function decoderOf(frames: number, longer = 0) {
  const open = { pictures: 0, runs: 0 }
  const places = new Map<number, number>()
  const decoder: Decoder = {
    async begin(run, from) {
      places.set(run, Math.floor(from * 24 + 1e-3))
      open.runs++
    },
    async next(run, keepFrom) {
      for (let index = places.get(run) ?? frames; index < frames; index++) {
        places.set(run, index + 1)
        const start = Math.round((index * 1e6) / 24) / 1e6
        const end = start + 1 / 24 + longer
        if (end <= keepFrom) continue
        open.pictures++
        const picture = { close: () => void open.pictures-- } as Picture
        return { ...{ picture, start, end }, ...{ width: 4, height: 4, bytes: 24 } }
      }
      return null
    },
    async end(run) {
      if (places.delete(run)) open.runs--
    },
  }
  return { decoder, open }
}

test('every frame is kept, also where one seems to last into the next', async () => {
  const cache = createFrameCache(1e6)
  const { decoder, open } = decoderOf(10, 2e-6)
  const run = createDecodeRuns('a', decoder, cache, 1.5).begin(0)
  const starts: number[] = []
  for (let frame = await run.next(0); frame; frame = await run.next(0)) starts.push(frame.start)
  expect(starts.map((start) => Math.round(start * 24))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect({ bytes: cache.bytes, isOpen: run.isOpen, isAtEnd: run.isAtEnd, runs: open.runs }).toEqual(
    {
      ...{ bytes: 240, isOpen: false, isAtEnd: true, runs: 0 },
    },
  )
})

test('what is here already is closed', async () => {
  const cache = createFrameCache(1e6)
  const { decoder, open } = decoderOf(5)
  const runs = createDecodeRuns('a', decoder, cache, 1.5)
  const known = await runs.begin(0).next(3 / 24)
  const again = runs.begin(2 / 24)
  await again.next(0)
  expect(await again.next(0)).toMatchObject({ picture: known?.picture, start: 0.125 })
  expect({ open: open.pictures, bytes: cache.bytes }).toEqual({ open: 2, bytes: 48 })
})

test('the run that comes to a place soonest goes on, and the one unused for longest makes room', () => {
  const { decoder, open } = decoderOf(1000)
  const runs = createDecodeRuns('a', decoder, createFrameCache(1e6), 1.5)
  const [first, second, third] = [0, 10, 20].map((from) => runs.begin(from))
  expect([runs.towards(10.5), runs.towards(12), runs.towards(0.2)]).toEqual([second, null, first])
  runs.begin(30)
  expect([first, second, third].map((run) => run?.isOpen)).toEqual([true, true, false])
  runs.closeAll()
  expect({ here: runs.open, there: open.runs }).toEqual({ here: 0, there: 0 })
})

test('at rest only the one used last stays open', () => {
  const { decoder, open } = decoderOf(1000)
  const runs = createDecodeRuns('a', decoder, createFrameCache(1e6), 1.5)
  const made = [0, 10, 20].map((from) => runs.begin(from))
  runs.towards(10)
  runs.rest()
  expect({ here: made.map((run) => run.isOpen), there: open.runs }).toEqual({
    ...{ here: [false, true, false], there: 1 },
  })
})

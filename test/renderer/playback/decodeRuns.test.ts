import type { VideoSample } from 'mediabunny'
import { expect, test } from 'vitest'
import { createDecodeRuns } from '../../../renderer/playback/decodeRuns.ts'
import { createFrameCache } from '../../../renderer/playback/frameCache.ts'

/** A decoder of so many frames, 24 a second, whose times are rounded to microseconds; it counts what stays open. */
function decoder(frames: number, longer = 0) {
  const open = { count: 0 }
  const sample = (index: number): VideoSample => {
    open.count++
    const close = (): void => void open.count--
    const frame = {
      ...{ displayWidth: 4, displayHeight: 4, format: 'I420', close, allocationSize: () => 24 },
    }
    return {
      ...{ timestamp: Math.round((index * 1e6) / 24) / 1e6, duration: 1 / 24 + longer, close },
      ...{ displayWidth: 4, displayHeight: 4, rotation: 0, flip: false },
      toVideoFrame: () => {
        open.count++
        return frame
      },
    } as unknown as VideoSample
  }
  async function* samples(from: number): AsyncGenerator<VideoSample, void, unknown> {
    for (let index = Math.floor(from * 24 + 1e-3); index < frames; index++) yield sample(index)
  }
  return { samples, open }
}

test('every frame is kept, also where one seems to last into the next', async () => {
  const cache = createFrameCache(1e6)
  const { samples } = decoder(10, 2e-6)
  const run = createDecodeRuns('a', cache, 1.5).begin(samples, 0)
  const starts: number[] = []
  for (let frame = await run.next(0); frame; frame = await run.next(0)) starts.push(frame.start)
  expect(starts.map((start) => Math.round(start * 24))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect({ bytes: cache.bytes, isOpen: run.isOpen, isAtEnd: run.isAtEnd }).toEqual({
    ...{ bytes: 240, isOpen: false, isAtEnd: true },
  })
})

test('what is passed over and what is here already is closed', async () => {
  const cache = createFrameCache(1e6)
  const { samples, open } = decoder(5)
  const runs = createDecodeRuns('a', cache, 1.5)
  await runs.begin(samples, 0).next(3 / 24)
  expect(open.count).toBe(1)
  const again = runs.begin(samples, 2 / 24)
  await again.next(0)
  await again.next(0)
  expect({ open: open.count, bytes: cache.bytes }).toEqual({ open: 2, bytes: 48 })
})

test('the run that comes to a place soonest goes on, and the one unused for longest makes room', () => {
  const runs = createDecodeRuns('a', createFrameCache(1e6), 1.5)
  const { samples } = decoder(1000)
  const [first, second, third] = [0, 10, 20].map((from) => runs.begin(samples, from))
  expect([runs.towards(10.5), runs.towards(12), runs.towards(0.2)]).toEqual([second, null, first])
  runs.begin(samples, 30)
  expect([first, second, third].map((run) => run?.isOpen)).toEqual([true, true, false])
  runs.closeAll()
  expect(runs.open).toBe(0)
})

test('at rest only the one used last stays open', () => {
  const runs = createDecodeRuns('a', createFrameCache(1e6), 1.5)
  const { samples } = decoder(1000)
  const made = [0, 10, 20].map((from) => runs.begin(samples, from))
  runs.towards(10)
  runs.rest()
  expect(made.map((run) => run.isOpen)).toEqual([false, true, false])
})

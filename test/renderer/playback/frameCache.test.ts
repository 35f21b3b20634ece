import { expect, test } from 'vitest'
import { type CachedFrame, createFrameCache } from '../../../renderer/playback/frameCache.ts'

/** A frame of 100 bytes, a second long, whose picture says when it was let go. */
function frame(name: string, start: number, closed: string[]): CachedFrame {
  const picture = { width: 5, height: 5, close: () => void closed.push(name) }
  return { picture, width: 5, height: 5, bytes: 100, start, end: start + 1 }
}

function filled(starts: readonly number[], limit: number) {
  const closed: string[] = []
  const cache = createFrameCache(limit)
  for (const start of starts) cache.add('a', frame(`${start}`, start, closed))
  return { cache, closed }
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

test('a frame is found at every time of its span and at no other', () => {
  const { cache } = filled([2, 0, 1], 1000)
  const starts = [-0.5, 0, 0.99, 1, 2.5, 3].map((time) => cache.find('a', time)?.start ?? null)
  expect(starts).toEqual([null, 0, 0, 1, 2, null])
  expect(cache.find('b', 1)).toBe(null)
})

test('above the limit the least recently used are let go', () => {
  const { cache, closed } = filled(upTo(10), 1000)
  cache.begin()
  cache.find('a', 0.5)
  cache.add('b', frame('new', 0, closed))
  expect({ closed, bytes: cache.bytes }).toEqual({ closed: ['1'], bytes: 1000 })
})

test('what came or was handed out stays open until the next turn, however much it is', () => {
  const { cache, closed } = filled(upTo(3), 100)
  expect({ closed, bytes: cache.bytes }).toEqual({ closed: [], bytes: 300 })
  cache.begin()
  expect({ closed, bytes: cache.bytes }).toEqual({ closed: ['0', '1'], bytes: 100 })
})

test('a frame decoded again replaces the old one', () => {
  const { cache, closed } = filled([0, 1], 1000)
  cache.add('a', frame('again', 1, closed))
  expect({ closed, bytes: cache.bytes }).toEqual({ closed: ['1'], bytes: 200 })
})

test('the nearest is the one whose span misses a time by least', () => {
  const { cache } = filled([2, 6], 1000)
  const nearest = [0, 2.5, 4, 4.6, 9].map((time) => cache.nearest('a', time)?.start)
  expect(nearest).toEqual([2, 2, 2, 6, 6])
  expect(cache.nearest('b', 0)).toBe(null)
})

test('how far frames reach without a hole, to both sides', () => {
  const { cache } = filled([1, 2, 3, 5, 6], 1000)
  const reach = (time: number) => [cache.reachesBack('a', time), cache.reachesOn('a', time)]
  expect([reach(2.5), reach(6), reach(4.5)]).toEqual([
    [1, 4],
    [5, 7],
    [null, null],
  ])
})

test('at rest what nobody shows is let go, and of the rest all but the last used', () => {
  const { cache, closed } = filled(upTo(4), 1000)
  cache.add('b', frame('other', 0, closed))
  cache.begin()
  cache.find('a', 0.5)
  cache.begin()
  cache.rest(200, (media) => media === 'a')
  expect({ closed, bytes: cache.bytes, limit: cache.limit }).toEqual({
    ...{ closed: ['other', '1', '2'], bytes: 200, limit: 1000 },
  })
})

import { expect, test } from 'vitest'
import { createFrameCache } from '../../../renderer/playback/frameCache.ts'

/** A picture of 100 bytes that says when it was let go. */
function picture(name: string, closed: string[]): ImageBitmap {
  return { width: 5, height: 5, close: () => void closed.push(name) }
}

function filled(count: number, limit: number) {
  const closed: string[] = []
  const cache = createFrameCache(limit)
  for (let index = 0; index < count; index++) {
    cache.add('a', { picture: picture(`${index}`, closed), start: index, end: index + 1 })
  }
  return { cache, closed }
}

test('a frame is found at every time of its span and at no other', () => {
  const { cache } = filled(3, 1000)
  const starts = [-0.5, 0, 0.99, 1, 2.5, 3].map((time) => cache.find('a', time)?.start ?? null)
  expect(starts).toEqual([null, 0, 0, 1, 2, null])
  expect(cache.find('b', 1)).toBe(null)
})

test('above the limit the least recently used are let go', () => {
  const { cache, closed } = filled(10, 1000)
  cache.find('a', 0.5)
  cache.add('b', { picture: picture('new', closed), start: 0, end: 1 })
  expect({ closed, bytes: cache.bytes }).toEqual({ closed: ['1'], bytes: 1000 })
})

test('what was found stays until the next turn, however much it is', () => {
  const { cache, closed } = filled(20, 1000)
  expect(closed).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
  cache.begin()
  for (let index = 10; index < 20; index++) cache.find('a', index)
  cache.add('b', { picture: picture('passing', closed), start: 0, end: 1 })
  expect({ closed: closed.slice(10), bytes: cache.bytes }).toEqual({ closed: [], bytes: 1100 })
  cache.begin()
  expect({ closed: closed.slice(10), bytes: cache.bytes }).toEqual({ closed: ['10'], bytes: 1000 })
})

test('eight always stay, so that what was just added can be found', () => {
  const { cache, closed } = filled(9, 100)
  expect({ closed, bytes: cache.bytes }).toEqual({ closed: ['0'], bytes: 800 })
})

test('a frame decoded again replaces the old one, and a medium can be dropped whole', () => {
  const { cache, closed } = filled(2, 1000)
  cache.add('a', { picture: picture('again', closed), start: 1, end: 2 })
  expect({ closed, bytes: cache.bytes }).toEqual({ closed: ['1'], bytes: 200 })
  cache.drop('a')
  expect({ closed, bytes: cache.bytes }).toEqual({ closed: ['1', '0', 'again'], bytes: 0 })
})

import { expect, it } from 'vitest'
import { createMediaBytes } from '../../../../renderer/playback/decoding/mediaBytes.ts'

const BLOCK = 256 * 1024

const indices = (from: number, to: number): number[] =>
  Array.from({ length: Math.ceil(to) - from }, (_, order) => from + order)

/** Files whose bytes tell where they lie, and what was asked of them. */
function mediaOf(size: number) {
  const asked: string[] = []
  const broken = new Set<number>()
  let from = 0
  const bytesOf = createMediaBytes({
    async fetchRange(url, start, end) {
      asked.push([url, ...indices(start / BLOCK, end / BLOCK)].join(' '))
      if (broken.delete(start / BLOCK)) throw new Error('The disk is gone')
      return Uint8Array.from(
        { length: Math.min(end, size) - start },
        (_, at) => (((start + at) * 7) >> 3) + from,
      )
    },
    fetchSize: async () => size,
  })
  return { asked, broken, bytesOf, change: () => void from++ }
}
const expected = (start: number, end: number) =>
  Uint8Array.from({ length: end - start }, (_, at) => ((start + at) * 7) >> 3)

it('gives any part of a file, and reads each block once for all who have it open', async () => {
  const { asked, bytesOf } = mediaOf(3 * BLOCK + 100)
  const [picture, sound] = [bytesOf('film', 0), bytesOf('film', 0)]
  expect(await picture.size()).toBe(3 * BLOCK + 100)
  const parts = [
    [0, 10],
    [BLOCK - 3, BLOCK + 5],
    [10, 3 * BLOCK + 100],
    [3 * BLOCK, 3 * BLOCK + 100],
  ] as const
  for (const [start, end] of parts) {
    expect(await picture.read(start, end)).toEqual(expected(start, end))
    expect(await sound.read(start, end)).toEqual(expected(start, end))
  }
  expect(asked).toEqual(['film 0', 'film 1', 'film 2 3'])
  await expect(picture.read(3 * BLOCK, 3 * BLOCK + 101)).rejects.toThrow('ends before')
})

it('asks again for what could not be read', async () => {
  const { asked, broken, bytesOf } = mediaOf(BLOCK)
  const film = bytesOf('film', 0)
  broken.add(0)
  await expect(film.read(0, 5)).rejects.toThrow('The disk is gone')
  expect(await film.read(0, 5)).toEqual(expected(0, 5))
  expect(asked).toEqual(['film 0', 'film 0'])
})

it('forgets a file that nobody has open: it may be made anew under its name', async () => {
  const { asked, bytesOf, change } = mediaOf(BLOCK)
  const [one, other] = [bytesOf('proxy', 0), bytesOf('proxy', 0)]
  await one.read(0, 5)
  one.close()
  change()
  expect(await other.read(0, 5)).toEqual(expected(0, 5))
  other.close()
  expect(await bytesOf('proxy', 0).read(0, 5)).toEqual(expected(0, 5).map((byte) => byte + 1))
  expect(asked).toEqual(['proxy 0', 'proxy 0'])
})

it('keeps no more than sixteen megabytes over all files, those used last', async () => {
  const { asked, bytesOf } = mediaOf(80 * BLOCK)
  const [film, other] = [bytesOf('film', 0), bytesOf('other', 0)]
  for (let block = 0; block < 64; block++) await film.read(block * BLOCK, block * BLOCK + 1)
  await film.read(0, 1)
  await other.read(0, 1)
  asked.length = 0
  await film.read(0, 1)
  await film.read(2 * BLOCK, 2 * BLOCK + 1)
  expect(asked).toEqual([])
  await film.read(BLOCK, BLOCK + 1)
  expect(asked).toEqual(['film 1'])
})

it('asks at once for what is missing in a row, and for what is read on before somebody wants it', async () => {
  const { asked, bytesOf } = mediaOf(20 * BLOCK)
  const film = bytesOf('film', 4)
  await film.size()
  // One block alone may be all that is wanted.
  await film.read(3 * BLOCK, 4 * BLOCK)
  expect(asked).toEqual(['film 3'])
  const read = await film.read(2 * BLOCK, 6 * BLOCK)
  expect(read).toEqual(expected(2 * BLOCK, 6 * BLOCK))
  expect(asked.splice(0)).toEqual(['film 3', 'film 2', 'film 4 5', 'film 6 7 8 9'])
  for (let block = 6; block < 20; block++) {
    expect(await film.read(block * BLOCK, (block + 1) * BLOCK)).toEqual(
      expected(block * BLOCK, (block + 1) * BLOCK),
    )
  }
  expect(asked).toEqual(['film 10 11', 'film 12 13', 'film 14 15', 'film 16 17', 'film 18 19'])
})

it('tells who needs it what could not be read ahead, and asks again for that', async () => {
  const { asked, broken, bytesOf } = mediaOf(8 * BLOCK)
  const film = bytesOf('film', 4)
  await film.size()
  broken.add(2)
  await film.read(0, 2 * BLOCK)
  await expect(film.read(2 * BLOCK, 3 * BLOCK)).rejects.toThrow('The disk is gone')
  expect(await film.read(2 * BLOCK, 3 * BLOCK)).toEqual(expected(2 * BLOCK, 3 * BLOCK))
  expect(asked.slice(0, 2)).toEqual(['film 0 1', 'film 2 3 4 5'])
})

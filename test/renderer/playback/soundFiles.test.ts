import { expect, test } from 'vitest'
import { createSoundFiles } from '../../../renderer/playback/soundFiles.ts'

/** Files that count how often they were opened; `x` cannot be read, `y` has no sound. */
function files(idle: number) {
  const told: string[] = []
  const made = createSoundFiles<string>(async (mediaKey) => {
    told.push(`open ${mediaKey}`)
    if (mediaKey === 'x') throw new Error('x is gone')
    if (mediaKey === 'y') return null
    return { sink: mediaKey, close: () => void told.push(`close ${mediaKey}`) }
  }, idle)
  return { told, take: made.take }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a file is opened once for all who read it, and stays open for the next', async () => {
  const { told, take } = files(1)
  const [one, two] = [take('a'), take('a')]
  expect(await Promise.all([one.sink, two.sink])).toEqual(['a', 'a'])
  one.release()
  two.release()
  await take('a').sink
  expect(told).toEqual(['open a'])
})

test('of those that nobody reads the ones used last stay open', async () => {
  const { told, take } = files(1)
  const held = take('a')
  for (const name of ['b', 'c', 'd']) {
    const lease = take(name)
    await lease.sink
    lease.release()
    await settled()
  }
  expect(told).toEqual(['open a', 'open b', 'open c', 'close b', 'open d', 'close c'])
  held.release()
  await settled()
  expect(told.at(-1)).toBe('close a')
})

test('what could not be read is tried again; what has no sound is silent', async () => {
  const { told, take } = files(2)
  const lease = take('x')
  await expect(lease.sink).rejects.toThrow('x is gone')
  lease.release()
  await expect(take('x').sink).rejects.toThrow('x is gone')
  expect(await take('y').sink).toBe(null)
  expect(told).toEqual(['open x', 'open x', 'open y'])
})

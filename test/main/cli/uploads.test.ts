/** What was uploaded for takes, from the command line. */
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeSmall } from '../../fakes/resultMedia.ts'
import { type RunwareDouble, startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { keyreel } from './commandLine.ts'

const file = temporaryFolder()
const KEY = 'rw-test-0123456789'
/** One white pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

let double: RunwareDouble
let env: Record<string, string>
beforeAll(async () => {
  double = await startRunwareDouble({ key: KEY, makeResult: makeSmall(90) })
  env = { KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: KEY }
  await writeFile(file('pixel.png'), Buffer.from(PNG, 'base64'))
})
afterAll(() => double.close())

async function generate(prompt: string, ...more: string[]): Promise<number> {
  const request = {
    ...{ taskType: 'videoInference', taskUUID: randomUUID(), model: 'luma:ray@3.2' },
    ...{ positivePrompt: prompt, width: 640, height: 360, duration: 5 },
    inputs: { frameImages: [{ image: 'first.png', frame: 'first' }] },
  }
  await writeFile(file('request.json'), JSON.stringify(request))
  const words = ['generate', file('request.json'), '-o', file('out.mp4'), '--engine', 'runware']
  const input = ['--input', `image0=${file('pixel.png')}`, '--max-cost', '0.06']
  return (await keyreel([...words, ...input, '--library', file('library'), ...more], { env })).code
}

async function uploads(...words: string[]): Promise<unknown> {
  const said = await keyreel(['uploads', ...words, '--library', file('library'), '--json'], { env })
  expect(said.code).toBe(0)
  return JSON.parse(said.out)
}

it('are counted, shared, deleted for one request, at once, or after each take', {
  timeout: 240_000,
}, async () => {
  expect(await uploads()).toEqual({ stored: 0, needed: 0, elsewhere: 0, afterwards: 'off' })
  expect([await generate('A boat.'), await generate('A ship.')]).toEqual([0, 0])
  expect([double.books.uploads.length, double.books.deleted.length]).toEqual([1, 0])
  expect(await uploads()).toMatchObject({ stored: 1, afterwards: 'off' })

  expect(await generate('A raft.', '--delete-uploads')).toBe(0)
  expect([double.books.uploads.length, double.books.deleted.length]).toEqual([1, 1])

  expect(await generate('A swan.')).toBe(0)
  expect(await uploads('--delete')).toMatchObject({
    ...{ stored: 0, message: '1 file was deleted at Runware.' },
  })
  expect(await uploads('--afterwards', 'on')).toMatchObject({ afterwards: 'on' })
  expect(await generate('A duck.')).toBe(0)
  expect([double.books.uploads.length, double.books.deleted.length]).toEqual([3, 3])
  expect(await uploads('--afterwards', 'off')).toMatchObject({ stored: 0, afterwards: 'off' })

  const wrong = await keyreel(['uploads', '--afterwards', 'maybe'], { env })
  expect([wrong.code, wrong.err]).toEqual([2, '--afterwards takes on or off, not "maybe".\n'])
})

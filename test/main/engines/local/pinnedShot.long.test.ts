import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRife } from '../../../../main/engines/local/rife.ts'
import { inEnglish } from '../../../../shared/words/english.ts'
import type { Said } from '../../../../shared/words/Said.ts'
import { asWritten } from '../../../../shared/words/Said.ts'
import { say } from '../../../../shared/words/say.ts'
import { inspectMedia } from '../../../fixtures/inspect.ts'
import { type Bench, openBench, pictures, psnr, request, still } from './bench.ts'

const SIZE = { width: 256, height: 144 }
const FILM = {
  ...{ type: 'video', codec: 'h264', frames: 120, duration: '5.000000', rate: '24/1' },
  ...{ ...SIZE, pixelFormat: 'yuv420p' },
}
/** A pin after H.264: the same picture, not its neighbour. */
const PIN_DB = 34

let bench: Bench
let [a, b, middle, elsewhere] = ['', '', '', '']
beforeAll(async () => {
  bench = await openBench()
  const at = (seconds: number, name: string) => still(seconds, SIZE, join(bench.folder, name))
  // Real footage: the camera moves for a third of a second; and another scene.
  a = await at(9, 'a.png')
  b = await at(9 + 8 / 24, 'b %03d.png')
  middle = await at(9 + 4 / 24, 'middle.png')
  elsewhere = await at(18, 'elsewhere.png')
})
afterAll(() => bench.close())

const pinned = (pins: readonly [image: string, frame: number | 'first' | 'last'][], more = {}) =>
  request({
    ...SIZE,
    ...{ duration: 5, ...more },
    inputs: { frameImages: pins.map(([image, frame]) => ({ image, frame })) },
  })

/** Half of each: what a dissolve shows in its middle. */
const half = (one?: Buffer, other?: Buffer): Buffer =>
  Buffer.from((one ?? Buffer.alloc(0)).map((value, i) => (value + (other?.[i] ?? 0)) / 2))

const picture = async (path: string) => (await pictures(path, SIZE))[0]

test('two pins are bridged by RIFE: exact pins, a better middle than a blend, one answer document', async () => {
  const reached: number[] = []
  const asked = pinned([
    ['A', 0],
    ['B', 8],
  ])
  const made = await bench.run(
    asked,
    { A: a, B: b },
    { onProgress: (fraction) => reached.push(fraction ?? -1) },
  )
  const videoUUID = made.result.videoUUID
  expect(made).toEqual({
    result: {
      taskType: 'videoInference',
      taskUUID: asked.taskUUID,
      videoUUID,
      videoURL: pathToFileURL(made.video).href,
      cost: 0,
    },
    wire: asked,
    video: made.video,
    extras: [],
    notes: [
      say('take:madeLocally'),
      say('take:rifeUsed'),
      say('take:nearestHeld', { camera: say('camera:pushIn') }),
      say('take:promptForCamera'),
    ],
    method: say('method:rife'),
  })
  expect(videoUUID).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(await inspectMedia(made.video)).toEqual([FILM])
  expect(await bench.leftovers()).toEqual([`${videoUUID}.mp4`])
  expect(reached).toEqual([...reached].sort((x, y) => x - y))
  expect(reached.at(-1)).toBe(1)

  const shown = await pictures(made.video, SIZE)
  const [first, last, between] = [await picture(a), await picture(b), await picture(middle)]
  expect(psnr(shown[0], first)).toBeGreaterThan(PIN_DB)
  expect(psnr(shown[8], last)).toBeGreaterThan(PIN_DB)
  const blend = half(first, last)
  expect(psnr(shown[4], between)).toBeGreaterThan(psnr(blend, between) + 5)
  // In order: every frame of the bridge lies nearer to the pin it is nearer to in time.
  expect(psnr(shown[2], first)).toBeGreaterThan(psnr(shown[2], last))
  expect(psnr(shown[6], last)).toBeGreaterThan(psnr(shown[6], first))
  // After the last pin the camera moves on, slowly.
  expect(psnr(shown[9], last)).toBeGreaterThan(30)
  expect(psnr(shown[119], last)).toBeLessThan(psnr(shown[60], last))
})

test('the same request gives the same bytes', async () => {
  const asked = pinned([
    ['A', 0],
    ['B', 3],
  ])
  const first = await bench.run(asked, { A: a, B: b })
  const second = await bench.run(asked, { A: a, B: b })
  expect(second.result.videoUUID).toBe(first.result.videoUUID)
  expect((await readFile(second.video)).equals(await readFile(first.video))).toBe(true)
})

test('one pin is a camera move that passes through the picture at its index', async () => {
  const made = await bench.run(pinned([['A', 60]], { positivePrompt: 'The camera pans right' }), {
    A: a,
  })
  expect(await inspectMedia(made.video)).toEqual([FILM])
  expect([made.method, ...made.notes.slice(1, 2)].map(inEnglish)).toEqual([
    'Camera move',
    'One picture is pinned: it is held under a pan to the right, nothing in it moves.',
  ])
  const [shown, pin] = [await pictures(made.video, SIZE), await picture(a)]
  expect(psnr(shown[60], pin)).toBeGreaterThan(PIN_DB)
  expect(psnr(shown[0], pin)).toBeLessThan(25)
  expect(psnr(shown[119], pin)).toBeLessThan(25)
})

test('without RIFE: motion interpolation in one scene, a dissolve across a cut, both said', async () => {
  const findNone = async () => ({ isReady: false as const, why: asWritten('it is not installed') })
  const made = await bench.run(
    pinned([
      ['A', 'first'],
      ['B', 8],
      ['C', 12],
    ]),
    { A: a, B: b, C: elsewhere },
    { findRife: findNone },
  )
  expect([made.method, ...made.notes.slice(1, 4)].map(inEnglish)).toEqual([
    'Bridges and dissolves',
    'RIFE was not used, because it is not installed.',
    "The frames between the pins come from ffmpeg's motion interpolation, which tears where things move far.",
    'Pins that do not show the same scene were joined by a dissolve.',
  ])
  expect(await inspectMedia(made.video)).toEqual([FILM])
  const shown = await pictures(made.video, SIZE)
  const [first, second, third] = [await picture(a), await picture(b), await picture(elsewhere)]
  expect(psnr(shown[0], first)).toBeGreaterThan(PIN_DB)
  expect(psnr(shown[8], second)).toBeGreaterThan(PIN_DB)
  expect(psnr(shown[12], third)).toBeGreaterThan(PIN_DB)
  expect(psnr(shown[1], first)).toBeGreaterThan(psnr(shown[1], second))
  expect(psnr(shown[7], second)).toBeGreaterThan(psnr(shown[7], first))
  expect(psnr(shown[10], half(second, third))).toBeGreaterThan(33)
})

test('a loop of one picture ends where it began', async () => {
  const made = await bench.run(pinned([['A', 'first']], { settings: { loop: true } }), { A: a })
  const shown = await pictures(made.video, SIZE)
  expect(shown).toHaveLength(120)
  expect(psnr(shown[119], shown[0])).toBeGreaterThan(PIN_DB)
  expect(psnr(shown[60], shown[0])).toBeLessThan(28)
})

test('a cancel in the middle of RIFE rejects with its reason and leaves nothing', async () => {
  expect(await findRife()).toMatchObject({ isReady: true })
  const stop = new AbortController()
  const reason = new Error('The user pressed Cancel')
  const onProgress = (_: number | null, note: Said) => {
    if (note.key === 'progress:rifeBridge') stop.abort(reason)
  }
  const asked = pinned(
    [
      ['A', 'first'],
      ['B', 'last'],
    ],
    { width: 640, height: 360 },
  )
  await expect(bench.run(asked, { A: a, B: b }, { signal: stop.signal, onProgress })).rejects.toBe(
    reason,
  )
  expect(await bench.leftovers()).toEqual([])
})

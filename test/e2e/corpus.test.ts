/**
 * Awkward footage in the real window: the source monitor stands at sampled times, its canvas is read back, and the
 * picture there is the one that ffmpeg has at that time, by the number it carries and by its luma. What the window decodes
 * itself looks as ffmpeg's does; what it shows by a stand-in looks as the same conversion does (docs/media.md).
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../main/media/ffmpeg/createFfmpegEngine.ts'
import { needsProxy } from '../../main/services/needsProxy.ts'
import { displaySize, type MediaInfo } from '../../shared/model/mediaInfo.ts'
import { frameAt } from '../../shared/time/frames.ts'
import { toNumber } from '../../shared/time/rational.ts'
import type { CorpusFile } from '../fixtures/corpus/CorpusFile.ts'
import { coloured } from '../fixtures/corpus/coloured.ts'
import { CORPUS } from '../fixtures/corpus/corpus.ts'
import { pictureTimes } from '../fixtures/inspect.ts'
import { greyDifference, greyPictures, ssim, statedConversion } from '../fixtures/likeness.ts'
import { readNumbers } from '../fixtures/numbered.ts'
import { seeded } from '../shared/model/seeded.ts'
import { isSoak } from '../soak.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

/** Of each way in which times, shapes, codecs and colours are awkward. */
const NAMES = [
  ...['ntsc.mp4', 'film.mov', '59.94.mkv', '1fps.mp4', '240fps.mp4', 'odd-rate.mkv'],
  ...['uneven.mp4', 'uneven.mkv', 'long-hold.mp4', 'one-picture.mp4'],
  ...['broadcast.ts', 'late.mkv', 'edit-list.mp4', 'late-picture.mp4', 'late-sound.mp4'],
  ...['before-zero.mkv', 'fragments.mp4', 'b-frames.mp4', 'live.mkv'],
  ...['turned-90.mp4', 'turned-180.mp4', 'turned-270.mp4', 'odd-size.mp4'],
  ...['wide-pixels.mp4', 'tall-pixels.mkv', 'vp8.webm', 'av1.mp4', 'full-range.mp4'],
  ...['10-bit.mp4', 'hevc-10-bit.mp4', 'hlg.mov', 'pq.mkv', '422.mov', 'alpha.mov'],
  ...['interlaced-top.mov', 'interlaced-bottom.mkv', 'interlaced.mpg', 'mpeg4.avi'],
]
const AWKWARD: readonly CorpusFile[] = [
  ...CORPUS.filter(({ name }) => NAMES.includes(name)),
  ...coloured,
]
/** All of them in the soak, else every twelfth, from one that the seed decides. */
const EVERY = isSoak ? 1 : 12
const { seed } = seeded({ sample: 1, soak: 1 })
const FILES = AWKWARD.filter((_, index) => index % EVERY === seed % EVERY)

/** Grey levels of 255 that what the window decodes may be from ffmpeg's picture, on average. */
const MOST_GREY = 0.5
const LEAST_SSIM = 0.95

const engine = createFfmpegEngine()
let folder: string
let window: KeyreelWindow
let editor: Editor
const figures: string[] = []
let isImported = false

/** Numbered, since assets are called by their names without the ending. */
const pathOf = (name: string): string =>
  join(folder, `${FILES.findIndex((file) => file.name === name)}-${name}`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-corpus-'))
  for (const { name, make } of FILES) await make(pathOf(name))
  window = await launchKeyreel({
    library: join(folder, 'library'),
    env: { KEYREEL_TEST_OPEN: JSON.stringify(FILES.map(({ name }) => pathOf(name))) },
  })
  editor = new Editor(window.page)
  await editor.ready()
}, 600_000)

afterAll(async () => {
  process.stdout.write(`${figures.join('\n')}\n`)
  process.stdout.write(`figure: corpus in the window: ${figures.length} files\n`)
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

it('imports all of them and prepares what it cannot decode', async () => {
  const { page } = window
  await editor.menu('File', 'New project…')
  const projects = editor.dialog('Projects')
  await projects.getByLabel("New project's name").fill('Corpus')
  await projects.getByRole('button', { name: 'Create project' }).click()
  await projects.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Import media' }).first().click()
  const assets = page.getByRole('listbox', { name: 'Assets' }).getByRole('option')
  await editor.shows(() => assets.count(), 600_000).toBe(FILES.length)
  await page.getByText('No jobs running').waitFor({ timeout: 1_200_000 })
  await window.screenshot('corpus-imported')
  isImported = true
}, 1_800_000)

/** The source monitor's picture as a file, once it shows exactly that frame. */
async function shownAt(name: string, frame: number): Promise<string> {
  const { page } = window
  const monitor = page.getByRole('img', { name: `Source monitor, ${name}`, exact: true })
  await page.getByRole('slider', { name: 'Source position' }).fill(String(frame))
  await editor
    .shows(() => monitor.evaluate((canvas) => [canvas.dataset.frame, canvas.dataset.settled]))
    .toEqual([String(frame), 'true'])
  const address = await monitor.evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const copy = document.createElement('canvas')
    copy.width = canvas.width
    copy.height = canvas.height
    copy.getContext('2d')?.drawImage(canvas, 0, 0)
    return copy.toDataURL('image/png')
  })
  const path = join(folder, `shown-${frame}.png`)
  await writeFile(path, Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'))
  return path
}

/** Frames of the source monitor to look at: both ends, the middle, and one jump back. */
const sampled = (end: number): number[] => [
  ...new Set([0, Math.floor(end * 0.7), end - 1, Math.floor(end * 0.3), Math.min(1, end - 1)]),
]

/** The number, in the order shown, of ffmpeg's picture at that time: the last one that has begun. */
function indexAt(times: readonly number[], seconds: number, tick: number): number {
  const zero = times[0] ?? 0
  return Math.max(
    0,
    times.findLastIndex((time) => time - zero <= seconds + tick / 2),
  )
}

async function look(file: CorpusFile, info: MediaInfo): Promise<void> {
  const { page } = window
  const path = pathOf(file.name)
  const name = basename(path, extname(path))
  const [video] = info.video
  if (!video || 'refused' in file.expected) throw new Error(`${file.name} shows no picture`)
  const { reads = {} } = file.expected
  await page
    .getByRole('option', { name: new RegExp(`^${name.replaceAll('.', '\\.')}, `) })
    .first()
    .dblclick()
  const numbers = await readNumbers(path, reads)
  const times = reads.evenly
    ? numbers.map((_, index) => index / (reads.evenly ?? 1))
    : await pictureTimes(path)
  const end = Math.max(1, frameAt(info.duration, video.rate, 'floor'))
  const size = displaySize(video)
  const isNative = !needsProxy(info)
  const filters = isNative
    ? statedConversion(
        { ...video, fieldOrder: 'progressive', color: { matrix: video.color.matrix } },
        size,
      )
    : statedConversion(video, size)
  const found: unknown[] = []
  const expected: unknown[] = []
  const looks: number[] = []
  for (const frame of sampled(end)) {
    const shown = await shownAt(name, frame)
    const index = indexAt(times, frame / toNumber(video.rate), toNumber(video.timeBase))
    const [number = -2] = await readNumbers(shown, reads.filters ? { filters: reads.filters } : {})
    found.push([frame, number])
    expected.push([frame, numbers[index]])
    const [ours] = await greyPictures(shown, [0], size)
    const [theirs] = await greyPictures(path, [index], size, filters)
    if (!ours || !theirs) throw new Error(`${file.name} has no picture ${index}`)
    looks.push(isNative ? greyDifference(ours, theirs) : ssim(ours, theirs, size))
  }
  const worst = isNative
    ? `${file.name}: decoded here, grey ${Math.max(...looks).toFixed(2)} apart at most`
    : `${file.name}: by its proxy, SSIM ${Math.min(...looks).toFixed(4)} at least`
  figures.push(worst)
  expect(found).toEqual(expected)
  if (isNative) expect(Math.max(...looks), worst).toBeLessThan(MOST_GREY)
  else expect(Math.min(...looks), worst).toBeGreaterThan(LEAST_SSIM)
}

it.each(FILES.map((file) => [file.name, file] as const))('%s', async (name, file) => {
  expect(isImported, `${name} was not imported`).toBe(true)
  await look(file, await engine.probe(pathOf(file.name)))
})

it('said nothing in the console', () => {
  expect(window.faults).toEqual([])
})

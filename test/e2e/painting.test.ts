/**
 * The program monitor shows what the document says: a project with something of every kind that can be painted, its canvas
 * read back at project size at thirty times and compared with the reference painter.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../build/paths.ts'
import { compose } from '../../main/compose.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { runTool } from '../fixtures/tool.ts'
import { likeness, type Picture8 } from '../reference/likeness.ts'
import { paintFrame } from '../reference/paintFrame.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'
import { PAINTED_FILES, PAINTED_FRAMES, paintedDocument } from './harness/paintedDocument.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
let project: Project
let timeline: Timeline

const file = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-painting-'))
  for (const [name, args] of Object.entries(PAINTED_FILES)) {
    await runTool('ffmpeg', ['-v', 'error', ...args, file(name)])
  }
  const services = await compose({
    library: file('library'),
    env: process.env,
    announce: () => undefined,
  })
  const { assets, refused } = await services.media.importPaths(
    Object.keys(PAINTED_FILES).map(file),
    {},
  )
  expect(refused).toEqual([])
  ;({ project, timeline } = paintedDocument(assets))
  await services.projects.add(project, {
    isSample: false,
    label: asWritten('A project of everything'),
  })
  await services.close()
  window = await launchKeyreel({ library: file('library') })
  editor = new Editor(window.page)
  await editor.ready()
}, 180_000)

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The monitor's canvas, pixel by pixel; the picture is kept for the eye. */
async function readBack(name: string): Promise<Picture8> {
  const monitor = window.page.getByRole('img', { name: 'Program monitor' })
  const { width, height, pixels, png } = await monitor.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('The monitor is no canvas')
    const { width, height } = element
    const data = element.getContext('2d')?.getImageData(0, 0, width, height).data
    const pixels = Array.from(data ?? [], (value) => String.fromCharCode(value)).join('')
    return { width, height, pixels: btoa(pixels), png: element.toDataURL('image/png') }
  })
  const kept = join(root, 'test-output', 'painting')
  await mkdir(kept, { recursive: true })
  await writeFile(join(kept, `${name}.png`), Buffer.from(png.split(',')[1] ?? '', 'base64'))
  const rgba = Buffer.from(pixels, 'base64')
  const rgb = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgb.set(rgba.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel)
  }
  return { width, height, rgb }
}

const two = (value: number): string => String(value).padStart(2, '0')
const timecode = (frame: number): string =>
  `00:00:${two(Math.floor(frame / 25))}:${two(frame % 25)}`

const pathOf = ({ name }: Asset): string => {
  const found = Object.keys(PAINTED_FILES).find((path) => path.startsWith(`${name}.`))
  if (found === undefined) throw new Error(`No file is called ${name}`)
  return file(found)
}

it('shows what the reference painter paints, whatever a frame is made of', async () => {
  await editor.prepared()
  const compared: { readonly what: string; readonly ssim: number; readonly mean: number }[] = []
  for (const [frame, what] of PAINTED_FRAMES) {
    const reads = timecode(frame)
    await editor.goTo(reads, reads)
    await editor.painted(frame)
    const seen = await readBack(`${String(frame).padStart(3, '0')}-${what.replaceAll(' ', '-')}`)
    const painted = await paintFrame(project, timeline.id, frame, pathOf)
    const { ssim, meanError } = likeness(painted, seen)
    compared.push({ what: `${frame} ${what}`, ssim, mean: meanError })
  }
  const table = compared
    .map(({ what, ssim, mean }) => `${ssim.toFixed(4)}  ${mean.toFixed(2)}  ${what}`)
    .join('\n')
  process.stdout.write(`SSIM    luma off by\n${table}\n`)
  expect(compared.filter(({ ssim }) => ssim <= 0.98)).toEqual([])
  expect(window.faults).toEqual([])
  // The reference painter takes its time.
}, 1_200_000)

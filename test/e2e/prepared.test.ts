/**
 * What is prepared of media as a person meets it: denser pictures where the timeline is zoomed in, each channel of a sound by
 * itself, and the cache in Settings: its size, its limit, and deleting it.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import { idsFrom } from '../../shared/commands/Command.ts'
import { newProject } from '../../shared/model/newProject.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { tileInterval } from '../../shared/render/filmstrip.ts'
import { rational, toNumber, ZERO } from '../../shared/time/rational.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { makeNumberedClip, numberOf } from '../fixtures/numbered.ts'
import { runTool } from '../fixtures/tool.ts'
import { after } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const RATE = 24
const SECONDS = 120
const FRAMES = RATE * SECONDS
const SIZE = { width: 192, height: 128, rate: rational(RATE) }
/** Pixels of a tile: 45 high, and as wide as the picture is then. */
const TILE = 68 / 45
/** So many tiles stand for two minutes. */
const STRIP_TILES = 60
/** One press of the key. */
const ZOOM = 1.5
const PRESSES = 7

/** Milliseconds: what is prepared is waited for, on however busy a machine. */
const SOON = 400_000
const LONG = 1_200_000

let folder: string
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-prepared-'))
  const [film, sides] = [join(folder, 'film.mp4'), join(folder, 'sides.wav')]
  await makeNumberedClip({ path: film, ...SIZE, frames: FRAMES })
  // At the left for a minute, then at the right.
  const tone = '0.5*sin(2*PI*440*t)'
  const turns = `${tone}*lt(t,${SECONDS / 2})|${tone}*gte(t,${SECONDS / 2})`
  await runTool('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', `aevalsrc=exprs='${turns}':s=48000:d=${SECONDS}`],
    ...['-c:a', 'pcm_s16le', `file:${sides}`],
  ])
  const services = await compose({ library: join(folder, 'library'), env: process.env })
  const { assets } = await services.media.importPaths([film, sides])
  const empty = newProject('Prepared', SIZE, idsFrom('prepared'))
  const { timelineId } = settingsOf(empty)
  const project = assets.reduce(
    (before, { id, name }) =>
      after(before, 'clips.place', {
        ...{ timelineId, mode: 'overwrite', frame: 0 },
        media: [
          {
            source: { kind: 'asset', assetId: id },
            ...{ name, sourceStart: ZERO, duration: FRAMES },
            ...{ picture: name === 'film', sound: name === 'sides' },
          },
        ],
      }),
    after(empty, 'assets.add', { assets }),
  )
  services.projects.add(project, { isSample: false, label: asWritten('Prepared') })
  services.projects.open(settingsOf(project).id)
  await services.close()
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
}, 120_000)
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The numbers of the whole tiles on the strip, from the left, and how wide one is. */
async function tilesSeen(): Promise<{ readonly numbers: number[]; readonly width: number }> {
  const { pixels, width } = await editor
    .row('V1')
    .locator('canvas[class*="strip"]')
    .evaluate((element, ratio) => {
      const strip = element as HTMLCanvasElement
      const wide = ratio * strip.clientHeight
      const sheet = new OffscreenCanvas(48, 32)
      const context = sheet.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no canvas to read on')
      context.imageSmoothingQuality = 'high'
      const scale = strip.width / strip.clientWidth
      const found: number[][] = []
      for (let left = 0; left + wide <= strip.clientWidth; left += wide) {
        const from = [left * scale, 0, wide * scale, strip.height] as const
        context.drawImage(strip, ...from, 0, 0, 48, 32)
        const { data } = context.getImageData(0, 0, 48, 32)
        found.push(Array.from({ length: 48 * 32 }, (_, at) => data[4 * at] ?? 0))
      }
      return { pixels: found, width: wide }
    }, TILE)
  return { width, numbers: pixels.map((grey) => numberOf(Uint8Array.from(grey))) }
}

/** What the left edge of each tile shows where a picture is taken every so many seconds, from the middle of them. */
const expectedTiles = (count: number, secondsPerTile: number, interval: number): number[] =>
  Array.from({ length: count }, (_, index) => {
    const tile = Math.floor((index * secondsPerTile) / interval)
    return Math.floor((tile + 0.5) * interval * RATE)
  })

const wave = (): Locator => editor.row('A1').locator('canvas[class*="wave"]')

/** How far a sound's outline reaches from the middle of each half, a quarter and three quarters through the clip. */
const outlines = (): Promise<number[][]> =>
  wave().evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { width, height } = canvas
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas to read')
    return [0.25, 0.75].map((part) => {
      const { data } = context.getImageData(Math.round(width * part), 0, 1, height)
      const inked = Array.from({ length: height }, (_, y) => (data[4 * y + 3] ?? 0) > 127)
      return [inked.slice(0, height / 2), inked.slice(height / 2)].map(
        (half) => half.filter(Boolean).length,
      )
    })
  })

/** Loud: more than half of a row; silent: a line. */
const loudness = async (): Promise<string[][]> => {
  const height = await wave().evaluate((canvas) => canvas.clientHeight)
  return (await outlines()).map((halves) =>
    halves.map((pixels) => (pixels > height / 8 ? 'loud' : pixels <= 2 ? 'silent' : 'between')),
  )
}

it(
  'shows denser pictures where the timeline is zoomed in, each from its own place of the film',
  async () => {
    const film = editor.clip('V1', 'film, ')
    await editor.press('Home', 'Backslash')
    const frameWidth = await editor.frameWidth(film, FRAMES)
    const strip = SECONDS / STRIP_TILES
    const far = await tilesSeen()
    const perTile = (width: number, zoom: number): number => width / (frameWidth * zoom) / RATE
    await editor
      .shows(async () => (await tilesSeen()).numbers, SOON)
      .toEqual(expectedTiles(far.numbers.length, perTile(far.width, 1), strip))

    await editor.press(...Array.from({ length: PRESSES }, () => 'Equal'))
    const secondsPerTile = perTile(far.width, ZOOM ** PRESSES)
    const interval = toNumber(tileInterval(8))
    // Else the whole strip would do, or a coarser density.
    expect(secondsPerTile).toBeGreaterThan(interval)
    expect(secondsPerTile).toBeLessThan(2 * interval)
    await editor
      .shows(async () => {
        const { numbers } = await tilesSeen()
        const wanted = expectedTiles(numbers.length, secondsPerTile, interval)
        return numbers.length > 10 && numbers.every((number, at) => number === wanted[at])
          ? 'each its own'
          : { numbers, wanted }
      }, SOON)
      .toBe('each its own')
    await window.screenshot('timeline-close')
    expect(window.faults).toEqual([])
  },
  LONG,
)

it(
  'shows each channel by itself where there is room, else all in one',
  async () => {
    await editor.press('Home', 'Backslash')
    await editor.shows(loudness, SOON).toEqual([
      ['loud', 'silent'],
      ['silent', 'loud'],
    ])
    await window.screenshot('waveform-channels')
    const edge = window.page.getByRole('slider', { name: 'Height of A1' })
    await edge.focus()
    await editor.press('ArrowUp', 'ArrowUp', 'ArrowUp')
    await editor.shows(() => edge.getAttribute('aria-valuenow')).toBe('20')
    await editor.shows(loudness).toEqual([
      ['loud', 'loud'],
      ['loud', 'loud'],
    ])
    expect(window.faults).toEqual([])
  },
  LONG,
)

it(
  'says how much there is, deletes it after saying what that costs, and what is in view comes back',
  async () => {
    const { page } = window
    await editor.prepared()
    await editor.press('Control+Comma')
    const settings = editor.dialog('Settings')
    await settings.getByText(/^[\d.]+ [kM]B of [\d.]+ GB used$/).waitFor()
    expect(await editor.overflowing('Settings')).toEqual([])
    const limit = settings.getByRole('textbox', { name: 'Limit' })
    await limit.fill('1.5')
    await limit.press('Enter')
    await settings.getByText(/ of 1\.5 GB used$/).waitFor()
    await settings.getByRole('button', { name: 'Use the default' }).click()
    await settings.getByText(/ of 1\.5 GB used$/).waitFor({ state: 'detached' })
    const cached = async (kind: string): Promise<string[]> => {
      const names = await readdir(join(folder, 'library/cache', kind)).catch(() => [])
      return names.filter((name) => !name.startsWith('.'))
    }
    const [strip] = await cached('filmstrip')
    expect(strip).toBeDefined()
    await settings.getByRole('button', { name: 'Delete now…' }).click()
    const question = settings.getByRole('alertdialog')
    await question.getByText(/it only costs time/).waitFor()
    await window.screenshot('dialog-settings-cache')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await question.waitFor({ state: 'detached' })
    expect(await cached('filmstrip')).toEqual([strip])
    await settings.getByRole('button', { name: 'Delete now…' }).click()
    await question.getByRole('button', { name: 'Delete', exact: true }).click()
    await settings.getByText(/^[\d.]+ [kM]B deleted\./).waitFor()
    await editor.closeDialog('Settings')
    // What the timeline and the library show is made again by itself.
    for (const kind of ['filmstrip', 'peaks', 'poster']) {
      await editor.shows(() => cached(kind), SOON).toHaveLength(1)
    }
    await editor.prepared()
    await page.reload()
    await editor.ready()
    await editor.press('Home', 'Backslash')
    await editor.shows(async () => (await tilesSeen()).numbers.every((n) => n >= 0)).toBe(true)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(window.faults).toEqual([])
  },
  LONG,
)

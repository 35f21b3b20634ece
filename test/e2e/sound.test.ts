/**
 * The sound of the program player comes when the document has it: what is handed to the sound card, on the card's own clock,
 * against the playhead on the same clock. Measured are the moments for which the player schedules its samples, down to the
 * first loud one, not what a loudspeaker does with them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import type { TimelineId } from '../../shared/model/ids.ts'
import { rational } from '../../shared/time/rational.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { clipOn, documentOf } from '../fixtures/documents.ts'
import { runTool } from '../fixtures/tool.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

/** Silence, and from 1 s on a beep of a tenth of a second. */
const BEEP = "aevalsrc='0.8*sin(2*PI*1000*t)*between(t,1,1.1)':s=48000:d=2"
const FILES = { 'plain.wav': ['-c:a', 'pcm_s16le'], 'coded.m4a': ['-c:a', 'aac', '-b:a', '192k'] }
const RATE = 25

let folder: string
let window: KeyreelWindow
let editor: Editor
const file = (name: string): string => join(folder, name)

/** Frames on which a beep begins. */
const BEEPS = [15, 40, 65, 90, 110] as const

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-sound-'))
  for (const [name, args] of Object.entries(FILES)) {
    await runTool('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', BEEP, ...args, file(name)])
  }
  const services = await compose({
    library: file('library'),
    env: process.env,
    announce: () => undefined,
  })
  const { assets } = await services.media.importPaths(Object.keys(FILES).map(file), {})
  const [plain, coded] = Object.keys(FILES).map((name) => {
    const asset = assets.find((each) => name.startsWith(each.name))
    if (!asset) throw new Error(`${name} was not imported`)
    return { kind: 'asset', assetId: asset.id } as const
  })
  if (!plain || !coded) throw new Error('Both files are needed')
  const sound = (items: Parameters<typeof documentOf>[0][string]['tracks'][0]['items']) => ({
    ...{ kind: 'sound' as const, items },
  })
  const nested = { kind: 'timeline', timelineId: 'inner' as TimelineId } as const
  const { project } = documentOf(
    {
      main: {
        ...{ rate: rational(RATE), width: 320, height: 180 },
        tracks: [
          { items: [clipOn({ kind: 'solid', color: '#204060' }, 120)] },
          sound([
            // 0.2 s before the beep; then the coded one likewise; then at one and a half times, 0.3 s before.
            ...[10, clipOn(plain, 15, { sourceStart: rational(8, 10) })],
            ...[10, clipOn(coded, 15, { sourceStart: rational(8, 10) })],
            ...[10, clipOn(plain, 15, { sourceStart: rational(7, 10), speed: rational(3, 2) })],
            // Backwards, 0.2 s behind the beep's end.
            ...[30, clipOn(coded, 15, { sourceStart: rational(13, 10), speed: rational(-1) })],
          ]),
          // Frame 30 of 50 is 0.6 s inside; the clip on it starts 0.4 s into it.
          sound([85, clipOn(nested, 20, { sourceStart: rational(4, 10) })]),
        ],
      },
      inner: {
        rate: rational(50),
        tracks: [sound([20, clipOn(coded, 50, { sourceStart: rational(8, 10) })])],
      },
    },
    assets,
  )
  await services.projects.add(project, { isSample: false, label: asWritten('Beeps') })
  await services.close()
  window = await launchKeyreel({ library: file('library') })
  editor = new Editor(window.page)
  await editor.ready()
}, 180_000)

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Heard {
  /** The card's times at which the first loud sample after silence is to be heard. */
  readonly onsets: readonly number[]
  /** The card's time, what the timecode showed then. */
  readonly shown: readonly (readonly [time: number, timecode: string])[]
}

it('begins every beep within a frame of where the document has it', async () => {
  const { page } = window
  await editor.prepared()
  await page.evaluate(() => {
    const heard = { onsets: [] as number[], shown: [] as [number, string][] }
    Object.assign(globalThis, { heard })
    let card: AudioContext | null = null
    let lastLoud = -1
    const start = AudioBufferSourceNode.prototype.start
    AudioBufferSourceNode.prototype.start = function (when = 0, offset = 0, duration?: number) {
      const { buffer, context } = this
      if (buffer && context instanceof AudioContext) {
        card = context
        const samples = buffer.getChannelData(0)
        const last = duration === undefined ? buffer.duration : offset + duration
        for (let n = Math.round(offset * buffer.sampleRate); n < last * buffer.sampleRate; n++) {
          if (Math.abs(samples[n] ?? 0) < 0.2) continue
          const time = when + n / buffer.sampleRate - offset
          if (time - lastLoud > 0.3) heard.onsets.push(time)
          lastLoud = time
        }
      }
      return start.call(this, when, offset, duration)
    }
    const timecode = document.querySelector<HTMLInputElement>('input[aria-label="Timecode"]')
    const look = (): void => {
      if (card) heard.shown.push([card.currentTime - card.outputLatency, timecode?.value ?? ''])
      requestAnimationFrame(look)
    }
    look()
  })
  await editor.goTo('00:00:00:00', '00:00:00:00')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('Space')
  await editor.shows(() => editor.timecode.inputValue()).toBe('00:00:04:19')
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard)

  // A frame is shown from its own time on: the earliest sight of each tells when the first one was.
  const starts = heard.shown.flatMap(([time, timecode]) => {
    const [seconds = 0, frames = 0] = timecode.split(':').slice(2).map(Number)
    const frame = seconds * RATE + frames
    return frame > 0 && frame < 118 ? [time - frame / RATE] : []
  })
  const origin = Math.min(...starts)
  const off = heard.onsets.map((time, i) => time - origin - (BEEPS[i] ?? 0) / RATE)
  process.stdout.write(
    `sound off by ${off.map((seconds) => `${(1000 * seconds).toFixed(1)} ms`).join(', ')}\n`,
  )
  expect(heard.onsets).toHaveLength(BEEPS.length)
  expect(off.filter((seconds) => Math.abs(seconds) >= 1 / RATE)).toEqual([])
  expect(window.faults).toEqual([])
})

/**
 * The level meters show what is sent to the sound card: sines of known level, alone, summed, turned aside, at another speed
 * and too loud, against their own arithmetic and against what ffmpeg measures in an export of the same document.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import { renderTimeline } from '../../main/exports/renderTimeline.ts'
import { createFfmpegEngine } from '../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Clip } from '../../shared/model/clip.ts'
import { constant } from '../../shared/model/keyframe.ts'
import { rational } from '../../shared/time/rational.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { clipOn, documentOf, solid } from '../fixtures/documents.ts'
import { runTool } from '../fixtures/tool.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const sine = (factor: number): string => `${factor}*sin(2*PI*997*t)`
/** A tenth of full scale is -20 dB. */
const TENTH = sine(0.1)
/** -3 dB. */
const STRONG = sine(10 ** (-3 / 20))
const PCM = ['-c:a', 'pcm_s16le']
const FILES = {
  'both.wav': [`${TENTH}|${TENTH}`, ...PCM],
  'one.wav': [TENTH, ...PCM],
  'left.wav': [`${TENTH}|0`, ...PCM],
  'strong.wav': [`${STRONG}|${STRONG}`, ...PCM],
  // Its samples fall between those of the card: where its pieces meet nothing is heard twice.
  'other.wav': [`${TENTH}|${TENTH}`, '-ar', '44100', ...PCM],
  'coded.m4a': [`${TENTH}|${TENTH}`, '-c:a', 'aac', '-b:a', '256k'],
} as const
type FileName = keyof typeof FILES

const RATE = 25
const LENGTH = 50

interface Case {
  readonly name: string
  /** Clips that are heard at once. */
  readonly clips: readonly (readonly [file: FileName, more?: Parameters<typeof clipOn>[2]])[]
  /** Decibels; null: silence. */
  readonly left: number | null
  readonly right: number | null
}

const CASES: readonly Case[] = [
  { name: 'both sides', clips: [['both.wav']], left: -20, right: -20 },
  { name: 'one channel', clips: [['one.wav']], left: -20, right: -20 },
  { name: 'coded', clips: [['coded.m4a']], left: -20, right: -20 },
  { name: 'another sample rate', clips: [['other.wav']], left: -20, right: -20 },
  { name: 'left only', clips: [['left.wav']], left: -20, right: null },
  // All of the left side is heard at the right: both together there.
  {
    name: 'turned to the right',
    clips: [['both.wav', { sound: { pan: constant(1) } }]],
    ...{ left: null, right: -14 },
  },
  // One channel is as loud wherever it stands: the power of both sides is at the right.
  {
    name: 'one channel, turned to the right',
    clips: [['one.wav', { sound: { pan: constant(1) } }]],
    ...{ left: null, right: -17 },
  },
  {
    name: 'one channel, half to the left',
    clips: [['one.wav', { sound: { pan: constant(-0.5) } }]],
    ...{ left: -17.7, right: -25.3 },
  },
  { name: 'the sum of two', clips: [['both.wav'], ['both.wav']], left: -14, right: -14 },
  {
    name: 'one and a half times as fast',
    clips: [['both.wav', { speed: rational(3, 2) }]],
    ...{ left: -20, right: -20 },
  },
  {
    name: 'too loud',
    clips: [['strong.wav', { sound: { volume: constant(6) } }]],
    ...{ left: 3, right: 3 },
  },
]

let folder: string
let window: KeyreelWindow
let editor: Editor
/** What ffmpeg finds in the export for each case, left and right; null: silence. */
const exported: (readonly (number | null)[])[] = []
const file = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-meters-'))
  for (const [name, [expressions, ...args]] of Object.entries(FILES)) {
    const source = `aevalsrc='${expressions}':s=48000:d=6`
    await runTool('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...args, file(name)])
  }
  const services = await compose({
    library: file('library'),
    env: process.env,
    announce: () => undefined,
  })
  const { assets } = await services.media.importPaths(Object.keys(FILES).map(file), {})
  const clipOf = (name: FileName, more: Parameters<typeof clipOn>[2] = {}): Clip => {
    const asset = assets.find((each) => name.startsWith(each.name))
    if (!asset) throw new Error(`${name} was not imported`)
    // Not from the first sample on: coders shape it.
    return clipOn({ kind: 'asset', assetId: asset.id }, LENGTH, {
      sourceStart: rational(1),
      ...more,
    })
  }
  const soundTrack = (place: number) => ({
    kind: 'sound' as const,
    items: CASES.map(({ clips }) => {
      const [name, more] = clips[place] ?? []
      return name ? clipOf(name, more) : LENGTH
    }),
  })
  const { project, timeline } = documentOf(
    {
      main: {
        ...{ rate: rational(RATE), width: 320, height: 180 },
        tracks: [
          { items: [clipOn(solid('#204060'), CASES.length * LENGTH)] },
          soundTrack(0),
          soundTrack(1),
        ],
      },
    },
    assets,
  )
  await services.projects.add(project, { isSample: false, label: asWritten('Levels') })
  await services.close()

  const fileOf = ({ name }: { readonly name: string }): string => {
    const known = Object.keys(FILES).find((each) => each.startsWith(name))
    if (known === undefined) throw new Error(`${name} is no file of this test`)
    return file(known)
  }
  const task = { project, timeline, out: file('cut.mov'), fileOf, preset: 'prores' } as const
  await renderTimeline(createFfmpegEngine(), task)
  for (const at of CASES.keys()) exported.push(await peaksOf(file('cut.mov'), at))

  window = await launchKeyreel({ library: file('library') })
  editor = new Editor(window.page)
  await editor.ready()
}, 240_000)

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

/** By ffmpeg's astats, of the middle of a case, decibels. */
async function peaksOf(path: string, at: number): Promise<(number | null)[]> {
  const seconds = LENGTH / RATE
  const part = `atrim=start=${at * seconds + 0.2}:end=${(at + 1) * seconds - 0.2}`
  const { stderr } = await runTool('ffmpeg', [
    ...['-hide_banner', '-i', path, '-vn', '-af', `${part},astats=measure_overall=none`],
    ...['-f', 'null', '-'],
  ])
  return [...stderr.matchAll(/Peak level dB: (\S+)/g)].map(([, level]) =>
    Number.isFinite(Number(level)) ? Number(level) : null,
  )
}

const read = async (side: 'left' | 'right'): Promise<number | null> => {
  const meter = window.page.getByRole('meter', { name: `Level ${side}` })
  const text = (await meter.getAttribute('aria-valuetext')) ?? ''
  const [, highest] = /at most (.*)$/.exec(text) ?? []
  const level = /^(-?[\d.]+) dB$/.exec(highest ?? '')?.[1]
  if (level === undefined && highest !== 'silent') throw new Error(`it reads "${text}"`)
  return level === undefined ? null : Number(level)
}
const frameNow = async (): Promise<number> => {
  const [seconds = 0, frames = 0] = (await editor.timecode.inputValue())
    .split(':')
    .slice(2)
    .map(Number)
  return seconds * RATE + frames
}

/** Goes round in one case until all of it was heard. */
async function heard(at: number) {
  const { page } = window
  const [first, last] = [at * LENGTH + 5, (at + 1) * LENGTH - 5]
  const timecode = (frame: number): string => formatTimecode(frame, rational(RATE))
  const blur = (): Promise<void> =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (const [frame, key] of [
    [last, 'o'],
    [first, 'i'],
  ] as const) {
    await editor.goTo(timecode(frame), timecode(frame))
    await blur()
    await page.keyboard.press(key)
  }
  const forget = page.getByRole('group', { name: 'Level meters' }).getByRole('button')
  await forget.click()
  await blur()
  await page.keyboard.press('Space')
  await editor.shows(frameNow).toBeGreaterThan(last - 10)
  await editor.shows(frameNow).toBeLessThan(first + 10)
  await editor.shows(frameNow).toBeGreaterThan(first + 10)
  const levels = { left: await read('left'), right: await read('right') }
  const told = await forget.getAttribute('aria-label')
  await page.keyboard.press('Space')
  return { ...levels, isCut: told?.startsWith('Clipped') }
}

const near = (a: number | null | undefined, b: number | null): boolean =>
  a === b || (typeof a === 'number' && b !== null && Math.abs(a - b) <= 0.2)

it('reads what is heard, on its side, as ffmpeg measures the export', async () => {
  await editor.prepared()
  await window.page.getByRole('button', { name: 'Loop between in and out' }).click()
  const found = []
  for (const [at, { name, left, right }] of CASES.entries()) {
    const { isCut, ...levels } = await heard(at)
    const [exportedLeft, exportedRight] = exported[at] ?? []
    process.stdout.write(
      `figure: ${name}: left ${levels.left} (export ${exportedLeft}), right ${levels.right} (export ${exportedRight}) dB${isCut ? ', clipped' : ''}\n`,
    )
    found.push({
      name,
      isTrue: near(levels.left, left) && near(levels.right, right),
      isCut,
      // What is above full scale is cut off in a file of whole numbers.
      isExported: [
        [exportedLeft, left],
        [exportedRight, right],
      ].every(([out, level]) => near(out, typeof level === 'number' ? Math.min(0, level) : null)),
    })
  }
  expect(found).toEqual(
    CASES.map(({ name }) => ({
      ...{ name, isTrue: true, isCut: name === 'too loud', isExported: true },
    })),
  )
  expect(window.faults).toEqual([])
})

it('forgets the highest by key, and stands below the picture’s height beside it', async () => {
  const { page } = window
  const group = page.getByRole('group', { name: 'Level meters' })
  const forget = group.getByRole('button')
  expect(await forget.getAttribute('aria-label')).toBe(
    'Clipped, loudest: 3.0 dB. Press to measure anew',
  )
  await window.resize(1280, 800)
  await window.screenshot('meters-1280x800')
  await forget.focus()
  await page.keyboard.press('Enter')
  await editor
    .shows(() => forget.getAttribute('aria-label'))
    .toBe('Loudest: silent. Press to measure anew')
  const [meters, picture] = [
    await group.boundingBox(),
    await page.getByRole('img', { name: 'Program monitor' }).boundingBox(),
  ]
  expect(meters && picture && meters.x >= picture.x + picture.width).toBe(true)
})

it('lets a step be heard for a moment, unless scrubbing is to be silent', async () => {
  const { page } = window
  const forget = page.getByRole('group', { name: 'Level meters' }).getByRole('button')
  const step = async (): Promise<number | null> => {
    await page.keyboard.press('ArrowRight')
    return read('left')
  }
  await editor.goTo('05', '00:00:00:05')
  await page.getByRole('treegrid', { name: 'Timeline' }).focus()
  // Of a sound that came too late for its moment nothing is heard.
  await editor.shows(step).toBe(-20)

  await editor.press('Shift+KeyS')
  // What the last step let be heard may still be on its way to the card.
  const meter = page.getByRole('meter', { name: 'Level left' })
  await editor.shows(() => meter.getAttribute('aria-valuetext')).toMatch(/^silent, /)
  await forget.click()
  await page.getByRole('treegrid', { name: 'Timeline' }).focus()
  const before = await frameNow()
  for (let count = 0; count < 5; count++) {
    await editor.press('ArrowRight')
    await editor.painted(before + count + 1)
  }
  expect(await read('left')).toBe(null)
  expect(window.faults).toEqual([])
})

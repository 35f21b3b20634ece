/**
 * Random trims of sources of many rates, rendered by the product's own arguments; the pictures carry their numbers, and
 * the expected numbers are worked out here in whole numbers from the times the frames were written at.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { rawPictureArgs } from '../../../shared/render/ffmpegArgs.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import { PRESETS } from '../../../shared/render/presets.ts'
import { type Rational, rational } from '../../../shared/time/rational.ts'
import { variableTick } from '../../fixtures/awkward.ts'
import { makeNumberedClip, numberOf } from '../../fixtures/numbered.ts'
import { runTool } from '../../fixtures/tool.ts'
import { isSoak, SOAK_PART, soakShare } from '../../soak.ts'
import { assetOf, clip, ofAsset, projectOf } from './planFixtures.ts'

const ROUNDS = isSoak ? soakShare(60) : 3
/** Parts of a soak have rounds of their own. */
const FIRST = isSoak ? SOAK_PART * ROUNDS : 0
const CLIPS = isSoak ? 12 : 8

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-exact-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Source {
  readonly name: string
  readonly extension: string
  readonly rate: Rational
  readonly frames: number
  readonly extraArgs?: readonly string[]
  readonly filters?: readonly string[]
  /** Start of a frame in units of 1/rate. */
  readonly tick?: (frame: number) => number
}

const SOURCES: readonly Source[] = [
  { name: 'film', extension: 'mp4', rate: rational(24), frames: 130, extraArgs: ['-bf', '3'] },
  { name: 'pal', extension: 'mp4', rate: rational(25), frames: 130 },
  { name: 'ntsc', extension: 'mp4', rate: rational(30000, 1001), frames: 170 },
  { name: 'film ntsc', extension: 'mov', rate: rational(24000, 1001), frames: 130 },
  { name: 'high', extension: 'mp4', rate: rational(60000, 1001), frames: 330 },
  { name: 'matroska', extension: 'mkv', rate: rational(30000, 1001), frames: 170 },
  { name: 'stream', extension: 'ts', rate: rational(25), frames: 130 },
  {
    name: 'late',
    extension: 'mp4',
    rate: rational(24),
    frames: 130,
    extraArgs: ['-output_ts_offset', '3.7'],
  },
  {
    name: 'long groups',
    extension: 'mp4',
    rate: rational(25),
    frames: 130,
    extraArgs: ['-g', '100'],
  },
  {
    name: 'open groups',
    extension: 'mp4',
    rate: rational(25),
    frames: 130,
    extraArgs: ['-x264-params', 'open-gop=1:keyint=20:bframes=4'],
  },
  {
    name: 'variable',
    extension: 'mp4',
    rate: rational(30),
    frames: 130,
    filters: ['setpts=N+floor(N/3)'],
    extraArgs: ['-enc_time_base', '1/30'],
    tick: variableTick,
  },
]

const RATES = [
  rational(24),
  rational(25),
  rational(30000, 1001),
  rational(60),
  rational(24000, 1001),
]

/** A small generator of our own, so that a failing seed can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const floor = (n: bigint, d: bigint): bigint =>
  n / d - (n % d !== 0n && n < 0n !== d < 0n ? 1n : 0n)

/** The last frame that starts at or before start + step * k, by trying them all. */
function expected(
  source: Source,
  start: Rational,
  speed: Rational,
  rate: Rational,
  k: number,
): number {
  // tick(frame)/source.rate <= start + k * speed / rate
  const [sn, sd] = [BigInt(start.num), BigInt(start.den)]
  const top =
    sn * BigInt(speed.den) * BigInt(rate.num) +
    BigInt(k) * BigInt(speed.num) * BigInt(rate.den) * sd
  const bottom = sd * BigInt(speed.den) * BigInt(rate.num)
  const now = floor(top * BigInt(source.rate.num), bottom * BigInt(source.rate.den))
  let shown = 0
  for (let frame = 0; frame < source.frames; frame++) {
    if (BigInt(source.tick?.(frame) ?? frame) <= now) shown = frame
  }
  return shown
}

describe('the frames of a render', () => {
  for (const source of SOURCES) {
    it(`are exactly the ones on screen: ${source.name}`, async () => {
      const path = join(folder, `${source.name}.${source.extension}`)
      await makeNumberedClip({ ...source, path, width: 96, height: 64, ...{ startAt: 1 } })
      const engine = createFfmpegEngine()
      const asset = assetOf('a', await engine.probe(path))
      for (let round = FIRST; round < FIRST + ROUNDS; round++) {
        const next = random(round * 1000 + source.name.length * 77 + 1)
        const rate = RATES[next(RATES.length)] as Rational
        const speeds = [
          rational(1),
          rational(1),
          rational(1),
          rational(2),
          rational(1, 2),
          rational(-1),
          rational(0),
          rational(3, 4),
        ]
        const clips = Array.from({ length: CLIPS }, () => {
          const frames = 1 + next(20)
          const end = (source.tick?.(source.frames) ?? source.frames) * 1000
          // Frame starts, moments a hair off them, and anything else; now and then past the media's end.
          const at = [
            rational(next(source.frames) * source.rate.den, source.rate.num),
            rational(next(120) * rate.den, rate.num),
            rational(next(end), 1000 * Math.round(source.rate.num / source.rate.den)),
          ][next(3)] as Rational
          return clip({
            source: ofAsset(asset),
            duration: frames,
            sourceStart: at,
            speed: speeds[next(speeds.length)] as Rational,
          })
        })
        const { project, timeline } = projectOf({ rate, width: 96, height: 64 }, [asset], {
          V1: clips,
        })
        const plan = planRender(project, timeline)
        const args = rawPictureArgs(plan, PRESETS.h264, { fileOf: () => path, folder: '' })
        const read = await numbers(args.args)
        const wanted = clips.flatMap((item) =>
          Array.from(
            { length: item.duration },
            (_, k) => 1 + expected(source, item.sourceStart, item.speed, rate, k),
          ),
        )
        expect({ round, rate, read }).toEqual({ round, rate, read: wanted })
      }
    })
  }
})

/** Runs the product's arguments and reads the numbers off the raw 4:2:0 frames. */
async function numbers(args: readonly string[]): Promise<number[]> {
  const { stdout } = await runTool('ffmpeg', ['-v', 'error', ...args])
  const size = (96 * 64 * 3) / 2
  const picked = new Uint8Array(48 * 32)
  return Array.from({ length: stdout.length / size }, (_, index) => {
    const frame = stdout.subarray(index * size)
    for (let y = 0; y < 32; y++) {
      for (let x = 0; x < 48; x++) picked[y * 48 + x] = frame[y * 2 * 96 + x * 2] ?? 0
    }
    return numberOf(picked)
  })
}

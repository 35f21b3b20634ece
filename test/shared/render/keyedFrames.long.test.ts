/**
 * Speed ramps as they are rendered: every picture carries its number, and the numbers read from the product's own output
 * are those of the time map, frame for frame.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import type { SpeedEase, SpeedKeyframe } from '../../../shared/model/speedCurve.ts'
import { mediaTimeAt } from '../../../shared/model/timeMap.ts'
import { rawPictureArgs } from '../../../shared/render/ffmpegArgs.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import { PRESETS } from '../../../shared/render/presets.ts'
import { type Rational, rational } from '../../../shared/time/rational.ts'
import { variableTick } from '../../fixtures/awkward.ts'
import { makeNumberedClip, numberOf } from '../../fixtures/numbered.ts'
import { runTool } from '../../fixtures/tool.ts'
import { assetOf, clip, ofAsset, projectOf } from './planFixtures.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-keyed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const FRAMES = 400

interface Source {
  readonly name: string
  readonly rate: Rational
  readonly filters?: readonly string[]
  readonly extraArgs?: readonly string[]
  /** Start of a frame in units of 1/rate. */
  readonly tick?: (frame: number) => number
}

const SOURCES: readonly Source[] = [
  { name: 'film.mp4', rate: rational(24) },
  { name: 'ntsc.mp4', rate: rational(30000, 1001) },
  { name: 'high.mkv', rate: rational(60000, 1001) },
  {
    name: 'variable.mp4',
    rate: rational(30),
    filters: ['setpts=N+floor(N/3)'],
    extraArgs: ['-enc_time_base', '1/30'],
    tick: variableTick,
  },
]

const keys = (...points: [frame: number, speed: Rational, ease: SpeedEase][]): SpeedKeyframe[] =>
  points.map(([frame, speed, ease], i) => ({ id: `k${i}` as KeyframeId, frame, speed, ease }))

/** Up, over, back, still and on again; a ramp longer than a segment, which leaves the media; and one backwards. */
const CURVES: readonly { readonly duration: number; readonly speedKeys: SpeedKeyframe[] }[] = [
  {
    duration: 150,
    speedKeys: keys(
      [10, rational(1), 'linear'],
      [40, rational(3), 'smooth'],
      [70, rational(-2), 'linear'],
      [95, rational(0), 'hold'],
      [110, rational(1, 3), 'smooth'],
      [140, rational(137, 100), 'hold'],
    ),
  },
  { duration: 300, speedKeys: keys([-7, rational(1, 5), 'smooth'], [290, rational(2), 'hold']) },
  { duration: 60, speedKeys: keys([0, rational(-1), 'linear'], [59, rational(-1, 4), 'linear']) },
]

/** The number of the last source frame that starts at or before the time, by trying them all. */
function shownAt(source: Source, time: Rational): number {
  const units =
    (BigInt(time.num) * BigInt(source.rate.num)) / (BigInt(time.den) * BigInt(source.rate.den))
  let shown = 0
  for (let frame = 0; frame < FRAMES; frame++) {
    if (BigInt(source.tick?.(frame) ?? frame) <= units) shown = frame
  }
  return shown + 1
}

it.each(SOURCES.map((source) => [source.name, source] as const))(
  'the pictures of a ramp are those of the time map: %s',
  async (name, source) => {
    const path = join(folder, name)
    await makeNumberedClip({ ...source, path, frames: FRAMES, width: 96, height: 64, startAt: 1 })
    const asset = assetOf('a', await createFfmpegEngine().probe(path))
    for (const rate of [rational(24), rational(30000, 1001), rational(50)]) {
      const clips = CURVES.map(({ duration, speedKeys }, i) =>
        clip({
          ...{ source: ofAsset(asset), duration, speedKeys },
          sourceStart: rational(i === 2 ? 4 : 1),
        }),
      )
      const { project, timeline } = projectOf({ rate, width: 96, height: 64 }, [asset], {
        V1: clips,
      })
      const args = rawPictureArgs(planRender(project, timeline), PRESETS.h264, {
        fileOf: () => path,
        folder: '',
      })
      const wanted = clips.flatMap((item) =>
        Array.from({ length: item.duration }, (_, frame) =>
          shownAt(source, mediaTimeAt(item, frame, rate)),
        ),
      )
      expect(new Set(wanted).size).toBeGreaterThan(100)
      expect({ rate, numbers: await numbers(args.args) }).toEqual({ rate, numbers: wanted })
    }
  },
  120_000,
)

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

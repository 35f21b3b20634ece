/** Long timelines in parts, both presets, and a result that does not match its plan. */
import { readdir, stat } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderTimeline } from '../../../main/exports/renderTimeline.ts'
import { verifyExport } from '../../../main/exports/verifyExport.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import { mediaTimeAt } from '../../../shared/model/timeMap.ts'
import { chunksOf } from '../../../shared/render/chunks.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import { PRESETS } from '../../../shared/render/presets.ts'
import { frameAt } from '../../../shared/time/frames.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { runTool } from '../../fixtures/tool.ts'
import { assetOf, clip, ofAsset, projectOf } from '../../shared/render/planFixtures.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const file = temporaryFolder()
const engine = createFfmpegEngine()
let asset: Asset

beforeAll(async () => {
  const path = file('source.mp4')
  const size = { width: 192, height: 108 }
  await makeNumberedClip({ path, ...size, rate: rational(25), frames: 100, sound: 'tone' })
  asset = assetOf('source', await engine.probe(path))
})

const CUTS = Array.from({ length: 60 }, (_, index) => (index * 37) % 95)
const cuts = (): Clip[] =>
  CUTS.map((start) =>
    clip({ source: ofAsset(asset), duration: 2, sourceStart: rational(start, 25) }),
  )
const sources = (): number[] => CUTS.flatMap((start) => [start, start + 1])
const project = (): ReturnType<typeof projectOf> =>
  projectOf({ rate: rational(25), width: 192, height: 108 }, [asset], { V1: cuts(), A1: cuts() })
const task = (out: string) => ({ ...project(), out, fileOf: () => file('source.mp4') })

describe('renderTimeline', () => {
  it('renders 120 inputs in parts without a trace of them: frames, samples, one continuous file', async () => {
    const out = file('parts.mp4')
    const plan = planRender(project().project, project().timeline)
    const counts = chunksOf(plan).map((chunk) => chunk.frameCount)
    expect({ parts: counts.length > 2, frames: counts.reduce((a, b) => a + b) }).toEqual({
      parts: true,
      frames: 120,
    })
    const seen: number[] = []
    const report = await renderTimeline(
      engine,
      { ...task(out), preset: 'h264' },
      { onProgress: (frame, frames, phase) => phase === 'render' && seen.push(frame / frames) },
    )
    expect(await readNumbers(out)).toEqual(sources())
    expect({
      last: seen.at(-1),
      frames: report.frames,
      sound: report.soundSeconds.toFixed(2),
    }).toEqual({ last: 1, frames: 120, sound: '4.80' })
    expect((await readdir(file('.'))).sort()).toEqual(['parts.mp4', 'source.mp4'])
  })

  it('gives the same sound in parts as in one run, to the sample', async () => {
    const [whole, parts] = [file('whole.mov'), file('parts.mov')]
    const none = { inputs: 1000, graph: 1e6, plates: 1e9 }
    await renderTimeline(engine, { ...task(whole), preset: 'prores', limits: none })
    await renderTimeline(engine, {
      ...task(parts),
      preset: 'prores',
      limits: { ...none, inputs: 30 },
    })
    const digest = async (path: string): Promise<string> =>
      (
        await runTool('ffmpeg', [
          '-v',
          'error',
          '-i',
          path,
          '-map',
          '0:v',
          '-map',
          '0:a',
          '-f',
          'streamhash',
          '-',
        ])
      ).stdout.toString()
    expect(await digest(parts)).toBe(await digest(whole))
    expect(await readNumbers(parts)).toEqual(sources())
  })

  it('exports a speed ramp frame for frame, with its sound as long as its picture', async () => {
    const speedKeys = [
      { id: 'a' as KeyframeId, frame: 10, speed: rational(1), ease: 'smooth' as const },
      { id: 'b' as KeyframeId, frame: 40, speed: rational(5, 2), ease: 'linear' as const },
      { id: 'c' as KeyframeId, frame: 60, speed: rational(-1), ease: 'hold' as const },
    ]
    const ramp = clip({
      ...{ source: ofAsset(asset), duration: 75, speedKeys },
      sourceStart: rational(10, 25),
    })
    const built = projectOf({ rate: rational(25), width: 192, height: 108 }, [asset], {
      V1: [ramp],
      A1: [ramp],
    })
    const out = file('ramp.mp4')
    const report = await renderTimeline(engine, {
      ...{ ...built, out, fileOf: () => file('source.mp4') },
      preset: 'h264',
    })
    const shown = Array.from({ length: 75 }, (_, frame) =>
      frameAt(mediaTimeAt(ramp, frame, rational(25)), rational(25)),
    )
    expect(await readNumbers(out)).toEqual(shown)
    expect([Math.min(...shown), Math.max(...shown)]).toEqual([0, 80])
    expect([report.frames, report.soundSeconds.toFixed(2)]).toEqual([75, '3.00'])
  })

  it('keeps nothing of a result that is not as planned', async () => {
    const { project: document, timeline } = project()
    const plan = planRender(document, timeline)
    const wrong = { plan: { ...plan, frameCount: 121 }, preset: PRESETS.h264, name: 'cut.mp4' }
    await expect(verifyExport(engine, file('parts.mp4'), wrong)).rejects.toEqual(
      expect.objectContaining({
        name: 'ExportNotAsPlanned',
        message:
          '"cut.mp4" did not come out as planned (frames 120 instead of 121), so it was not kept. Please report this.',
      }),
    )
  })

  it('reports the loudness that ffmpeg itself measures', async () => {
    const out = file('loud.mp4')
    const report = await renderTimeline(engine, { ...task(out), preset: 'draft' })
    const { stderr } = await runTool('ffmpeg', ['-i', out, '-af', 'ebur128', '-f', 'null', '-'])
    const measured = /Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1]
    expect([report.loudness?.toFixed(1), report.byteSize]).toEqual([
      measured,
      (await stat(out)).size,
    ])
  })
})

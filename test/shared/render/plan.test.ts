/** Plans, graphs and argument lists as whole values. */

import { describe, expect, it } from 'vitest'
import { valueAt } from '../../../shared/model/animate.ts'
import { defaultPicture, defaultSound } from '../../../shared/model/clip.ts'
import { constant, EASE, HOLD } from '../../../shared/model/keyframe.ts'
import { chunksOf, slicePlan, USUAL_LIMITS } from '../../../shared/render/chunks.ts'
import { expressionOf, linesThrough } from '../../../shared/render/curve.ts'
import { decimal, optionValue } from '../../../shared/render/escape.ts'
import { encodeRawArgs, renderArgs } from '../../../shared/render/ffmpegArgs.ts'
import { filterGraph } from '../../../shared/render/filterGraph.ts'
import { PlanRefused, planRender } from '../../../shared/render/planRender.ts'
import { PRESETS } from '../../../shared/render/presets.ts'
import { progressOf } from '../../../shared/render/progress.ts'
import type { PictureSegment } from '../../../shared/render/renderPlan.ts'
import { rational } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { assetOf, clip, keyed, ofAsset, projectOf, videoInfo } from './planFixtures.ts'

const film = assetOf('film', videoInfo(rational(24)))
const ntsc = assetOf('ntsc', videoInfo(rational(30000, 1001), { width: 640, height: 360 }))
const whole = {
  ...{ centerX: 160, centerY: 90, width: 320, height: 180, rotation: 0, opacity: 1 },
  ...{ cropLeft: 0, cropTop: 0, cropRight: 0, cropBottom: 0 },
  ...{ kind: 'layer', effects: [], blendMode: 'normal' },
}
const ids = ({ nodes }: PictureSegment) =>
  nodes.map((node) => (node.kind === 'transition' ? node.kind : node.clipId))

describe('planRender', () => {
  it('says what is seen and heard, and when, in exact values', () => {
    const { project, timeline } = projectOf({ rate: rational(24) }, [film, ntsc], {
      V1: [clip({ source: ofAsset(film), duration: 10, sourceStart: rational(1, 2) }), 2],
      V2: [
        4,
        clip({
          source: ofAsset(ntsc),
          duration: 3,
          picture: { ...defaultPicture(), opacity: keyed([0, 0], [2, 1]) },
        }),
      ],
      A1: [
        clip({
          source: ofAsset(film),
          duration: 10,
          sourceStart: rational(1, 2),
          sound: { ...defaultSound(), volume: constant(-3) },
        }),
      ],
    })
    const bottom = (start: number, count: number) => ({
      ...{ clipId: 'V1.0', ...whole },
      content: {
        kind: 'video',
        asset: film,
        frames: { start: rational(12 + start, 24), step: rational(1, 24), count },
      },
    })
    expect(planRender(project, timeline)).toEqual({
      ...{
        width: 320,
        height: 180,
        rate: rational(24),
        frameCount: 12,
        sampleRate: 48000,
        sampleCount: 24000,
      },
      segments: [
        { start: 0, frameCount: 4, nodes: [bottom(0, 4)] },
        {
          start: 4,
          frameCount: 3,
          nodes: [
            bottom(4, 3),
            {
              ...{ clipId: 'V2.1', ...whole },
              opacity: [0, 0.5, 1],
              content: {
                kind: 'video',
                asset: ntsc,
                frames: { start: rational(0), step: rational(1, 24), count: 3 },
              },
            },
          ],
        },
        { start: 7, frameCount: 3, nodes: [bottom(7, 3)] },
        { start: 10, frameCount: 2, nodes: [] },
      ],
      sounds: [
        {
          ...{
            clipId: 'A1.0',
            asset: film,
            mediaStart: rational(1, 2),
            speed: rational(1),
            reversed: false,
          },
          ...{ start: 0, end: 20000, gain: 10 ** (-3 / 20), pans: [] },
        },
      ],
    })
  })

  it('leaves out what is covered, unseen, disabled or hidden, and joins what stays the same', () => {
    const full = (duration: number, more = {}) => clip({ source: ofAsset(film), duration, ...more })
    const { project, timeline } = projectOf({}, [film, ntsc], {
      V1: [full(3), full(3), full(3)],
      V2: [full(9, { sourceStart: rational(2) })],
    })
    expect(
      planRender(project, timeline).segments.map((segment) => [
        segment.start,
        segment.frameCount,
        ids(segment),
      ]),
    ).toEqual([[0, 9, ['V2.0']]])
    const faint = projectOf({}, [film, ntsc], {
      V1: [full(9)],
      V2: [
        full(3, { enabled: false }),
        full(3, { picture: { ...defaultPicture(), opacity: constant(0) } }),
        full(3, {
          picture: { ...defaultPicture(), cropLeft: constant(0.6), cropRight: constant(0.5) },
        }),
      ],
    })
    expect(planRender(faint.project, faint.timeline).segments.map(ids)).toEqual([['V1.0']])
  })

  it('cuts reversed clips into pieces that fit in memory', () => {
    const { project, timeline } = projectOf({}, [film], {
      V1: [
        clip({
          source: ofAsset(film),
          duration: 50,
          sourceStart: rational(4),
          speed: rational(-1),
        }),
      ],
    })
    expect(
      planRender(project, timeline).segments.map(({ start, frameCount }) => [start, frameCount]),
    ).toEqual([
      [0, 24],
      [24, 24],
      [48, 2],
    ])
  })

  it('cuts wide zooms into spans that each shrink to no less than half', () => {
    const { project, timeline } = projectOf({}, [film], {
      V1: [
        clip({
          source: ofAsset(film),
          duration: 48,
          picture: { ...defaultPicture(), scale: keyed([0, 0.25], [47, 1]) },
        }),
      ],
    })
    const { segments } = planRender(project, timeline)
    expect(segments.map(({ start, frameCount }) => [start, frameCount])).toEqual([
      [0, 12],
      [12, 12],
      [24, 24],
    ])
    const widths = segments.flatMap(({ nodes: [node] }) =>
      node?.kind === 'layer' ? node.width : [],
    )
    expect(widths.map((width) => width.toFixed(6))).toEqual(
      Array.from({ length: 48 }, (_, frame) => (320 * (0.25 + (0.75 * frame) / 47)).toFixed(6)),
    )
  })

  it('refuses nothing at all with one sentence', () => {
    const { project, timeline } = projectOf({}, [], {})
    expect(() => planRender(project, timeline)).toThrow(
      new PlanRefused(say('render:empty', { timeline: 'Timeline 1' })),
    )
    expect(() => planRender(project, timeline, { range: { in: 5, out: 5 } })).toThrow(
      new PlanRefused(say('render:emptyRange', { from: 5, to: 5, timeline: 'Timeline 1' })),
    )
    expect(planRender(project, timeline, { range: { in: 5, out: 8 } }).segments).toEqual([
      { start: 0, frameCount: 3, nodes: [] },
    ])
  })
})

describe('filterGraph and renderArgs', () => {
  const { project, timeline } = projectOf({ rate: rational(30000, 1001) }, [film], {
    V1: [clip({ source: ofAsset(film), duration: 6, sourceStart: rational(5) }), 3],
    A1: [3, clip({ source: ofAsset(film), duration: 6, sourceStart: rational(5) })],
  })
  const plan = planRender(project, timeline)
  const scale =
    'scale=320:180:in_color_matrix=bt601:out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,setsar=1'

  it('read each source from just before its span, pick frames in whole numbers, and number the result anew', () => {
    expect(filterGraph(plan, { pixelFormat: 'yuv420p', sound: true, folder: '' })).toEqual({
      inputs: [
        { kind: 'media', asset: film, seek: rational(4) },
        { kind: 'media', asset: film, seek: rational(4) },
      ],
      plates: [],
      filters: new Set(
        'tpad settb setpts fps trim scale setsar format color concat setparams asettb atrim asetpts aformat apad adelay'.split(
          ' ',
        ),
      ),
      graph: [
        `[0:0]tpad=stop=3:stop_mode=clone,settb=1/120000,setpts='ceil(((round(PTS*TB*24)-120)*1250-0)/1001)*4004',fps=fps=30000/1001:start_time=0:round=near,tpad=stop=-1:stop_mode=clone,trim=end_frame=6,${scale},format=yuv420p[n0]`,
        'color=c=black:s=320x180:r=30000/1001,trim=end_frame=3,format=yuv420p[n1]',
        '[n0][n1]concat=n=2:v=1:a=0[n2]',
        '[n2]settb=1/30000,setpts=N*1001,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709[picture]',
        '[1:1]asettb=1/48000,atrim=start_pts=240000:end_pts=249609,asetpts=N,aformat=sample_fmts=fltp:channel_layouts=stereo,apad=whole_len=9609,atrim=end_sample=9609,adelay=delays=4805S:all=1[n3]',
        '[n3]apad=whole_len=14414,atrim=end_sample=14414,asetpts=N[sound]',
      ].join(';'),
    })
  })

  it('become one argument list', () => {
    const args = renderArgs(plan, PRESETS.h264, '/out/my cut.mp4', {
      fileOf: () => '/in/a:b.mp4',
      folder: '',
    })
    const input = [
      '-protocol_whitelist',
      'file',
      '-format_whitelist',
      'mov,mp4,m4a,3gp,3g2,mj2',
      '-noaccurate_seek',
      '-seek_timestamp',
      '1',
      '-ss',
      '4',
      '-i',
      'file:/in/a:b.mp4',
    ]
    const { graph } = filterGraph(plan, { pixelFormat: 'yuv420p', sound: true, folder: '' })
    expect(args.plates).toEqual([])
    expect(args.args).toEqual([
      ...[
        '-copyts',
        ...input,
        ...input,
        '-filter_complex',
        graph,
        '-map',
        '[picture]',
        '-map',
        '[sound]',
      ],
      ...[
        '-fps_mode',
        'passthrough',
        '-c:v',
        'libx264',
        '-profile:v',
        'high',
        '-preset',
        'medium',
        '-crf',
        '18',
      ],
      ...[
        '-color_range',
        'tv',
        '-color_primaries',
        'bt709',
        '-color_trc',
        'bt709',
        '-colorspace',
        'bt709',
      ],
      ...[
        '-c:a',
        'aac',
        '-b:a',
        '256k',
        '-map_metadata',
        '-1',
        '-movflags',
        '+faststart',
        '-f',
        'mp4',
      ],
      'file:/out/my cut.mp4',
    ])
    expect(encodeRawArgs(plan, PRESETS.prores, '/tmp/s.f32', '/out/a.mov')).toEqual([
      ...[
        '-f',
        'rawvideo',
        '-pix_fmt',
        'yuv422p10le',
        '-s',
        '320x180',
        '-framerate',
        '30000/1001',
        '-i',
        'pipe:0',
      ],
      ...[
        '-f',
        'f32le',
        '-ar',
        '48000',
        '-ac',
        '2',
        '-i',
        'file:/tmp/s.f32',
        '-map',
        '0:v',
        '-map',
        '1:a',
      ],
      ...['-fps_mode', 'passthrough', '-c:v', 'prores_ks', '-profile:v', 'hq', '-vendor', 'apl0'],
      ...[
        '-color_range',
        'tv',
        '-color_primaries',
        'bt709',
        '-color_trc',
        'bt709',
        '-colorspace',
        'bt709',
      ],
      ...['-c:a', 'pcm_s24le', '-map_metadata', '-1', '-f', 'mov', 'file:/out/a.mov'],
    ])
  })

  it('are cut in parts at edges of segments, whose samples add up', () => {
    const limits = { ...USUAL_LIMITS, inputs: 1 }
    const parts = chunksOf(plan, limits)
    expect(
      parts.map(({ frameCount, sampleCount, segments, sounds }) => ({
        frameCount,
        sampleCount,
        segments: segments.length,
        sounds: sounds.map(({ start, end, mediaStart }) => ({ start, end, mediaStart })),
      })),
    ).toEqual([
      {
        frameCount: 6,
        sampleCount: 9610,
        segments: 1,
        sounds: [{ start: 4805, end: 9610, mediaStart: rational(5) }],
      },
      {
        frameCount: 3,
        sampleCount: 4804,
        segments: 1,
        sounds: [{ start: 0, end: 4804, mediaStart: rational(48961, 9600) }],
      },
    ])
    expect(chunksOf(plan)).toEqual([plan])
    expect(slicePlan(plan, 0, 9)).toEqual(plan)
  })
})

describe('the parts', () => {
  it('lines pass every frame of any curve within the tolerance, and expressions say the same', () => {
    const animated = keyed([3, 0, EASE], [40, 100, HOLD], [50, 20], [70, 21])
    const curve = Array.from({ length: 90 }, (_, frame) => valueAt(animated, frame))
    const lines = linesThrough(curve, 1 / 64)
    const text = expressionOf(lines, 'n')
    // The expression language's own functions, as JavaScript.
    const evaluate = new Function(
      'n',
      'lt',
      '$if',
      'pow',
      `return ${text.replaceAll('if(', '$if(')}`,
    )
    const found = curve.map(
      (_, n) =>
        evaluate(
          n,
          (a: number, b: number) => (a < b ? 1 : 0),
          (c: number, a: number, b: number) => (c ? a : b),
          Math.pow,
        ) as number,
    )
    const worst = Math.max(...found.map((value, n) => Math.abs(value - (curve[n] ?? 0))))
    expect(worst).toBeLessThan(1 / 63)
    expect(lines.length).toBeLessThan(40)
    expect(expressionOf(linesThrough(7.25, 0), 'n')).toBe('7.25')
  })

  it('texts survive both layers of quoting; numbers have one form', () => {
    expect(optionValue("it's [50%]: a, b; c\\d")).toBe(
      "it\\\\\\'s \\[50%\\]\\\\: a\\, b\\; c\\\\\\\\d",
    )
    expect([0.1 + 0.2, -0, 1e-9, 1920, -0.5].map(decimal)).toEqual([
      '0.3',
      '0',
      '0',
      '1920',
      '-0.5',
    ])
  })

  it('progress is a fraction and, once there is a pace, the seconds left', () => {
    expect([progressOf(0, 100, 0), progressOf(25, 100, 5), progressOf(130, 100, 9)]).toEqual([
      { frame: 0, frames: 100, fraction: 0, secondsLeft: undefined },
      { frame: 25, frames: 100, fraction: 0.25, secondsLeft: 15 },
      { frame: 100, frames: 100, fraction: 1, secondsLeft: 0 },
    ])
  })
})

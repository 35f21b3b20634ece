/** The reference painter against pixels worked out by hand: layers, times, transitions. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Clip } from '../../shared/model/clip.ts'
import type { TimelineId } from '../../shared/model/ids.ts'
import { constant, EASE, HOLD } from '../../shared/model/keyframe.ts'
import { rational } from '../../shared/time/rational.ts'
import { clipOn, type DescribedTrack, type KeyPoint, keyed, solid } from '../fixtures/documents.ts'
import { makeNumberedClip, numberOf } from '../fixtures/numbered.ts'
import { runTool } from '../fixtures/tool.ts'
import { temporaryFolder } from '../main/media/temporaryFolder.ts'
import { assetOf, videoInfo } from '../shared/render/planFixtures.ts'
import type { Painted } from './paintFrame.ts'
import { at, close, color, GREY, grey, type More, paint, RED, row } from './smallFrames.ts'

const file = temporaryFolder()
const footage = assetOf('footage', videoInfo(rational(25), { width: 48, height: 32, seconds: 4 }))
const stillInfo = videoInfo(rational(25), { width: 2, height: 2 })
const still = assetOf('still', { ...stillInfo, kind: 'still' })

const media: More = { assets: [footage, still], fileOf: ({ name }) => file(name) }

beforeAll(async () => {
  await makeNumberedClip({
    ...{ path: file('footage'), width: 48, height: 32, rate: rational(25), frames: 100 },
    extraArgs: ['-f', 'mp4'],
  })
  // Red, green; blue, white.
  const pixels = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
  await runTool(
    'ffmpeg',
    [
      ...['-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', '2x2', '-i', 'pipe:0'],
      ...['-c:v', 'png', '-f', 'image2', '-update', '1', file('still')],
    ],
    [pixels],
  )
})

/** Numbered footage fills a canvas of its size: the number that is on it. */
const number = async (tracks: readonly DescribedTrack[], frame: number): Promise<number> =>
  numberIn(await paint(tracks, frame, { ...media, format: { width: 48, height: 32 } }))
const numberIn = ({ rgb }: Painted): number =>
  numberOf(Uint8Array.from({ length: 48 * 32 }, (_, i) => 255 * (rgb[3 * i + 1] ?? 0)))
const FOOTAGE = { kind: 'asset', assetId: footage.id } as const

describe('layers', () => {
  it('is black where nothing is, and one colour on a solid', async () => {
    expect([await color([]), await color([{ items: [4, clipOn(RED, 1)] }], 4)]).toEqual([
      [0, 0, 0],
      [1, 0, 0],
    ])
  })

  it('leaves out hidden tracks and disabled clips, and draws higher tracks above', async () => {
    const red = { items: [clipOn(RED, 9)] }
    expect([
      await color([red, { items: [clipOn(GREY, 9)], more: { hidden: true } }]),
      await color([red, { items: [clipOn(GREY, 9, { enabled: false })] }]),
      await color([red, { items: [clipOn(GREY, 9)] }]),
    ]).toEqual([[1, 0, 0], [1, 0, 0], close(grey, grey, grey)])
  })

  it('scales about the place it stands at; half a pixel is half a pixel', async () => {
    // 16 x 8 on 32 x 16, its middle at 16 + 3.2 + 0.3 = 19.5: from 11.5 to 27.5, from 4 to 12.
    const picture = { scale: constant(0.5), positionX: constant(3.5 / 32) }
    const painted = await paint([{ items: [clipOn(RED, 1, { picture })] }])
    expect([row(painted, 8, 10, 13), row(painted, 8, 26, 29), row(painted, 3, 18, 20)]).toEqual([
      [0, 0.5, 1],
      [1, 0.5, 0],
      [0, 0],
    ])
    expect([at(painted, 20, 4), at(painted, 20, 12)]).toEqual([
      [1, 0, 0],
      [0, 0, 0],
    ])
  })

  it('turns clockwise', async () => {
    const turned = { rotation: constant(90) }
    const source = { kind: 'asset', assetId: still.id } as const
    const corners = async (picture: object): Promise<number[][]> => {
      const painted = await paint([{ items: [clipOn(source, 1, { picture })] }], 0, {
        ...media,
        format: { width: 16, height: 16 },
      })
      return [at(painted, 0, 0), at(painted, 15, 0), at(painted, 0, 15), at(painted, 15, 15)]
    }
    const [red, green, blue, white] = await corners({})
    expect([red?.[0], green?.[1], blue?.[2], white]).toEqual([1, 1, 1, [1, 1, 1]])
    expect(await corners(turned)).toEqual([blue, red, white, green])
  })

  it('takes crop away from the picture’s own size', async () => {
    const picture = { cropLeft: constant(0.25), cropBottom: constant(0.5) }
    const painted = await paint([{ items: [clipOn(RED, 1, { picture })] }])
    expect([row(painted, 0, 6, 10), at(painted, 20, 7)[0], at(painted, 20, 8)[0]]).toEqual([
      [0, 0, 1, 1],
      1,
      0,
    ])
  })

  it('makes opacity of keyframes and easings, and of fades at the middles of frames', async () => {
    const opacity = (points: readonly KeyPoint[], frame: number): Promise<number[]> =>
      color([{ items: [clipOn(RED, 20, { picture: { opacity: keyed(...points) } })] }], frame)
    expect([
      await opacity(
        [
          [2, 0.2],
          [12, 0.7],
        ],
        7,
      ),
      await opacity(
        [
          [2, 0.2],
          [12, 0.7],
        ],
        0,
      ),
      await opacity(
        [
          [2, 0.2],
          [12, 0.7],
        ],
        19,
      ),
      await opacity(
        [
          [2, 0.2, HOLD],
          [12, 0.7],
        ],
        11,
      ),
      await opacity(
        [
          [0, 0, EASE],
          [10, 1],
        ],
        5,
      ),
      // x(t) = 0.25 at t = 0.27986…, where y is 0.1292.
      await opacity(
        [
          [0, 0, EASE],
          [20, 1],
        ],
        5,
      ),
      await color([{ items: [clipOn(RED, 20, { fadeIn: 4 })] }], 1),
      await color([{ items: [clipOn(RED, 20, { fadeOut: 4 })] }], 18),
    ]).toEqual([0.45, 0.2, 0.7, 0.2, 0.5, 0.1292, 0.375, 0.375].map((value) => [value, 0, 0]))
  })
})

describe('time', () => {
  const speed = (num: number, den = 1) => ({ speed: rational(num, den) })
  const shown = (frame: number, more: Parameters<typeof clipOn>[2]): Promise<number> =>
    number([{ items: [clipOn(FOOTAGE, 60, more)] }], frame)

  it('shows the last picture that starts at or before the media time, and holds the last one', async () => {
    expect([
      await shown(0, { sourceStart: rational(10, 25) }),
      await shown(7, { sourceStart: rational(10, 25) }),
      await shown(7, speed(3, 2)),
      await shown(8, speed(3, 2)),
      await shown(7, { sourceStart: rational(20, 25), ...speed(-1) }),
      await shown(59, { sourceStart: rational(11, 25), ...speed(0) }),
      await shown(59, { sourceStart: rational(90, 25) }),
    ]).toEqual([10, 17, 10, 12, 13, 11, 99])
  })

  it('adds speed up where it changes', async () => {
    const keys = (ease: 'hold' | 'linear' | 'smooth') => ({
      sourceStart: rational(20, 25),
      speedKeys: [
        { id: 'a' as never, frame: 10, speed: rational(1), ease },
        { id: 'b' as never, frame: 30, speed: rational(3), ease: 'hold' as const },
      ],
    })
    expect([
      // Media 20 at frame 10; one frame a frame before it.
      await shown(0, keys('linear')),
      await shown(10, keys('linear')),
      // 10 + 2 * 10² / 40 = 15 frames further.
      await shown(20, keys('linear')),
      // 40, then three a frame.
      await shown(31, keys('linear')),
      await shown(29, keys('hold')),
      await shown(31, keys('hold')),
      // 10 + 2 * 10³ * 30 / (2 * 20³) = 13.75
      await shown(20, keys('smooth')),
    ]).toEqual([10, 20, 35, 63, 39, 43, 33])
  })

  it('plays nested timelines at their own rate, fitted inside, on nothing', async () => {
    const inner = {
      ...{ rate: rational(50), width: 48, height: 32 },
      tracks: [{ items: [10, clipOn(FOOTAGE, 60)] }],
    }
    const nested = { kind: 'timeline', timelineId: 'inner' as TimelineId } as const
    const onRed = (frame: number) =>
      paint([{ items: [clipOn(RED, 60)] }, { items: [clipOn(nested, 60)] }], frame, {
        ...media,
        format: { width: 48, height: 32 },
        others: { inner },
      })
    const before = await onRed(4)
    const seen = numberIn(await onRed(8))
    // Frame 8 of 25 is 16 of 50, of which 10 are the gap; 6 frames of 50 are 3 pictures of 25.
    expect([at(before, 5, 5), seen]).toEqual([[1, 0, 0], 3])
  })
})

describe('transitions', () => {
  const across = (style: object, frame: number, items = [clipOn(RED, 10), clipOn(GREY, 10)]) =>
    paint([{ items, transitions: [{ at: 1, before: 2, after: 2, style: style as never }] }], frame)
  const middle = async (...args: Parameters<typeof across>) => at(await across(...args), 16, 8)

  it('dissolves: frame i of n is (i + 0.5) / n through', async () => {
    const mix = (p: number) => close(1 - p + p * grey, p * grey, p * grey)
    expect([
      await middle({ kind: 'dissolve' }, 7),
      await middle({ kind: 'dissolve' }, 8),
      await middle({ kind: 'dissolve' }, 11),
      await middle({ kind: 'dissolve' }, 12),
    ]).toEqual([[1, 0, 0], mix(0.125), mix(0.875), close(grey, grey, grey)])
  })

  it('dips: the colour alone stands in the middle', async () => {
    const dip = { kind: 'dip', color: '#0000ff' }
    expect([await middle(dip, 8), await middle(dip, 9), await middle(dip, 10)]).toEqual([
      close(0.75, 0, 0.25),
      close(0.25, 0, 0.75),
      close(0.25 * grey, 0.25 * grey, 0.25 * grey + 0.75),
    ])
  })

  it('wipes from the corner it starts in', async () => {
    const painted = await across({ kind: 'wipe', angle: 0, softness: 0 }, 9)
    // p = 0.375, the edge one column wide: it has come 0.375 * 33 = 12.375 columns far, its tail 11.375.
    expect(row(painted, 8, 10, 15).map((v) => v < 0.6)).toEqual([true, true, false, false, false])
    const down = await across({ kind: 'wipe', angle: 90, softness: 0 }, 9)
    expect([4, 5, 6, 7].map((y) => (at(down, 0, y)[0] ?? 0) < 0.6)).toEqual([
      true,
      true,
      false,
      false,
    ])
    const soft = await across({ kind: 'wipe', angle: 180, softness: 1 }, 9)
    // m = clamp(0.75 - s): at column 20, s = 11.5 / 32.
    const m = 0.75 - 11.5 / 32
    expect(at(soft, 20, 8)[0]).toBeCloseTo(1 - m + m * grey, 4)
  })

  it('comes from nothing and goes to nothing, and takes the place of a fade', async () => {
    const items = [clipOn(RED, 10, { fadeOut: 8 })]
    const style = { kind: 'dissolve' } as const
    const out = (frame: number) =>
      color([{ items, transitions: [{ at: 1, before: 4, after: 0, style }] }], frame)
    expect([await out(5), await out(6), await out(9)]).toEqual([
      [1, 0, 0],
      [0.875, 0, 0],
      [0.125, 0, 0],
    ])
  })

  it('shows both clips beyond their edges, where keyframes hold', async () => {
    const black = clipOn(solid('#000000'), 10)
    const opacity = keyed([0, 0], [9, 1])
    const going = clipOn(FOOTAGE, 10, { picture: { opacity } })
    const coming = clipOn(FOOTAGE, 10, { sourceStart: rational(50, 25) })
    const style = { kind: 'dissolve' } as const
    const shown = (items: Clip[], before: number, after: number, frame: number) =>
      number([{ items, transitions: [{ at: 1, before, after, style }] }], frame)
    // Under half of it black: the numbers can be read.
    expect([
      await shown([going, black], 1, 5, 10),
      await shown([black, coming], 5, 1, 8),
      await shown([black, coming], 5, 1, 9),
    ]).toEqual([10, 48, 49])
  })
})

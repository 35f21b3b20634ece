import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { coarseToFine, tileTimes } from '../../../main/media/ffmpeg/filmstrip.ts'
import { fitInside, pictureFilters } from '../../../main/media/ffmpeg/pictureFilters.ts'
import { seeksExactly, seekToFrame, stretchesBefore } from '../../../main/media/ffmpeg/seek.ts'
import { pictureArguments } from '../../../main/media/ffmpeg/still.ts'
import type { VideoStream } from '../../../shared/model/mediaInfo.ts'
import { rational } from '../../../shared/time/rational.ts'
import {
  makeOffsetStart,
  makeRotated,
  makeSoundOnly,
  makeStill,
  makeVariableRate,
  makeWidePixels,
  variableTick,
} from '../../fixtures/awkward.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const engine = createFfmpegEngine()
const at = temporaryFolder()

const stream: VideoStream = {
  index: 0,
  codec: 'h264',
  width: 1920,
  height: 1080,
  rotation: 0,
  sampleAspect: rational(1),
  rate: rational(24),
  isVariableRate: false,
  timeBase: rational(1, 12288),
  frameCount: 48,
  start: rational(0),
  duration: rational(2),
  pixelFormat: 'yuv420p',
  bitDepth: 8,
  hasAlpha: false,
  fieldOrder: 'progressive',
  color: {},
}
const info = {
  container: 'mov',
  kind: 'video' as const,
  byteSize: 1,
  duration: rational(2),
  video: [stream],
  audio: [],
  warnings: [],
}
const all = new Set(['zscale', 'tonemap', 'bwdif'])

describe('seeking', () => {
  it('aims half a frame early at the frame on screen, within the picture', () => {
    const seek = (time: number, den: number) => seekToFrame(stream, rational(time, den))
    expect([seek(0, 1), seek(1, 24), seek(3, 48), seek(1, 1), seek(9, 1), seek(-1, 1)]).toEqual([
      rational(0),
      rational(1, 48),
      rational(1, 48),
      rational(47, 48),
      rational(93, 48),
      rational(0),
    ])
  })

  it('counts from the first picture, on the clock of the file', () => {
    const late = { ...stream, start: rational(3, 2) }
    expect(seekToFrame(late, rational(1))).toEqual(rational(119, 48))
  })

  it('widens stretches that take in the tick of the time, for uneven times and rough seeking', () => {
    const uneven = { ...stream, timeBase: rational(1, 500) }
    const behind = { ...uneven, start: rational(7) }
    expect(stretchesBefore({ ...info, video: [behind] }, behind, rational(5001, 1000))).toEqual([
      { from: rational(11001, 1000), until: rational(24003, 2000) },
      { until: rational(24003, 2000) },
    ])
    expect(seeksExactly(info, uneven)).toBe(true)
    expect(seeksExactly(info, { ...uneven, isVariableRate: true })).toBe(false)
    expect(seeksExactly({ ...info, container: 'mpegts' }, uneven)).toBe(false)
  })

  it('takes the middle of every tile', () => {
    const span = { start: rational(1), end: rational(3), count: 4, tileHeight: 9 }
    expect(tileTimes(span)).toEqual([
      rational(5, 4),
      rational(7, 4),
      rational(9, 4),
      rational(11, 4),
    ])
  })
})

describe('the arguments of a picture', () => {
  it('name one local file, one stream, one moment', () => {
    const args = pictureArguments('/a%03d.mp4', {}, stream, { ss: '0.520833' }, ['scale=1:1'])
    expect(args.filter((_, index) => index !== 3)).toEqual([
      ...['-protocol_whitelist', 'file', '-format_whitelist'],
      ...['-seek_timestamp', '1', '-ss', '0.520833', '-i', 'file:/a%03d.mp4'],
      ...['-map', '0:0', '-an', '-sn', '-dn', '-vf', 'scale=1:1'],
      ...['-fps_mode', 'passthrough', '-frames:v', '1'],
    ])
  })

  it('bring every kind of picture to square, progressive, standard pixels', () => {
    const size = fitInside(stream, 960)
    expect(size).toEqual({ width: 960, height: 540 })
    expect(fitInside({ ...stream, rotation: 90 }, 960)).toEqual({ width: 540, height: 960 })
    expect(fitInside(stream, 4000)).toEqual({ width: 1920, height: 1080 })
    expect(pictureFilters(stream, size, 'jpeg', all)).toEqual([
      'scale=w=960:h=540:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp:in_color_matrix=bt709:out_color_matrix=bt601:out_range=pc',
      'setsar=1',
      'format=yuvj420p',
    ])
    const hlg = {
      ...stream,
      fieldOrder: 'tff' as const,
      color: { transfer: 'arib-std-b67', matrix: 'bt2020nc' },
    }
    expect(pictureFilters(hlg, size, 'video', all)).toEqual([
      'bwdif=mode=send_frame:deint=all',
      'zscale=transfer=linear:npl=100',
      'format=gbrpf32le',
      'tonemap=tonemap=hable:desat=0',
      'zscale=primaries=bt709:transfer=bt709:matrix=bt709:range=tv',
      'format=yuv420p',
      'scale=w=960:h=540:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp:out_color_matrix=bt709:out_range=tv',
      'setsar=1',
      'format=yuv420p',
    ])
    expect(pictureFilters(hlg, size, 'rgb24', new Set())).toEqual([
      'scale=w=960:h=540:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp',
      'setsar=1',
      'format=rgb24',
    ])
  })
})

/** The number shown at each time, read from stills that the engine made. */
async function shownAt(path: string, times: readonly [number, number][]): Promise<number[]> {
  const numbers: number[] = []
  for (const [num, den] of times) {
    const out = at(`shown-${numbers.length}.png`)
    await engine.still(path, rational(num, den), 192, out)
    numbers.push(...(await readNumbers(out)))
  }
  return numbers
}

describe('stills', () => {
  it('show the frame on screen, at its first moment, in its midst, just before the next, past the end', async () => {
    const path = at('ntsc.mp4')
    const rate = rational(30000, 1001)
    await makeNumberedClip({ path, width: 192, height: 128, rate, frames: 90 })
    const times: [number, number][] = [
      [0, 1],
      [1001, 60000],
      [1001, 30000],
      [59 * 1001, 30000],
      [59 * 1001 * 10 + 9990, 300000],
      [89 * 1001, 30000],
      [100, 1],
    ]
    expect(await shownAt(path, times)).toEqual([0, 0, 1, 59, 59, 89, 89])
  })

  it('show the frame on screen in files with uneven times', async () => {
    await makeVariableRate(at('vfr.mp4'), 60)
    const last = variableTick(59)
    const ticks = [0, 2, 3, 4, 41, 42, 43, 44, last, last + 30]
    const expected = ticks.map((tick) =>
      Array.from({ length: 60 }, (_, frame) => frame).findLastIndex((f) => variableTick(f) <= tick),
    )
    expect(
      await shownAt(
        at('vfr.mp4'),
        ticks.map((tick) => [tick, 30]),
      ),
    ).toEqual(expected)
  })

  it('show the frame on screen in a transport stream with its own clock', async () => {
    await makeOffsetStart(at('clock.ts'))
    const probed = await engine.probe(at('clock.ts'))
    expect(probed.video[0]?.start).toEqual(rational(37, 25))
    const times: [number, number][] = [
      [0, 1],
      [1, 1],
      [3, 2],
      [27, 10],
      [99, 1],
    ]
    expect(await shownAt(at('clock.ts'), times)).toEqual([0, 25, 37, 67, 74])
  })

  it('show the frame on screen where the sound begins before the picture', async () => {
    await makeOffsetStart(at('clock.ts'))
    await runTool('ffmpeg', [
      ...['-v', 'error', '-y', '-itsoffset', '0.7', '-i', at('clock.ts'), '-i', at('clock.ts')],
      ...['-map', '0:v', '-map', '1:a', '-c', 'copy', '-bsf:a', 'aac_adtstoasc', at('late.mkv')],
    ])
    const probed = await engine.probe(at('late.mkv'))
    expect(probed.audio[0]?.start.num).toBe(0)
    expect(probed.video[0]?.start.num).toBeGreaterThan(0)
    expect(
      await shownAt(at('late.mkv'), [
        [0, 1],
        [1, 1],
        [3, 2],
      ]),
    ).toEqual([0, 25, 37])
  })

  it('are turned and have square pixels', async () => {
    await makeRotated(at('turned.mp4'), 90)
    await engine.still(at('turned.mp4'), rational(1, 2), 96, at('turned.jpg'))
    expect(await readNumbers(at('turned.jpg'), { filters: ['transpose=cclock'] })).toEqual([12])
    expect((await inspectMedia(at('turned.jpg')))[0]).toMatchObject({ width: 64, height: 96 })
    await makeWidePixels(at('wide.mp4'))
    await engine.still(at('wide.mp4'), rational(0), 500, at('wide.jpg'))
    expect((await inspectMedia(at('wide.jpg')))[0]).toMatchObject({ width: 192, height: 128 })
  })

  it('are made of stills too, whose names look like patterns', async () => {
    await makeStill(at('plain.png'), 77)
    await copyFile(at('plain.png'), at('shot%03d.png'))
    expect(await shownAt(at('shot%03d.png'), [[5, 1]])).toEqual([77])
    await engine.still(at('plain.png'), rational(0), 96, at('out%03d \'"\n.jpg'))
    await copyFile(at('out%03d \'"\n.jpg'), at('out.jpg'))
    expect(await readNumbers(at('out.jpg'))).toEqual([77])
    expect((await inspectMedia(at('out.jpg')))[0]).toMatchObject({ width: 96, height: 64 })
  })

  it('say that sound has no picture', async () => {
    await makeSoundOnly(at('sound.wav'))
    await expect(
      engine.still(at('sound.wav'), rational(0), 96, at('no.jpg')),
    ).rejects.toMatchObject({
      kind: 'unsupported',
      message: '"sound.wav" holds sound only, so it has no picture.',
    })
  })
})

describe('filmstrips', () => {
  it('hold the frame of each tile’s middle, side by side', async () => {
    const path = at('strip.mp4')
    await makeNumberedClip({ path, width: 192, height: 128, rate: rational(24), frames: 96 })
    const span = { start: rational(1), end: rational(3), count: 6, tileHeight: 64 }
    expect(await engine.filmstrip(path, span, at('strip.jpg'))).toEqual({ tileWidth: 96 })
    expect((await inspectMedia(at('strip.jpg')))[0]).toMatchObject({ width: 576, height: 64 })
    const shown: number[] = []
    for (let tile = 0; tile < 6; tile++) {
      const region = { x: tile * 96, y: 0, width: 96, height: 64 }
      shown.push(...(await readNumbers(at('strip.jpg'), { region })))
    }
    expect(shown).toEqual([28, 36, 44, 52, 60, 68])
  })

  it('show their first tile first, then what halves the longest gap', async () => {
    expect(coarseToFine(8)).toEqual([0, 4, 2, 6, 1, 3, 5, 7])
    expect([coarseToFine(1), coarseToFine(5)]).toEqual([[0], [0, 4, 2, 1, 3]])
    const span = { start: rational(0), end: rational(4), count: 6, tileHeight: 64 }
    const out = at('growing.jpg')
    const parts: Promise<readonly [number, number, Buffer]>[] = []
    const onPart = (count: number, tileWidth: number): void => {
      parts.push(readFile(out).then((bytes) => [count, tileWidth, bytes] as const))
    }
    await engine.filmstrip(at('strip.mp4'), span, out, { onPart })
    const read: unknown[] = []
    for (const [count, tileWidth, bytes] of await Promise.all(parts)) {
      await writeFile(at('part.jpg'), bytes)
      const region = { x: 0, y: 0, width: 96, height: 64 }
      read.push([count, tileWidth, await readNumbers(at('part.jpg'), { region })])
    }
    expect(read).toEqual([
      [1, 96, [8]],
      [4, 96, [8]],
    ])
  })

  it('repeat the last tile where a header promised more', async () => {
    const path = at('strip.mp4')
    const span = { start: rational(3), end: rational(9), count: 3, tileHeight: 64 }
    await engine.filmstrip(path, span, at('end.jpg'))
    const region = { x: 192, y: 0, width: 96, height: 64 }
    expect(await readNumbers(at('end.jpg'), { region })).toEqual([95])
  })

  it('refuse more tiles than a JPEG can hold', async () => {
    const span = { start: rational(0), end: rational(1), count: 10_000, tileHeight: 64 }
    await expect(engine.filmstrip(at('strip.mp4'), span, at('no.jpg'))).rejects.toThrow(
      new RangeError('10000 tiles of 96 pixels do not fit one filmstrip'),
    )
  })
})

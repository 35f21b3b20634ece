/** The engine's pure parts, as whole values. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bridgeSize, dissolveGraph, motionGraph } from '../../../../main/engines/local/bridge.ts'
import { cameraMove, cameraOf } from '../../../../main/engines/local/cameraMove.ts'
import { encodeArguments, encoderOptions } from '../../../../main/engines/local/encode.ts'
import { resolveInput } from '../../../../main/engines/local/inputs.ts'
import { correlation } from '../../../../main/engines/local/likeness.ts'
import { leftOut } from '../../../../main/engines/local/limits.ts'
import { generationSize } from '../../../../main/engines/local/outputSize.ts'
import { joinSegments } from '../../../../main/engines/local/pinnedShot.ts'
import { rifeArguments } from '../../../../main/engines/local/rife.ts'
import { type Pin, placePins, segmentsOf } from '../../../../main/engines/local/segments.ts'
import { videoUuidOf } from '../../../../main/engines/local/videoUuid.ts'
import { inEnglish } from '../../../../shared/words/english.ts'
import { request } from './bench.ts'

const pin = (image: number, frame: number): Pin => ({ image, frame })
const lengthOf = (segments: ReturnType<typeof segmentsOf>): number =>
  segments.reduce((sum, segment) => sum + (segment.kind === 'pin' ? 1 : segment.frames), 0)

test('pins are placed on the file: 120 shares the last picture, and the later one wins', () => {
  const at = (frame: number | 'first' | 'last') => ({ image: 'x', frame })
  expect(placePins([at(96), at('last'), at(119), at('first')], 120)).toEqual({
    pins: [pin(3, 0), pin(0, 96), pin(1, 119)],
    dropped: [2],
  })
  expect(() => placePins([at(121)], 120)).toThrow(
    'inputs.frameImages[0].frame is 121, and this shot has the indexes 0 to 120. Move the pin.',
  )
})

test('a shot is laid out as moves, pins and bridges', () => {
  const [a, b] = [pin(0, 10), pin(1, 20)]
  expect(segmentsOf([a, b], 120, false)).toEqual([
    { kind: 'move', pin: a, first: -10, frames: 10 },
    { kind: 'pin', pin: a },
    { kind: 'bridge', from: a, to: b, span: 10, skip: 0, frames: 9 },
    { kind: 'pin', pin: b },
    { kind: 'move', pin: b, first: 1, frames: 99 },
  ])
  // 20 leads over the end to 10 of the next round: 110 frames, 99 of them before the end.
  expect(segmentsOf([a, b], 120, true)).toEqual([
    { kind: 'bridge', from: b, to: a, span: 110, skip: 99, frames: 10 },
    { kind: 'pin', pin: a },
    { kind: 'bridge', from: a, to: b, span: 10, skip: 0, frames: 9 },
    { kind: 'pin', pin: b },
    { kind: 'bridge', from: b, to: a, span: 110, skip: 0, frames: 99 },
  ])
  expect(segmentsOf([pin(0, 0)], 120, true)).toEqual([
    { kind: 'pin', pin: pin(0, 0) },
    { kind: 'move', pin: pin(0, 0), first: 1, frames: 119, period: 120 },
  ])
  expect(segmentsOf([pin(0, 118), pin(1, 119)], 120, false)).toEqual([
    { kind: 'move', pin: pin(0, 118), first: -118, frames: 118 },
    { kind: 'pin', pin: pin(0, 118) },
    { kind: 'pin', pin: pin(1, 119) },
  ])
})

test('every layout has exactly as many pictures as the film', () => {
  for (const frames of [[0], [119], [60], [0, 119], [5, 6, 7], [0, 1, 118, 119], [30, 90]]) {
    for (const isLoop of [false, true]) {
      const pins = frames.map((frame, image) => pin(image, frame))
      expect(lengthOf(segmentsOf(pins, 120, isLoop))).toBe(120)
    }
  }
})

test('a camera move is the picture itself at the pin', () => {
  const push = cameraOf('x')
  expect(cameraMove({ camera: push, frames: 119, first: 1 }, { width: 100, height: 50 })).toBe(
    [
      "perspective=x0='100*((1-1/(1+0.08*(pow((on-1+1)/119,2)*(3-2*abs((on-1+1))/119))))/2)*(1+0*(2*gte((on-1+1),0)-1))'",
      "y0='50*((1-1/(1+0.08*(pow((on-1+1)/119,2)*(3-2*abs((on-1+1))/119))))/2)*(1+0*(2*gte((on-1+1),0)-1))'",
      "x1='100-100*((1-1/(1+0.08*(pow((on-1+1)/119,2)*(3-2*abs((on-1+1))/119))))/2)*(1-0*(2*gte((on-1+1),0)-1))'",
      "y1='50*((1-1/(1+0.08*(pow((on-1+1)/119,2)*(3-2*abs((on-1+1))/119))))/2)*(1+0*(2*gte((on-1+1),0)-1))'",
      "x2='100*((1-1/(1+0.08*(pow((on-1+1)/119,2)*(3-2*abs((on-1+1))/119))))/2)*(1+0*(2*gte((on-1+1),0)-1))'",
      "y2='50-50*((1-1/(1+0.08*(pow((on-1+1)/119,2)*(3-2*abs((on-1+1))/119))))/2)*(1-0*(2*gte((on-1+1),0)-1))'",
      "x3='100-100*((1-1/(1+0.08*(pow((on-1+1)/119,2)*(3-2*abs((on-1+1))/119))))/2)*(1-0*(2*gte((on-1+1),0)-1))'",
      "y3='50-50*((1-1/(1+0.08*(pow((on-1+1)/119,2)*(3-2*abs((on-1+1))/119))))/2)*(1-0*(2*gte((on-1+1),0)-1))'",
      'sense=source:eval=frame:interpolation=cubic',
    ].join(':'),
  )
  expect(
    ['pans right', 'tilt up', 'a static shot', 'panoramic rights'].map(
      (text) => cameraOf(text).name,
    ),
  ).toEqual(['panRight', 'tiltUp', 'still', 'pushIn'])
})

test('the working size of a bridge follows the number of frames', () => {
  const hd = { width: 1920, height: 1080 }
  expect([bridgeSize(hd, 3), bridgeSize(hd, 118), bridgeSize(hd, 238)]).toEqual([
    { width: 1280, height: 736 },
    { width: 672, height: 384 },
    { width: 480, height: 288 },
  ])
  expect(bridgeSize({ width: 640, height: 360 }, 5)).toEqual({ width: 640, height: 384 })
})

test('graphs', () => {
  expect(motionGraph(8)).toBe(
    '[0:v]loop=loop=1:size=1,setpts=N/TB/24*8[a];[1:v]loop=loop=1:size=1,setpts=N/TB/24*8[b];' +
      '[a][b]concat=n=2,settb=1/24,setpts=N*8,format=yuv444p,' +
      'minterpolate=fps=24:mi_mode=mci:mc_mode=aobmc:me_mode=bidir:vsbmc=1:scd=none,' +
      'trim=start_frame=9:end_frame=16,setpts=PTS-STARTPTS,format=rgb24[picture]',
  )
  expect(dissolveGraph(4)).toBe(
    '[0:v]format=gbrp,loop=loop=2:size=1,setpts=N/(24*TB)[a];[1:v]format=gbrp,loop=loop=2:size=1,setpts=N/(24*TB)[b];' +
      "[a][b]blend=all_expr='A*(1-((T*24+1)/4))+B*((T*24+1)/4)',format=rgb24[picture]",
  )
  expect(joinSegments([['a'], ['b', 'c']])).toBe(
    '[0:v]a,setsar=1,setpts=N/(24*TB)[s0];[1:v]b,c,setsar=1,setpts=N/(24*TB)[s1];[s0][s1]concat=n=2,setpts=N/(24*TB)[picture]',
  )
})

test('arguments', () => {
  expect(rifeArguments({ program: 'rife', model: '/m' }, '/in', '/out', 8)).toEqual(
    '-i /in -o /out -n 16 -f %08d.png -g -1 -m /m -j 1:2:2'.split(' '),
  )
  expect(encoderOptions({ encoders: new Set(['libopenh264']) })).toEqual(
    '-c:v libopenh264 -b:v 12M'.split(' '),
  )
  expect(() => encoderOptions({ encoders: new Set() })).toThrow('no H.264 encoder')
  const film = {
    inputs: [{ options: ['-f', 'png_pipe'], path: '/a b.png' }],
    ...{ graph: '[0:v]null[picture]', frameCount: 120, keyFrames: [0, 8] },
  }
  expect(encodeArguments(film, ['-c:v', 'x'], '/out.mp4')).toEqual([
    ...['-protocol_whitelist', 'file', '-f', 'png_pipe', '-i', 'file:/a b.png'],
    '-filter_complex',
    '[0:v]null[picture];[picture]scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,format=yuv420p,setsar=1[delivery]',
    ...'-map [delivery] -frames:v 120 -r 24 -c:v x -pix_fmt yuv420p'.split(' '),
    ...'-force_key_frames 0,0.3125 -color_primaries bt709 -color_trc bt709'.split(' '),
    ...'-colorspace bt709 -color_range tv -an -map_metadata -1 -fflags +bitexact'.split(' '),
    ...'-flags:v +bitexact -movflags +faststart -f mp4 file:/out.mp4'.split(' '),
  ])
})

test('media strings: given files, data URIs, and nothing from the network', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keyreel-inputs-'))
  const where = { inputs: new Map([['pin', '/files/pin.png']]), folder }
  const resolve = (reference: string) => resolveInput(reference, where, 'inputs.video', 'source')
  expect(await resolve('pin')).toBe('/files/pin.png')
  const png = Buffer.from('\x89PNG\r\n\x1a\nrest of it', 'latin1')
  const path = await resolve(`data:image/png;base64,${png.toString('base64')}`)
  expect([path, await readFile(path)]).toEqual([join(folder, 'source.png'), png])
  await expect(resolve('https://example.org/a.mp4')).rejects.toMatchObject({
    kind: 'input',
    message:
      'inputs.video is https://example.org/a.mp4, and the local engine does not fetch from the network; give the file with --input.',
  })
  await expect(resolve('data:text/plain,hello')).rejects.toMatchObject({ kind: 'input' })
  await expect(resolve('file:///etc/passwd')).rejects.toMatchObject({ kind: 'input' })
  await rm(folder, { recursive: true })
})

test('sizes: as asked, or the model table at the first picture’s shape', () => {
  const at = (change: object, shape?: { width: number; height: number }) =>
    generationSize(request(change), shape)
  expect([
    at({ width: 832, height: 1104 }),
    at({ resolution: '540p' }),
    at({ resolution: '1080p' }, { width: 1000, height: 1000 }),
    at({}, { width: 600, height: 820 }),
  ]).toEqual([
    { width: 832, height: 1104 },
    { width: 960, height: 540 },
    { width: 1440, height: 1440 },
    { width: 832, height: 1104 },
  ])
  expect(() => at({ width: 641, height: 360 })).toThrow('width is 641')
  expect(() => at({ width: 640 })).toThrow('The request gives width alone.')
})

test('the identifier is a version 5 UUID of what the request says', () => {
  const asked = request({ settings: { loop: false } })
  expect(videoUuidOf(asked)).toBe(videoUuidOf(request({})))
  expect(videoUuidOf(asked)).not.toBe(videoUuidOf(request({ positivePrompt: 'Another' })))
})

test('what is left out is said', () => {
  expect(
    leftOut(
      request({
        outputFormat: 'WEBM',
        inputs: { video: 'x' },
        settings: { loop: true, edit: { controls: { face: true } } },
      }),
    ).map(inEnglish),
  ).toEqual([
    'Pose, depth, normals, trajectory and face controls steer the real model; the local engine keeps the motion as it is and ignores them.',
    'Loop was not followed: it is for generated shots only.',
    'WEBM was asked for; the local engine writes MP4.',
  ])
  expect(leftOut(request({}))).toEqual([])
})

test('likeness is the correlation of brightness', () => {
  const ramp = Uint8Array.from([0, 50, 100, 150])
  const back = Uint8Array.from(ramp).reverse()
  expect(correlation(ramp, ramp)).toBeCloseTo(1, 10)
  expect(correlation(ramp, back)).toBeCloseTo(-1, 10)
  expect(correlation(ramp, Uint8Array.from([7, 7, 7, 7]))).toBe(0)
})

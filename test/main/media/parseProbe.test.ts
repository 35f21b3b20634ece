import { describe, expect, it } from 'vitest'
import { probeAnswerSchema } from '../../../main/media/ffmpeg/ffprobeAnswer.ts'
import {
  parseProbe,
  readClock,
  readRotation,
  readSeconds,
} from '../../../main/media/ffmpeg/parseProbe.ts'
import { bitsOf } from '../../../main/media/ffmpeg/pixelFormat.ts'
import { isEven, readFieldOrder, readRatio } from '../../../main/media/ffmpeg/readRate.ts'
import { displaySize } from '../../../shared/model/mediaInfo.ts'
import { inEnglish } from '../../../shared/words/english.ts'

const video = {
  index: 0,
  codec_type: 'video',
  codec_name: 'h264',
  profile: 'High',
  width: 1440,
  height: 1080,
  sample_aspect_ratio: '4:3',
  pix_fmt: 'yuv420p',
  bits_per_raw_sample: '8',
  field_order: 'progressive',
  color_range: 'tv',
  color_space: 'bt709',
  color_transfer: 'bt709',
  color_primaries: 'unknown',
  r_frame_rate: '30000/1001',
  avg_frame_rate: '30000/1001',
  time_base: '1/30000',
  start_pts: 2002,
  duration_ts: 60060,
  nb_frames: '60',
}
const audio = {
  index: 1,
  codec_type: 'audio',
  codec_name: 'aac',
  sample_rate: '48000',
  channels: 2,
  channel_layout: 'stereo',
  time_base: '1/48000',
  start_pts: 0,
  duration_ts: 96000,
  tags: { language: 'eng' },
}
const format = { format_name: 'mov,mp4,m4a,3gp,3g2,mj2', duration: '2.068733', size: '1234' }
const none = { first: new Map() }
const parse = (answer: object) => parseProbe(probeAnswerSchema.parse(answer), none)

describe('parseProbe', () => {
  it('turns an answer into exact facts', () => {
    const info = parse({
      streams: [video, audio],
      format: { ...format, tags: { timecode: '01:00:00:00' } },
    })
    expect(info).toEqual({
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      kind: 'video',
      byteSize: 1234,
      // From the first picture, which starts at 2002/30000; the sound ends before it does.
      duration: { num: 1001, den: 500 },
      video: [
        {
          index: 0,
          codec: 'h264',
          profile: 'High',
          width: 1440,
          height: 1080,
          rotation: 0,
          sampleAspect: { num: 4, den: 3 },
          rate: { num: 30000, den: 1001 },
          isVariableRate: false,
          timeBase: { num: 1, den: 30000 },
          frameCount: 60,
          start: { num: 1001, den: 15000 },
          duration: { num: 1001, den: 500 },
          pixelFormat: 'yuv420p',
          bitDepth: 8,
          hasAlpha: false,
          fieldOrder: 'progressive',
          color: { transfer: 'bt709', matrix: 'bt709', range: 'tv' },
        },
      ],
      audio: [
        {
          index: 1,
          codec: 'aac',
          sampleRate: 48000,
          channels: 2,
          layout: 'stereo',
          start: { num: 0, den: 1 },
          duration: { num: 2, den: 1 },
          language: 'eng',
        },
      ],
      timecode: '01:00:00:00',
      warnings: [],
    })
    expect(info && displaySize(info.video[0] as never)).toEqual({ width: 1920, height: 1080 })
  })

  it('leaves out covers silently and unreadable streams with a warning', () => {
    const info = parse({
      streams: [
        { ...video, disposition: { attached_pic: 1 } },
        audio,
        { index: 2, codec_type: 'video', codec_name: 'unknown' },
        { index: 3, codec_type: 'audio', channels: 0 },
      ],
      format,
    })
    expect([info?.kind, info?.video, info?.audio.length, info?.warnings.map(inEnglish)]).toEqual([
      'audio',
      [],
      1,
      [
        'Picture stream 2 is in a format that cannot be read; it is left out.',
        'Sound stream 3 is in a format that cannot be read; it is left out.',
      ],
    ])
    expect(parse({ streams: [], format })).toBeUndefined()
  })

  it('takes a picture file for a still without a length', () => {
    const picture = { ...video, codec_name: 'png', pix_fmt: 'rgba', r_frame_rate: '25/1' }
    const info = parse({ streams: [picture], format: { format_name: 'png_pipe', size: '5' } })
    expect(info).toMatchObject({
      kind: 'still',
      duration: { num: 0, den: 1 },
      video: [{ frameCount: 1, duration: { num: 0, den: 1 }, hasAlpha: true }],
      warnings: [],
    })
  })

  it('calls an uneven stream variable and gives its average', () => {
    const answer = probeAnswerSchema.parse({
      streams: [{ ...video, r_frame_rate: '30/1', avg_frame_rate: '45/2' }],
      format,
    })
    const pts = [0, 1000, 2000, 4000, 5000, 6000, 8000, 9000, 10000, 12000]
    const first = new Map([[0, pts.map((value) => ({ pts: value }))]])
    const info = parseProbe(answer, { first })
    expect([
      info?.video[0]?.rate,
      info?.video[0]?.isVariableRate,
      info?.warnings.map(inEnglish),
    ]).toEqual([
      { num: 45, den: 2 },
      true,
      ['Picture stream 0 has a variable frame rate; its average is shown.'],
    ])
  })

  it('counts frames, not fields, of interlaced footage', () => {
    const info = parse({
      streams: [{ ...video, field_order: 'tt', r_frame_rate: '50/1', avg_frame_rate: '25/1' }],
      format,
    })
    expect(info?.video[0]).toMatchObject({
      rate: { num: 25, den: 1 },
      isVariableRate: false,
      fieldOrder: 'tff',
    })
  })
})

describe('single facts', () => {
  it('reads fractions, decimals and clocks, and nothing else', () => {
    expect(['24000/1001', '0/0', '4:3', '0:1', 'N/A', undefined].map(readRatio)).toEqual([
      { num: 24000, den: 1001 },
      undefined,
      { num: 4, den: 3 },
      undefined,
      undefined,
      undefined,
    ])
    expect(['12.345000', 'N/A', undefined].map(readSeconds)).toEqual([
      { num: 2469, den: 200 },
      undefined,
      undefined,
    ])
    expect(readClock('00:01:02.500000000')).toEqual({ num: 125, den: 2 })
    expect(readClock('soon')).toBeUndefined()
  })

  it('turns clockwise, from the matrix or the old tag', () => {
    const matrix = (rotation: number) => readRotation({ index: 0, side_data_list: [{ rotation }] })
    expect([-90, 90, 180, -180, 0, -45].map((degrees) => matrix(degrees))).toEqual([
      { turn: 90, exact: true },
      { turn: 270, exact: true },
      { turn: 180, exact: true },
      { turn: 180, exact: true },
      { turn: 0, exact: true },
      { turn: 90, exact: false },
    ])
    expect(readRotation({ index: 0, tags: { rotate: '90' } })).toEqual({ turn: 90, exact: true })
  })

  it('tells which field shows first', () => {
    expect(['progressive', 'tt', 'tb', 'bt', 'bb', undefined].map(readFieldOrder)).toEqual([
      'progressive',
      'tff',
      'bff',
      'tff',
      'bff',
      'unknown',
    ])
  })

  it('forgives the rounding of coarse ticks and the order of B-frames', () => {
    const even = (pts: readonly number[]) => isEven(pts.map((value) => ({ pts: value })))
    expect(even([0, 42, 83, 125, 167, 208, 250])).toBe(true)
    expect(even([0, 4, 2, 1, 3, 8, 6, 5, 7])).toBe(true)
    expect(even([0, 42, 83, 250, 292, 333, 375, 417, 458])).toBe(false)
    expect(even([])).toBe(true)
  })

  it('knows the depth of a pixel format by its name', () => {
    const names =
      'yuv420p yuv420p10le yuva444p12be p010le gray16le rgb48be rgba gbrp10le nv12 yuvj420p pal8'
    expect(names.split(' ').map(bitsOf)).toEqual([8, 10, 12, 10, 16, 16, 8, 10, 8, 8, 8])
  })
})

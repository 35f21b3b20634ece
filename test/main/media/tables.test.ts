import { describe, expect, it } from 'vitest'
import { candidates } from '../../../main/media/ffmpeg/binaries.ts'
import {
  majorMinor,
  parseEncoders,
  parseFilters,
  parseVersion,
} from '../../../main/media/ffmpeg/capabilities.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'

describe('ffmpeg’s own tables', () => {
  it('gives its version, whatever its build calls it', () => {
    expect(parseVersion('ffmpeg version 5.1.9-0+deb12u1 Copyright (c)')).toBe('5.1.9-0+deb12u1')
    expect(parseVersion('nonsense')).toBe('unknown')
    expect(['5.1.9-0+deb12u1', 'n7.1', 'N-11234-gabc', '8.0'].map(majorMinor)).toEqual([
      [5, 1],
      [7, 1],
      [Number.MAX_SAFE_INTEGER, 0],
      [8, 0],
    ])
  })

  it('lists encoders without the legend', () => {
    const table = [
      'Encoders:',
      ' V..... = Video',
      ' .....D = Supports direct rendering method 1',
      ' ------',
      ' V....D libx264              libx264 H.264 / AVC (codec h264)',
      ' VF.... prores_ks            Apple ProRes (iCodec Pro) (codec prores)',
      ' A....D aac                  AAC (Advanced Audio Coding)',
    ].join('\n')
    expect(parseEncoders(table)).toEqual(new Set(['libx264', 'prores_ks', 'aac']))
  })

  it('lists filters of both table layouts', () => {
    const five =
      ' T.. = Timeline support\n ... acopy             A->A       Copy.\n TSC xfade             VV->V      Cross fade.\n'
    const seven =
      ' T. = Timeline support\n TS perspective       V->V       Correct.\n .. color             |->V       Fill.\n'
    expect(parseFilters(five)).toEqual(new Set(['acopy', 'xfade']))
    expect(parseFilters(seven)).toEqual(new Set(['perspective', 'color']))
  })

  it('finds in the installed ffmpeg what the product stands on', async () => {
    const { encoders, filters, version } = await createFfmpegEngine().capabilities()
    expect(majorMinor(version)[0]).toBeGreaterThanOrEqual(5)
    expect(['libx264', 'aac', 'png', 'mjpeg'].filter((name) => !encoders.has(name))).toEqual([])
    expect(['scale', 'perspective', 'overlay'].filter((name) => !filters.has(name))).toEqual([])
  })
})

describe('where ffmpeg is looked for', () => {
  const installed = (name: string): string | undefined =>
    name === 'ffmpeg-static' ? '/modules/ffmpeg-static' : undefined

  it('goes from the packaged copy over npm to absolute PATH folders', () => {
    const search = {
      resourcesPath: '/app/resources',
      env: { PATH: '/usr/bin:relative:/opt/bin' },
      platform: 'linux',
    } as const
    expect(candidates('ffmpeg', search, installed)).toEqual([
      { tool: 'ffmpeg', path: '/app/resources/ffmpeg/ffmpeg', source: 'packaged' },
      { tool: 'ffmpeg', path: '/modules/ffmpeg-static/ffmpeg', source: 'npm' },
      { tool: 'ffmpeg', path: '/usr/bin/ffmpeg', source: 'path' },
      { tool: 'ffmpeg', path: '/opt/bin/ffmpeg', source: 'path' },
    ])
  })

  it('takes the user’s word alone, the option before the environment', () => {
    const env = { KEYREEL_FFPROBE: '/env/ffprobe', PATH: '/usr/bin' }
    expect(candidates('ffprobe', { env }, installed)).toEqual([
      { tool: 'ffprobe', path: '/env/ffprobe', source: 'setting' },
    ])
    expect(candidates('ffprobe', { env, ffprobe: '/mine' }, installed)).toEqual([
      { tool: 'ffprobe', path: '/mine', source: 'setting' },
    ])
  })
})

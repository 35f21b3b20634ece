import { describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { writeProxy } from '../../../main/media/ffmpeg/proxies.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const engine = createFfmpegEngine()
const at = temporaryFolder()
const twelve = Array.from({ length: 12 }, (_, index) => index)
const HDR = ['-pix_fmt', 'yuv420p10le', '-color_primaries', 'bt2020', '-colorspace', 'bt2020nc']

describe('formats editors meet', () => {
  it.each([
    [
      'hlg.mov',
      [...HDR, '-color_trc', 'arib-std-b67', '-color_range', 'tv'],
      'h264 10 bit, progressive, arib-std-b67',
    ],
    ['pq.mkv', [...HDR, '-color_trc', 'smpte2084'], 'h264 10 bit, progressive, smpte2084'],
    [
      'interlaced.mov',
      ['-flags', '+ildct+ilme', '-x264opts', 'tff=1'],
      'h264 8 bit, tff, untagged',
    ],
    [
      'alpha.mov',
      ['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le'],
      'prores 12 bit with alpha, progressive, untagged',
    ],
    [
      'vp9.webm',
      ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'],
      'vp9 8 bit, progressive, untagged',
    ],
    ['old.avi', ['-c:v', 'mpeg4', '-q:v', '2'], 'mpeg4 8 bit, progressive, untagged'],
  ])('%s is understood, shown exactly, and stood in for', async (name, extraArgs, expected) => {
    const path = at(name)
    await makeNumberedClip({
      ...{ path, width: 192, height: 128, rate: rational(24), frames: 12, extraArgs },
    })
    const [video] = (await engine.probe(path)).video
    if (!video) throw new Error('no picture')
    const alpha = video.hasAlpha ? ' with alpha' : ''
    const { codec, bitDepth, fieldOrder, color } = video
    expect(`${codec} ${bitDepth} bit${alpha}, ${fieldOrder}, ${color.transfer ?? 'untagged'}`).toBe(
      expected,
    )
    expect([video.rate, video.isVariableRate]).toEqual([rational(24), false])
    await engine.still(path, rational(5, 24), 192, at(`${name}.png`))
    expect(await readNumbers(at(`${name}.png`))).toEqual([5])
    await writeProxy(engine, path, at(`${name}.proxy.mp4`))
    expect(await readNumbers(at(`${name}.proxy.mp4`))).toEqual(twelve)
  })
})

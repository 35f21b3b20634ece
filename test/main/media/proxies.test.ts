import { describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { proxyArguments, proxySize, writeProxy } from '../../../main/media/ffmpeg/proxies.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeRotated, makeStill, makeVariableRate, variableTick } from '../../fixtures/awkward.ts'
import { inspectMedia, pictureTimes } from '../../fixtures/inspect.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const engine = createFfmpegEngine()
const at = temporaryFolder()
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** The type of every picture in decoding order, e.g. `IPPP`. */
async function pictureTypes(path: string): Promise<string> {
  const { stdout } = await runTool('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=pict_type'],
    ...['-of', 'csv=print_section=0', path],
  ])
  return stdout.toString().replace(/[^IPB]/g, '')
}

describe('proxies', () => {
  it('are small, seek fast, and keep every frame, its time and the sound', async () => {
    const source = at('source.mp4')
    const rate = rational(30000, 1001)
    await makeNumberedClip({
      ...{ path: source, width: 1280, height: 720, rate, frames: 30, sound: 'beeps' },
    })
    const frames: number[] = []
    await writeProxy(engine, source, at('proxy.mp4'), { onFrame: (frame) => frames.push(frame) })
    expect(await readNumbers(at('proxy.mp4'))).toEqual(upTo(30))
    expect(await pictureTimes(at('proxy.mp4'))).toEqual(await pictureTimes(source))
    expect(await pictureTypes(at('proxy.mp4'))).toBe('IPPPPPIPPPPPIPPPPPIPPPPPIPPPPP')
    expect(await inspectMedia(at('proxy.mp4'))).toMatchObject([
      { codec: 'h264', width: 960, height: 540, rate: '30000/1001', pixelFormat: 'yuv420p' },
      { codec: 'aac', sampleRate: 48000, channels: 2 },
    ])
    expect(frames.at(-1)).toBe(30)
  })

  it('keep uneven times', async () => {
    await makeVariableRate(at('vfr.mp4'), 30)
    await writeProxy(engine, at('vfr.mp4'), at('vfr-proxy.mp4'))
    expect(await readNumbers(at('vfr-proxy.mp4'))).toEqual(upTo(30))
    const ticks = (await pictureTimes(at('vfr-proxy.mp4'))).map((time) => Math.round(time * 30))
    expect(ticks).toEqual(upTo(30).map(variableTick))
  })

  it('are already turned', async () => {
    await makeRotated(at('turned.mp4'), 270)
    await writeProxy(engine, at('turned.mp4'), at('turned-proxy.mp4'))
    expect((await inspectMedia(at('turned-proxy.mp4')))[0]).toMatchObject({
      width: 128,
      height: 192,
    })
    const filters = ['transpose=clock']
    expect(await readNumbers(at('turned-proxy.mp4'), { filters })).toEqual(upTo(24))
  })

  it('take their arguments from the facts', async () => {
    const info = await engine.probe(at('source.mp4'))
    const [video] = info.video
    if (!video) throw new Error('no picture')
    const request = { path: '/in.mp4', sniffed: {}, out: '/out', filters: new Set<string>() }
    const args = proxyArguments(info, video, { ...request, version: '7.1' })
    expect(args.slice(4)).toEqual([
      ...['-i', 'file:/in.mp4', '-map', '0:0', '-map', '0:1', '-sn', '-dn'],
      ...['-map_metadata', '-1', '-map_chapters', '-1', '-vf'],
      'scale=w=960:h=540:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp:in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p',
      ...['-fps_mode', 'passthrough', '-enc_time_base:v', 'demux'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-pix_fmt', 'yuv420p'],
      ...['-tune', 'fastdecode'],
      ...['-g', '6', '-keyint_min', '6', '-sc_threshold', '0', '-bf', '0'],
      ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
      ...['-color_range', 'tv', '-c:a', 'aac', '-b:a', '160k', '-ac', '2', '-ar', '48000'],
      ...['-movflags', '+faststart', '-f', 'mp4', 'file:/out'],
    ])
    expect(proxyArguments(info, video, { ...request, version: '5.1.9' })).toContain('-1')
    expect([
      proxySize(video),
      proxySize({ ...video, rotation: 90 }),
      proxySize({ ...video, width: 193, height: 129 }),
    ]).toEqual([
      { width: 960, height: 540 },
      { width: 540, height: 960 },
      { width: 194, height: 130 },
    ])
  })

  it('are not made of stills', async () => {
    await makeStill(at('still.png'))
    await expect(writeProxy(engine, at('still.png'), at('no.mp4'))).rejects.toMatchObject({
      kind: 'unsupported',
    })
  })
})

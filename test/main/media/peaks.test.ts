import { readFile, stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { peakArguments } from '../../../main/media/ffmpeg/peaks.ts'
import { countOf, LEVELS } from '../../../shared/render/peakLayout.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeSoundOnly, makeWithoutSound } from '../../fixtures/awkward.ts'
import { runTool } from '../../fixtures/tool.ts'
import { readLevel } from './readLevel.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const engine = createFfmpegEngine()
const at = temporaryFolder()

/** (min, max) of every window of each level, the finest first. */
async function levelsOf(
  name: string,
  channels: number,
  channel = 0,
): Promise<[number, number][][]> {
  const bytes = await readFile(at(name))
  const file = { channels, count: countOf(bytes.length, channels) ?? 0, isWhole: true }
  return Array.from({ length: LEVELS }, (_, level) => readLevel(bytes, file, level, channel))
}

/** The highest value of every tenth of a second. */
const tenths = ([finest = []]: readonly [number, number][][]): number[] =>
  Array.from({ length: Math.floor(finest.length / 40) }, (_, k) =>
    Math.max(...finest.slice(k * 40, (k + 1) * 40).map(([, high]) => high)),
  )

describe('peaks of real sound', () => {
  it('rise where the beeps are and lie flat between', async () => {
    await makeSoundOnly(at('beeps.wav'), 2)
    expect(await engine.peaks(at('beeps.wav'), at('beeps.peaks'))).toEqual({ count: 800 })
    const [finest = [], coarser = []] = await levelsOf('beeps.peaks', 1)
    expect([finest.length, coarser.length]).toEqual([800, 200])
    // 0.1 s of every second.
    expect(finest.map(([, high]) => high > 30)).toEqual(
      Array.from({ length: 800 }, (_, k) => k % 400 < 40),
    )
    expect([coarser[0], coarser[20]]).toEqual([
      [-64, 64],
      [0, 0],
    ])
  })

  it('can be looked at from their first second on', async () => {
    await makeSoundOnly(at('long.wav'), 40)
    const out = at('long.peaks')
    const parts: Promise<readonly [number, number]>[] = []
    const onPart = (count: number): void => {
      parts.push(stat(out).then(({ size }) => [count, size] as const))
    }
    const { count } = await engine.peaks(at('long.wav'), out, { onPart })
    const told = await Promise.all(parts)
    expect(count).toBe(16_000)
    // 2.56 s make the first chunk.
    expect(told[0]?.[0]).toBeGreaterThanOrEqual(1024)
    expect(told[0]?.[0]).toBeLessThan(4096)
    // Whoever looks finds at least what was told.
    expect(told.filter(([peaks, bytes]) => peaks % 1024 !== 0 || bytes < 2 * peaks)).toEqual([])
  })

  it('keep silence before sound that begins late', async () => {
    await makeWithoutSound(at('mute.mp4'))
    await runTool('ffmpeg', [
      ...['-v', 'error', '-y', '-i', at('mute.mp4'), '-itsoffset', '0.5', '-i', at('beeps.wav')],
      ...[
        '-map',
        '0:v',
        '-map',
        '1:a',
        '-c:v',
        'copy',
        '-c:a',
        'pcm_s16le',
        '-t',
        '1.5',
        at('late.mov'),
      ],
    ])
    await engine.peaks(at('late.mov'), at('late.peaks'))
    expect(tenths(await levelsOf('late.peaks', 1)).slice(0, 7)).toEqual([0, 0, 0, 0, 0, 64, 0])
  })

  it('leave out what is heard before the first picture', async () => {
    await runTool('ffmpeg', [
      ...['-v', 'error', '-y', '-itsoffset', '0.3', '-i', at('mute.mp4'), '-i', at('beeps.wav')],
      ...['-map', '0:v', '-map', '1:a', '-c', 'copy', '-shortest', at('early.mkv')],
    ])
    const probed = await engine.probe(at('early.mkv'))
    expect(probed.video[0]?.start).toEqual({ num: 3, den: 10 })
    await engine.peaks(at('early.mkv'), at('early.peaks'))
    // The beep at 1 s of the sound is heard 0.7 s after the first picture; the one at 0 s came before it.
    const loud = tenths(await levelsOf('early.peaks', 1)).map((high) => high > 60)
    expect(loud.slice(0, 9)).toEqual(Array.from({ length: 9 }, (_, k) => k === 7))
  })

  it('are of each channel, whatever its layout', async () => {
    const tones = ['0', '0.5', '0', '0.25', '0', '0'].map((level) => `${level}*sin(880*PI*t)`)
    await runTool('ffmpeg', [
      ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `aevalsrc=${tones.join('|')}:s=44100:d=2`],
      ...['-c:a', 'pcm_s16le', at('six.wav')],
    ])
    await engine.peaks(at('six.wav'), at('six.peaks'))
    for (const [channel, high] of [0, 64, 0, 32, 0, 0].entries()) {
      const [finest = []] = await levelsOf('six.peaks', 6, channel)
      expect([finest.length, finest[400]?.[1]]).toEqual([800, high])
    }
  })

  it('leave out what is beyond sixteen channels', () => {
    const args = peakArguments('/a.wav', { index: 0, channels: 20 }, rational(0))
    const filter = args[args.indexOf('-af') + 1]
    expect(filter).toMatch(/,pan=16c\|c0=c0\|.*\|c15=c15$/)
    expect(args).not.toContain('-ac')
  })

  it('say that there is no sound', async () => {
    await expect(engine.peaks(at('mute.mp4'), at('no.peaks'))).rejects.toMatchObject({
      kind: 'unsupported',
      message: '"mute.mp4" has no sound.',
    })
  })
})

import { readFile, stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { PeakFolder } from '../../../main/media/ffmpeg/peaks.ts'
import { makeSoundOnly, makeWithoutSound } from '../../fixtures/awkward.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const engine = createFfmpegEngine()
const at = temporaryFolder()

describe('PeakFolder', () => {
  const samples = Int16Array.from([0, 256, -512, 32767, -32768, 100, 200, 5, -5, 1280])
  const bytes = new Uint8Array(samples.buffer)

  it('gives the lowest and highest of every window, and the rest at the end', () => {
    const folder = new PeakFolder(2, 8)
    expect([...folder.push(bytes)]).toEqual([-2, 127, -128, 1])
    expect([...folder.finish()]).toEqual([0, 5])
    expect(folder.count).toBe(3)
  })

  it('does not care where chunks are cut, even within a sample', () => {
    for (let size = 1; size < bytes.length; size++) {
      const folder = new PeakFolder(2, 8)
      const pairs: number[] = []
      for (let start = 0; start < bytes.length; start += size) {
        pairs.push(...folder.push(bytes.subarray(start, start + size)))
      }
      expect([...pairs, ...folder.finish()]).toEqual([-2, 127, -128, 1, 0, 5])
    }
  })

  it('does not drift where the rate is no multiple of the windows', () => {
    const folder = new PeakFolder(7, 48_000)
    for (let second = 0; second < 10; second++) folder.push(new Uint8Array(96_000))
    expect(folder.count).toBe(70)
    expect(() => new PeakFolder(0, 48_000)).toThrow(RangeError)
  })
})

describe('peaks of real sound', () => {
  it('rise where the beeps are and lie flat between', async () => {
    await makeSoundOnly(at('beeps.wav'), 2)
    expect(await engine.peaks(at('beeps.wav'), 20, at('beeps.bin'))).toEqual({ count: 40 })
    const pairs = new Int8Array((await readFile(at('beeps.bin'))).buffer)
    expect(pairs.length).toBe(80)
    const loud = Array.from({ length: 40 }, (_, k) => (pairs[2 * k + 1] ?? 0) > 60)
    const expected = Array.from({ length: 40 }, (_, k) => k % 20 < 2)
    expect(loud).toEqual(expected)
    expect([pairs[0], pairs[1], pairs[10], pairs[11]]).toEqual([-64, 64, 0, 0])
  })

  it('can be looked at from their first second on', async () => {
    await makeSoundOnly(at('long.wav'), 40)
    const out = at('long.bin')
    const parts: Promise<readonly [number, number]>[] = []
    const onPart = (count: number): void => {
      parts.push(stat(out).then(({ size }) => [count, size] as const))
    }
    const { count } = await engine.peaks(at('long.wav'), 20, out, { onPart })
    const told = await Promise.all(parts)
    expect(count).toBe(800)
    expect(told[0]?.[0]).toBeGreaterThanOrEqual(20)
    expect(told[0]?.[0]).toBeLessThan(100)
    // Whoever looks finds at least what was told.
    expect(told.filter(([pairs, bytes]) => bytes < 2 * pairs)).toEqual([])
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
    await engine.peaks(at('late.mov'), 10, at('late.bin'))
    const pairs = new Int8Array((await readFile(at('late.bin'))).buffer)
    const highs = Array.from({ length: 7 }, (_, k) => pairs[2 * k + 1])
    expect(highs).toEqual([0, 0, 0, 0, 0, 64, 0])
  })

  it('leave out what is heard before the first picture', async () => {
    await runTool('ffmpeg', [
      ...['-v', 'error', '-y', '-itsoffset', '0.3', '-i', at('mute.mp4'), '-i', at('beeps.wav')],
      ...['-map', '0:v', '-map', '1:a', '-c', 'copy', '-shortest', at('early.mkv')],
    ])
    const probed = await engine.probe(at('early.mkv'))
    expect(probed.video[0]?.start).toEqual({ num: 3, den: 10 })
    await engine.peaks(at('early.mkv'), 10, at('early.bin'))
    const pairs = new Int8Array((await readFile(at('early.bin'))).buffer)
    const loud = Array.from({ length: 9 }, (_, k) => (pairs[2 * k + 1] ?? 0) > 60)
    // The beep at 1 s of the sound is heard 0.7 s after the first picture; the one at 0 s came before it.
    expect(loud).toEqual(Array.from({ length: 9 }, (_, k) => k === 7))
  })

  it('say that there is no sound', async () => {
    await expect(engine.peaks(at('mute.mp4'), 10, at('no.bin'))).rejects.toMatchObject({
      kind: 'unsupported',
      message: '"mute.mp4" has no sound.',
    })
  })
})

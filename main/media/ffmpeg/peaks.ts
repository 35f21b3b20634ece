/** The sound's outline at every level of detail, streamed from ffmpeg into a file; never more than a moment of it in memory. */

import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AudioStream, MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { mediaZero, soundStream } from '../../../shared/render/mediaZero.ts'
import { outlinedChannels } from '../../../shared/render/peakLayout.ts'
import { formatRational, type Rational } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { MediaError, type PartOptions, type RunOptions } from '../MediaEngine.ts'
import { inputArguments } from './input.ts'
import { PeakLevels } from './peakLevels.ts'

/** Samples a second of each channel. */
const SAMPLE_RATE = 48_000

/**
 * Sample 0 is the media's zero, its first picture: sound that begins later is preceded by silence, what is heard before it
 * is left out.
 */
export function peakArguments(
  path: string,
  { index, channels }: Pick<AudioStream, 'index' | 'channels'>,
  zero: Rational,
): string[] {
  const drawn = outlinedChannels(channels)
  const first = Array.from({ length: drawn }, (_, channel) => `c${channel}=c${channel}`)
  const filters = [
    `asetpts=PTS-(${formatRational(zero)})/TB`,
    'aresample=async=1:first_pts=0',
    // Their layout, or that they have none, changes nothing about which is which.
    ...(drawn < channels ? [`pan=${drawn}c|${first.join('|')}`] : []),
  ]
  return [
    ...inputArguments(path, { before: ['-copyts'] }),
    ...['-map', `0:${index}`, '-vn', '-sn', '-dn', '-af', filters.join(',')],
    ...(drawn < channels ? [] : ['-ac', String(channels)]),
    ...['-ar', String(SAMPLE_RATE), '-f', 's16le', '-c:a', 'pcm_s16le', 'pipe:1'],
  ]
}

/** A part is told of when the outline is this many times as long as at the last one: often at first, seldom later. */
const GROWTH = 1.5

/** @throws MediaError when the file has no sound or it cannot be decoded. */
export async function writePeaks(
  stream: (args: readonly string[], options?: RunOptions) => AsyncIterable<Uint8Array>,
  info: MediaInfo,
  request: { readonly path: string; readonly out: string },
  { signal, onPart }: PartOptions = {},
): Promise<{ count: number }> {
  const { path, out } = request
  const sound = soundStream(info)
  if (!sound) throw new MediaError(say('media:noSound', { name: basename(path) }), 'unsupported')
  const levels = new PeakLevels(outlinedChannels(sound.channels), SAMPLE_RATE)
  const file = await open(out, 'w')
  let told = 0
  try {
    const chunks = stream(peakArguments(path, sound, mediaZero(info)), signal ? { signal } : {})
    for await (const chunk of chunks) {
      const bytes = levels.push(chunk)
      if (bytes.length === 0) continue
      await file.writev(bytes)
      if (levels.given < told * GROWTH) continue
      told = levels.given
      onPart?.(told)
    }
    await file.writev(levels.finish())
  } finally {
    await file.close()
  }
  return { count: levels.count }
}

import { basename, resolve } from 'node:path'
import type { AudioStream, MediaInfo, VideoStream } from '../../shared/model/mediaInfo.ts'
import { displaySize } from '../../shared/model/mediaInfo.ts'
import { formatRate } from '../../shared/time/frames.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Command } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { withServices } from './withServices.ts'

export const probe: Command = {
  name: 'probe',
  summary: 'say what a media file holds',
  usage: 'FILE',
  options: {},
  async run([file, ...more], _options, context) {
    if (file === undefined || more.length > 0) {
      throw usageError('probe takes exactly one file: keyreel probe FILE')
    }
    const { io, output } = context
    const { info } = await withServices(context, ({ media }) =>
      media.look(resolve(file), io.signal),
    )
    output.json({ file, ...info })
    output.print(
      [`${basename(file)}: ${describe(info)}`, ...info.warnings.map(inEnglish)].join('\n'),
    )
  },
}

function describe(info: MediaInfo): string {
  const length = info.kind === 'still' ? 'still' : `${seconds(info.duration)} s`
  return [
    `${info.kind}, ${info.container}, ${length}, ${info.byteSize} bytes`,
    ...info.video.map((stream) => `  picture: ${picture(stream, info.kind === 'still')}`),
    ...info.audio.map((stream) => `  sound: ${sound(stream)}`),
  ].join('\n')
}

const seconds = ({ num, den }: { num: number; den: number }): string => (num / den).toFixed(3)

function picture(stream: VideoStream, isStill: boolean): string {
  const { width, height } = displaySize(stream)
  const rate = `${formatRate(stream.rate)} fps${stream.isVariableRate ? ' on average' : ''}`
  const frames = stream.frameCount === undefined ? [] : [`${stream.frameCount} frames`]
  return [
    ...[stream.codec, `${width}x${height}`],
    ...(isStill ? [] : [rate, ...frames]),
    ...[stream.pixelFormat, ...(stream.rotation === 0 ? [] : [`turned by ${stream.rotation}°`])],
  ].join(', ')
}

const sound = (stream: AudioStream): string =>
  [
    ...[stream.codec, `${stream.sampleRate} Hz`, stream.layout ?? `${stream.channels} channels`],
    ...(stream.language === undefined ? [] : [stream.language]),
  ].join(', ')

/** Looks into a media file with ffprobe. */

import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import type { z } from 'zod'
import type { MediaInfo, VideoStream } from '../../../shared/model/mediaInfo.ts'
import { say } from '../../../shared/words/say.ts'
import { MediaError } from '../MediaEngine.ts'
import { keepsMediaElsewhere } from './dataReferences.ts'
import {
  framesAnswerSchema,
  type PacketAnswer,
  packetsAnswerSchema,
  probeAnswerSchema,
  type StreamAnswer,
} from './ffprobeAnswer.ts'
import { inputArguments, readHead, type Sniffed, sniff } from './input.ts'
import { missingBytes } from './missingTail.ts'
import { type PacketFacts, parseProbe } from './parseProbe.ts'
import { readFieldOrder } from './readRate.ts'

const runFile = promisify(execFile)

/** A damaged file may send ffprobe searching through all of it; nobody waits longer than this for an import. */
const PATIENCE_MS = 60_000
/** Packets read to see whether pictures come evenly: some seconds of any common rate. */
const EXCERPT_PACKETS = 300

/**
 * Is this one plain, readable, non-empty file that leads nowhere else? Opens nothing that could block (a FIFO, a device).
 * @throws MediaError with one plain sentence.
 */
export async function inspectFile(path: string): Promise<Sniffed> {
  const name = basename(path)
  const refuse = (error: NodeJS.ErrnoException): never => {
    if (error.code === 'ELOOP') {
      throw new MediaError(say('media:linkLoop', { name }), 'missing')
    }
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new MediaError(say('media:gone', { name }), 'missing')
    }
    throw new MediaError(
      say('media:cannotOpen', { name, why: error.code ?? error.message }),
      'unreadable',
    )
  }
  const found = await stat(path).catch(refuse)
  if (found.isDirectory()) throw new MediaError(say('media:isFolder', { name }), 'notMedia')
  if (!found.isFile()) {
    throw new MediaError(say('media:notPlain', { name }), 'notMedia')
  }
  if (found.size === 0) throw new MediaError(say('media:empty', { name }), 'notMedia')
  const sniffed = sniff(await readHead(path).catch(refuse))
  if (sniffed.script) {
    throw new MediaError(
      say('media:script', { name, script: say(`media:${sniffed.script}`) }),
      'unsupported',
    )
  }
  return sniffed
}

/** Formats without a length in their headers, whose length ffprobe guesses from the first packets' size. */
const ESTIMATED = /^(aac|mp3|ac3|eac3|dts|dtshd|truehd|mlp|amr)/
const MAY_BE_INTERLACED: ReadonlySet<string> = new Set([
  ...['h264', 'hevc', 'mpeg2video', 'mpeg4', 'vc1', 'dvvideo', 'prores', 'dnxhd'],
])

interface Question {
  readonly ffprobePath: string
  readonly path: string
  readonly isMovie: boolean
  readonly signal: AbortSignal | undefined
}

async function ask<T>(
  { ffprobePath, path, isMovie, signal }: Question,
  args: readonly string[],
  schema: z.ZodType<T>,
): Promise<T> {
  const name = basename(path)
  const patience = AbortSignal.timeout(PATIENCE_MS)
  try {
    const { stdout } = await runFile(ffprobePath, ['-v', 'error', '-of', 'json', ...args], {
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 28,
    })
    return schema.parse(JSON.parse(stdout))
  } catch (error) {
    signal?.throwIfAborted()
    if (patience.aborted) {
      throw new MediaError(say('media:timeout', { name }), 'unreadable')
    }
    const words = (error as { stderr?: string }).stderr?.trim() ?? String(error)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new MediaError(say('media:ffprobeGone', { path: ffprobePath }), 'toolMissing')
    }
    if (isMovie && /moov atom not found/.test(words)) {
      throw new MediaError(say('media:cutShort', { name }), 'notMedia', words)
    }
    if (/Permission denied|Input\/output error/.test(words)) {
      throw new MediaError(say('media:unreadable', { name }), 'unreadable', words)
    }
    throw new MediaError(say('media:notMedia', { name }), 'notMedia', words)
  }
}

/**
 * Where each stream ends and how many packets it has. Packets without a time of presentation, as in raw streams and
 * MPEG program streams, follow one another, and their pictures show as much later as the first one does.
 */
function measure(
  packets: readonly PacketAnswer[],
  first: ReadonlyMap<number, readonly PacketAnswer[]> = new Map(),
): Required<Pick<PacketFacts, 'ends' | 'counts'>> {
  const ends = new Map<number, number>()
  const counts = new Map<number, number>()
  for (const { stream_index = 0, pts, dts, duration = 0 } of packets) {
    const [opening] = first.get(stream_index) ?? []
    const delay = (opening?.pts ?? 0) - (opening?.dts ?? opening?.pts ?? 0)
    const shown = pts ?? (dts === undefined ? undefined : dts + delay)
    const end = (shown ?? ends.get(stream_index) ?? 0) + duration
    ends.set(stream_index, Math.max(ends.get(stream_index) ?? end, end))
    counts.set(stream_index, (counts.get(stream_index) ?? 0) + 1)
  }
  return { ends, counts }
}

/**
 * Asks the first pictures of streams whose header says nothing of fields, or wrongly "progressive", as Matroska's
 * often does.
 */
async function readFields(
  question: Question,
  input: readonly string[],
  pictures: readonly StreamAnswer[],
): Promise<Map<number, VideoStream['fieldOrder']>> {
  const found = new Map<number, VideoStream['fieldOrder']>()
  for (const { index, codec_name = '', field_order } of pictures.slice(0, 4)) {
    const stated = readFieldOrder(field_order)
    if (!MAY_BE_INTERLACED.has(codec_name) || stated === 'tff' || stated === 'bff') continue
    const { frames } = await ask(
      question,
      [
        ...['-select_streams', String(index), '-read_intervals', '%+#2'],
        ...['-show_entries', 'frame=interlaced_frame,top_field_first', ...input],
      ],
      framesAnswerSchema,
    )
    const [frame] = frames
    if (frame?.interlaced_frame === 1) found.set(index, frame.top_field_first === 1 ? 'tff' : 'bff')
    else if (frame) found.set(index, 'progressive')
  }
  return found
}

/** @throws MediaError with one plain sentence when the file is missing, unreadable or not media. */
export async function probeFile(
  ffprobePath: string,
  path: string,
  signal?: AbortSignal,
): Promise<MediaInfo> {
  const { picture, isMovie = false } = await inspectFile(path)
  if (isMovie && (await keepsMediaElsewhere(path))) {
    throw new MediaError(say('media:reference', { name: basename(path) }), 'unsupported')
  }
  const question = { ffprobePath, path, isMovie, signal }
  const input = inputArguments(path, picture === undefined ? {} : { picture })
  const answer = await ask(question, ['-show_format', '-show_streams', ...input], probeAnswerSchema)
  const first = new Map<number, readonly PacketAnswer[]>()
  const readPackets = async (extra: readonly string[]): Promise<readonly PacketAnswer[]> => {
    const entries = ['-show_entries', 'packet=stream_index,pts,dts,duration']
    return (await ask(question, [...entries, ...extra, ...input], packetsAnswerSchema)).packets
  }
  const pictures = answer.streams.filter(
    (stream) => stream.codec_type === 'video' && stream.disposition?.attached_pic !== 1,
  )
  let ends: Partial<PacketFacts> = {}
  if (picture === undefined) {
    for (const { index } of pictures.slice(0, 4)) {
      const some = ['-select_streams', String(index), '-read_intervals', `%+#${EXCERPT_PACKETS}`]
      first.set(index, await readPackets(some))
    }
    const lengthUnknown =
      ESTIMATED.test(answer.format.format_name) ||
      ((answer.format.duration === undefined || answer.format.duration === 'N/A') &&
        answer.streams.every(({ duration_ts }) => duration_ts === undefined))
    if (lengthUnknown) ends = measure(await readPackets([]))
    else if (answer.format.format_name === 'mpeg') {
      // Few of its packets carry a time, and ffprobe takes the last of those for the end.
      const { start_time: start = '0', duration = '0' } = answer.format
      const tail = Math.max(0, Number(start) + Number(duration) - 5)
      ends = { ends: measure(await readPackets(['-read_intervals', `${tail}%`]), first).ends }
    }
  }
  const fields = picture === undefined ? await readFields(question, input, pictures) : new Map()
  const info = parseProbe(answer, { first, fields, ...ends })
  if (info) {
    const missing = await missingBytes(path)
    if (missing > 0) {
      const share = `${Math.max(1, Math.round((100 * missing) / (missing + info.byteSize)))}%`
      info.warnings.push(say('media:warnTail', { share }))
    }
    return info
  }
  throw new MediaError(say('media:nothingReadable', { name: basename(path) }), 'notMedia')
}

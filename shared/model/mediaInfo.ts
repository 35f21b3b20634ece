/** What probing found in a media file. Times in exact seconds. */

import { z } from 'zod'
import { rationalSchema } from '../time/rational.ts'
import { saidSchema } from '../words/Said.ts'
import { imageSequenceSchema } from './imageSequence.ts'
import { openObject } from './openObject.ts'

export const videoStreamSchema = openObject({
  index: z.int().nonnegative(),
  codec: z.string(),
  profile: z.string().optional(),
  /** Stored size, before rotation and sample aspect. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** Clockwise turn needed for display, degrees: 0, 90, 180 or 270. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  sampleAspect: rationalSchema,
  /** Nominal (constant) rate; for variable rates the average. */
  rate: rationalSchema,
  isVariableRate: z.boolean(),
  timeBase: rationalSchema,
  /** Number of frames where it is known (counted or by the container). */
  frameCount: z.int().nonnegative().optional(),
  /** First presentation time, which players show as zero. */
  start: rationalSchema,
  duration: rationalSchema,
  pixelFormat: z.string(),
  bitDepth: z.int().positive(),
  hasAlpha: z.boolean(),
  fieldOrder: z.enum(['progressive', 'tff', 'bff', 'unknown']),
  color: openObject({
    primaries: z.string().optional(),
    transfer: z.string().optional(),
    matrix: z.string().optional(),
    range: z.enum(['tv', 'pc']).optional(),
  }),
})

export const audioStreamSchema = openObject({
  index: z.int().nonnegative(),
  codec: z.string(),
  sampleRate: z.int().positive(),
  channels: z.int().positive(),
  layout: z.string().optional(),
  start: rationalSchema,
  duration: rationalSchema,
  language: z.string().optional(),
})

export const mediaInfoSchema = openObject({
  container: z.string(),
  kind: z.enum(['video', 'audio', 'still']),
  byteSize: z.int().nonnegative(),
  /** Length of the longest stream, from zero; 0 for a still, which lasts as long as it is asked to. */
  duration: rationalSchema,
  video: z.array(videoStreamSchema),
  audio: z.array(audioStreamSchema),
  timecode: z.string().optional(),
  /** Present: its pictures are files of their own. */
  sequence: imageSequenceSchema.optional(),
  /** Plain sentences about what is odd but survivable. */
  warnings: z.array(saidSchema),
})

export type VideoStream = z.infer<typeof videoStreamSchema>
export type AudioStream = z.infer<typeof audioStreamSchema>
export type MediaInfo = z.infer<typeof mediaInfoSchema>

/** Size as shown: rotated, with square pixels (width scaled by the sample aspect). */
export function displaySize(stream: VideoStream): { width: number; height: number } {
  const wide = Math.round((stream.width * stream.sampleAspect.num) / stream.sampleAspect.den)
  return stream.rotation % 180 === 0
    ? { width: wide, height: stream.height }
    : { width: stream.height, height: wide }
}

export const isHdr = ({ color }: Pick<VideoStream, 'color'>): boolean =>
  color.transfer === 'smpte2084' || color.transfer === 'arib-std-b67'

export const isInterlaced = ({ fieldOrder }: Pick<VideoStream, 'fieldOrder'>): boolean =>
  fieldOrder === 'tff' || fieldOrder === 'bff'

/** Pictures that are shown only after a conversion (docs/media.md), which players do in ways of their own or not at all. */
export const isShownConverted = ({ video: [picture] }: Pick<MediaInfo, 'video'>): boolean =>
  picture !== undefined && (isHdr(picture) || isInterlaced(picture))

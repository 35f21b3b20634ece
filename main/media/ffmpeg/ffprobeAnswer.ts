/** ffprobe's JSON, as far as Keyreel reads it. */
import { z } from 'zod'

const count = z.coerce.number().int()
const tags = z.record(z.string(), z.coerce.string()).optional()

export const streamAnswerSchema = z.object({
  index: z.int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  profile: z.coerce.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  sample_aspect_ratio: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  time_base: z.string().optional(),
  start_pts: z.int().optional(),
  duration_ts: z.int().optional(),
  nb_frames: count.optional(),
  pix_fmt: z.string().optional(),
  bits_per_raw_sample: count.optional(),
  field_order: z.string().optional(),
  color_range: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  sample_rate: count.optional(),
  channels: z.int().optional(),
  channel_layout: z.string().optional(),
  disposition: z.record(z.string(), z.number()).optional(),
  tags,
  side_data_list: z
    .array(
      z.looseObject({ side_data_type: z.string().optional(), rotation: z.number().optional() }),
    )
    .optional(),
})

export const formatAnswerSchema = z.object({
  format_name: z.string(),
  start_time: z.string().optional(),
  duration: z.string().optional(),
  size: count.optional(),
  tags,
})

export const probeAnswerSchema = z.object({
  streams: z.array(streamAnswerSchema).default([]),
  format: formatAnswerSchema,
})

export const packetsAnswerSchema = z.object({
  packets: z
    .array(
      z.object({
        stream_index: z.int().optional(),
        pts: z.int().optional(),
        dts: z.int().optional(),
        duration: z.int().optional(),
      }),
    )
    .default([]),
})

export const framesAnswerSchema = z.object({
  frames: z
    .array(z.object({ interlaced_frame: z.int().optional(), top_field_first: z.int().optional() }))
    .default([]),
})

export type StreamAnswer = z.infer<typeof streamAnswerSchema>
export type ProbeAnswer = z.infer<typeof probeAnswerSchema>
export type PacketAnswer = z.infer<typeof packetsAnswerSchema>['packets'][number]

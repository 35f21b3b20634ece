/**
 * A shot: media that is generated. Its length is that of the request: 5 or 10 s for a generation, the source's
 * own for a transformation or a reframe. Clips are windows on it.
 */
import { z } from 'zod'
import { rationalSchema } from '../time/rational.ts'
import { assetIdSchema, pinIdSchema, shotIdSchema, takeIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

/** A picture: a frame of an asset at a time of its own (0 for a still). */
export const pictureRefSchema = openObject({ assetId: assetIdSchema, time: rationalSchema })
export type PictureRef = z.infer<typeof pictureRefSchema>

/** The used span of a source, in the asset's own exact seconds. */
export const sourceSpanSchema = openObject({
  assetId: assetIdSchema,
  start: rationalSchema,
  duration: rationalSchema,
})
export type SourceSpan = z.infer<typeof sourceSpanSchema>

export const shotModeSchema = z.enum(['text', 'pins', 'transform', 'reframe'])
export type ShotMode = z.infer<typeof shotModeSchema>

export const resolutionSchema = z.enum(['360p', '540p', '720p', '1080p'])
export const aspectSchema = z.enum(['9:16', '3:4', '1:1', '4:3', '16:9', '21:9'])

/** From keeping nearly everything to keeping little but the motion. */
export const editStrengthSchema = z.enum([
  'adhere_1',
  'adhere_2',
  'adhere_3',
  'flex_1',
  'flex_2',
  'flex_3',
  'reimagine_1',
  'reimagine_2',
  'reimagine_3',
])

/** Manual steering of a transformation (settings.edit on the wire). Absent = automatic. */
export const editControlsSchema = openObject({
  /** By hand although nothing else is set. */
  autoControls: z.literal(false).optional(),
  strength: editStrengthSchema.optional(),
  poseStrength: z.enum(['precise', 'coarse']).optional(),
  depthBlur: z.number().min(0).max(1).optional(),
  normalsAugmentation: z.number().min(0).max(1).optional(),
  trajectorySparsity: z.number().min(0).max(1).optional(),
  face: z.boolean().optional(),
})
export type EditControls = z.infer<typeof editControlsSchema>

/** The source's rectangle inside the new frame, fractions of the canvas from its top left corner; may reach outside. */
export const placementSchema = openObject({
  x: z.number().min(-2).max(2),
  y: z.number().min(-2).max(2),
  width: z.number().gt(0).max(2),
  height: z.number().gt(0).max(2),
})
export type Placement = z.infer<typeof placementSchema>

/** Media that lies where the service itself can reach it, as a document from elsewhere named it. */
export const remoteMediaSchema = openObject({
  /** Counts as long as the shot has no `source`. */
  video: z.string().min(1).optional(),
  /** Beside the shot's pins; `frame` as on the wire. */
  pictures: z
    .array(
      openObject({
        image: z.string().min(1),
        frame: z.union([z.literal('first'), z.literal('last'), z.int()]),
      }),
    )
    .optional(),
})
export type RemoteMedia = z.infer<typeof remoteMediaSchema>

/** How the result should come back, where a document from elsewhere said so (the wire's own fields). */
export const deliverySchema = openObject({
  includeCost: z.boolean().optional(),
  outputFormat: z.enum(['MP4', 'WEBM', 'MOV']).optional(),
  outputQuality: z.int().optional(),
  ttl: z.int().optional(),
  webhookURL: z.string().optional(),
  uploadEndpoint: z.string().optional(),
  safety: openObject({
    checkContent: z.boolean().optional(),
    mode: z.enum(['none', 'fast', 'full']).optional(),
  }).optional(),
})
export type Delivery = z.infer<typeof deliverySchema>

export const shotSchema = openObject({
  id: shotIdSchema,
  name: z.string().min(1),
  mode: shotModeSchema,
  /** The model counts characters, of which JavaScript may count one as two. */
  prompt: z.string().max(12_000),
  /** Seconds; text and pins only. */
  length: z.union([z.literal(5), z.literal(10)]),
  resolution: resolutionSchema,
  aspect: aspectSchema,
  /**
   * Absent: the size that resolution and aspect name (a transformation: the resolution). `resolution`: that alone, the
   * model takes the aspect from the first picture. `service`: neither, the service chooses (a transformation only).
   */
  sizing: z.enum(['resolution', 'service']).optional(),
  loop: z.boolean().default(false),
  hdr: z.boolean().default(false),
  exrExport: z.boolean().default(false),
  /** transform and reframe: what is sent. */
  source: sourceSpanSchema.optional(),
  /** transform: absent = automatic. */
  edit: editControlsSchema.optional(),
  /** reframe: absent = centred fit. */
  placement: placementSchema.optional(),
  remote: remoteMediaSchema.optional(),
  delivery: deliverySchema.optional(),
  /** The take that is in the cut. */
  takeId: takeIdSchema.optional(),
  /** Takes that a person put out of sight; they are kept. */
  removedTakes: z.array(takeIdSchema).optional(),
})
export type Shot = z.infer<typeof shotSchema>

/** A picture held to an index of the model's 24 fps grid inside a shot (a guide, in a transformation). */
export const pinSchema = openObject({
  id: pinIdSchema,
  shotId: shotIdSchema,
  /** 0..120 for 5 s, 0..240 for 10 s. */
  index: z.int().nonnegative(),
  picture: pictureRefSchema,
  /** Written as this word instead of a number, as long as the pin stands at that end of the shot. */
  anchor: z.enum(['first', 'last']).optional(),
})
export type Pin = z.infer<typeof pinSchema>

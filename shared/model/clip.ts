/** What lies on a track: clips and gaps, in order (OpenTimelineIO's composition). */
import { z } from 'zod'
import { ONE, rationalSchema } from '../time/rational.ts'
import { blendModeSchema, effectSchema } from './effect.ts'
import { generatorSchema } from './generator.ts'
import { assetIdSchema, itemIdSchema, shotIdSchema, timelineIdSchema } from './ids.ts'
import { animatedSchema, constant } from './keyframe.ts'
import { openObject } from './openObject.ts'
import { speedKeysSchema } from './speedCurve.ts'

/** What a clip is a window on: media, a shot, another timeline, or something made. Captions lie on subtitle tracks only. */
export const clipSourceSchema = z.discriminatedUnion('kind', [
  openObject({ kind: z.literal('asset'), assetId: assetIdSchema }),
  openObject({ kind: z.literal('shot'), shotId: shotIdSchema }),
  /** Another timeline of the project, picture or sound by the track the clip lies on. Never itself, however deep. */
  openObject({ kind: z.literal('timeline'), timelineId: timelineIdSchema }),
  ...generatorSchema.options,
])
export type ClipSource = z.infer<typeof clipSourceSchema>

/**
 * Where the picture stands. Position is the offset of the picture's centre from the canvas's centre, in fractions
 * of the canvas's width and height (right and down positive); scale 1 fits the picture inside the canvas;
 * rotation in degrees clockwise; opacity 0..1. Crop takes away fractions (0..1) of the picture's own size.
 */
export const pictureSchema = openObject({
  positionX: animatedSchema,
  positionY: animatedSchema,
  scale: animatedSchema,
  rotation: animatedSchema,
  opacity: animatedSchema,
  cropLeft: animatedSchema,
  cropTop: animatedSchema,
  cropRight: animatedSchema,
  cropBottom: animatedSchema,
})
export type PictureSettings = z.infer<typeof pictureSchema>

/** Volume in decibels (0 = as recorded, -96 and below = silent); pan -1 (left) to 1 (right). */
export const soundSchema = openObject({ volume: animatedSchema, pan: animatedSchema })
export type SoundSettings = z.infer<typeof soundSchema>

/** The animated values of a clip by name: what keyframe lanes show and keyframe commands address. */
export const PICTURE_PROPERTIES = [
  'positionX',
  'positionY',
  'scale',
  'rotation',
  'opacity',
  'cropLeft',
  'cropTop',
  'cropRight',
  'cropBottom',
] as const
export const SOUND_PROPERTIES = ['volume', 'pan'] as const
export const propertySchema = z.enum([...PICTURE_PROPERTIES, ...SOUND_PROPERTIES])
export type Property = z.infer<typeof propertySchema>

export const clipSchema = openObject({
  kind: z.literal('clip'),
  id: itemIdSchema,
  name: z.string(),
  source: clipSourceSchema,
  /** Exact seconds of media time shown at the clip’s first frame; with `speedKeys`, at the first of them (timeMap.ts). */
  sourceStart: rationalSchema,
  /** Whole frames of the timeline's rate; at least 1. */
  duration: z.int().positive(),
  /** Media seconds per timeline second; negative plays backwards, 0 freezes. */
  speed: rationalSchema.default(ONE),
  /** Speed that changes over the clip (model/speedCurve.ts). While there are any, `speed` is what the clip is called to run at. */
  speedKeys: speedKeysSchema.optional(),
  enabled: z.boolean().default(true),
  /** Clips that share it are one recording (picture and its sound) and are edited together. */
  linkId: z.string().optional(),
  /** Clips that share it are moved, duplicated and deleted together. */
  groupId: z.string().optional(),
  picture: pictureSchema,
  sound: soundSchema,
  /** In order; absent and empty are the same. */
  effects: z.array(effectSchema).optional(),
  /** How the picture is laid over what is below; absent: normal. */
  blendMode: blendModeSchema.optional(),
  /** Frames over which picture or sound comes in from nothing and goes out to nothing; absent: none. */
  fadeIn: z.int().nonnegative().optional(),
  fadeOut: z.int().nonnegative().optional(),
})
export type Clip = z.infer<typeof clipSchema>

export const gapSchema = openObject({
  kind: z.literal('gap'),
  id: itemIdSchema,
  duration: z.int().positive(),
})
export type Gap = z.infer<typeof gapSchema>

export const itemSchema = z.discriminatedUnion('kind', [clipSchema, gapSchema])
export type Item = z.infer<typeof itemSchema>

export const defaultPicture = (): PictureSettings => ({
  positionX: constant(0),
  positionY: constant(0),
  scale: constant(1),
  rotation: constant(0),
  opacity: constant(1),
  cropLeft: constant(0),
  cropTop: constant(0),
  cropRight: constant(0),
  cropBottom: constant(0),
})

export const defaultSound = (): SoundSettings => ({ volume: constant(0), pan: constant(0) })

/**
 * The Ray3.2 document: one `videoInference` task and its answer, exactly as they travel to and from Runware.
 *
 * Requests are strict, because the service was seen to accept and bill unknown keys; results are read leniently,
 * because it may add some. Shapes and closed vocabularies live here; numbers, limits and combinations are
 * `rules.ts`, so that a value out of range still makes a document that can be shown, explained and mended.
 */
import { z } from 'zod'
import { editStrengthSchema, resolutionSchema } from '../model/shot.ts'

export const RAY_MODEL = 'luma:ray@3.2'

export const RESOLUTIONS = resolutionSchema.options
export const EDIT_STRENGTHS = editStrengthSchema.options

/** The idempotency key of a paid task: made by the client, stored before the first byte is sent. */
export const taskUUIDSchema = z.uuidv4()

/** A URL, a data URI, raw base64, the UUID of stored media, or the UUID of an earlier result. */
export const mediaReferenceSchema = z.string().min(1)

/** `first`, `last`, an index on the 24 fps grid (0 to 120 for 5 s, 0 to 240 for 10 s), or -1 for the last one. */
export const frameReferenceSchema = z.union([z.literal('first'), z.literal('last'), z.int()])

export const frameImageSchema = z
  .strictObject({ image: mediaReferenceSchema, frame: frameReferenceSchema })
  .readonly()

export const inputsSchema = z
  .strictObject({
    video: mediaReferenceSchema.optional(),
    frameImages: z.array(frameImageSchema).readonly().optional(),
  })
  .readonly()

/** Where the source lies in the new frame, in fractions of the canvas; read it with `sourcePosition.ts` only. */
export const sourcePositionSchema = z
  .strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
  .readonly()

export const editControlsSchema = z
  .strictObject({
    poseStrength: z.enum(['precise', 'coarse']).optional(),
    depthBlur: z.number().optional(),
    normalsAugmentation: z.number().optional(),
    trajectorySparsity: z.number().optional(),
    face: z.boolean().optional(),
  })
  .readonly()

export const editSettingsSchema = z
  .strictObject({
    autoControls: z.boolean().optional(),
    strength: editStrengthSchema.optional(),
    controls: editControlsSchema.optional(),
  })
  .readonly()

export const settingsSchema = z
  .strictObject({
    loop: z.boolean().optional(),
    hdr: z.boolean().optional(),
    exrExport: z.boolean().optional(),
    sourcePosition: sourcePositionSchema.optional(),
    edit: editSettingsSchema.optional(),
  })
  .readonly()

export const videoInferenceRequestSchema = z
  .strictObject({
    taskType: z.literal('videoInference'),
    taskUUID: taskUUIDSchema,
    model: z.literal(RAY_MODEL),
    positivePrompt: z.string(),
    resolution: resolutionSchema.optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    /** Seconds; generation only. */
    duration: z.number().optional(),
    inputs: inputsSchema.optional(),
    settings: settingsSchema.optional(),
    deliveryMethod: z.literal('async').optional(),
    includeCost: z.boolean().optional(),
    numberResults: z.int().optional(),
    outputType: z.literal('URL').optional(),
    outputFormat: z.enum(['MP4', 'WEBM', 'MOV']).optional(),
    outputQuality: z.int().optional(),
    /** Seconds that the service keeps the result's URL alive. */
    ttl: z.int().optional(),
    webhookURL: z.string().optional(),
    uploadEndpoint: z.string().optional(),
    safety: z
      .strictObject({
        checkContent: z.boolean().optional(),
        mode: z.enum(['none', 'fast', 'full']).optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly()

export const outputFileSchema = z.looseObject({ uuid: z.string().optional(), url: z.string() })

export const videoInferenceResultSchema = z.looseObject({
  taskType: z.literal('videoInference'),
  taskUUID: z.string(),
  videoUUID: z.string(),
  videoURL: z.string().min(1),
  /** USD, as the service billed it; absent when the request did not ask for it. */
  cost: z.number().optional(),
  seed: z.number().optional(),
  NSFWContent: z.boolean().optional(),
  /** Further files, such as the EXR export. */
  outputs: z.looseObject({ files: z.array(outputFileSchema) }).optional(),
})

export type Resolution = z.infer<typeof resolutionSchema>
export type EditStrength = z.infer<typeof editStrengthSchema>
export type FrameReference = z.infer<typeof frameReferenceSchema>
export type FrameImage = z.infer<typeof frameImageSchema>
export type WireSourcePosition = z.infer<typeof sourcePositionSchema>
export type EditControls = z.infer<typeof editControlsSchema>
export type EditSettings = z.infer<typeof editSettingsSchema>
export type GenerationSettings = z.infer<typeof settingsSchema>
export type VideoInferenceRequest = z.infer<typeof videoInferenceRequestSchema>
export type VideoInferenceResult = z.infer<typeof videoInferenceResultSchema>

/** Which operation a request asks for. The wire has no such field: the inputs decide. */
export type GenerationMode = 'text' | 'pins' | 'transform' | 'reframe'

/**
 * A size or a source position beside a video means a new frame around it; a video without them means a new look
 * of it; without a video, pinned pictures or the prompt alone.
 */
export function mode(request: VideoInferenceRequest): GenerationMode {
  if (request.inputs?.video !== undefined) {
    const asksForFrame =
      request.width !== undefined ||
      request.height !== undefined ||
      request.settings?.sourcePosition !== undefined
    return asksForFrame ? 'reframe' : 'transform'
  }
  return request.inputs?.frameImages === undefined ? 'text' : 'pins'
}

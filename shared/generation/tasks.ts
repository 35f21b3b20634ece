/**
 * The other tasks of Runware's protocol that Keyreel speaks, and the envelope around all of them. Requests are
 * strict (our server refuses what it does not know); answers are read leniently.
 */
import { z } from 'zod'
import { taskUUIDSchema } from './request.ts'

export const authenticationTaskSchema = z.strictObject({
  taskType: z.literal('authentication'),
  apiKey: z.string(),
})

/** `media`: for an upload a public URL, a data URI or raw base64; for a deletion a media UUID. */
export const mediaStorageTaskSchema = z.strictObject({
  taskType: z.literal('mediaStorage'),
  taskUUID: taskUUIDSchema,
  operation: z.enum(['upload', 'delete']),
  media: z.string().min(1),
})

/** `taskUUID` is the job's, not one of its own. */
export const getResponseTaskSchema = z.strictObject({
  taskType: z.literal('getResponse'),
  taskUUID: taskUUIDSchema,
})

export const getTaskDetailsTaskSchema = z.strictObject({
  taskType: z.literal('getTaskDetails'),
  taskUUID: taskUUIDSchema,
})

export const accountManagementTaskSchema = z.strictObject({
  taskType: z.literal('accountManagement'),
  taskUUID: taskUUIDSchema.optional(),
  operation: z.literal('getDetails'),
})

export const imageUploadTaskSchema = z.strictObject({
  taskType: z.literal('imageUpload'),
  taskUUID: taskUUIDSchema,
  image: z.string().min(1),
})

export const pingTaskSchema = z.strictObject({ taskType: z.literal('ping'), ping: z.boolean() })

export const apiErrorSchema = z.looseObject({
  code: z.string().optional(),
  message: z.string().optional(),
  parameter: z.union([z.string(), z.array(z.string())]).optional(),
  taskType: z.string().optional(),
  taskUUID: z.string().optional(),
  documentation: z.unknown().optional(),
  /** The upstream model's own words. */
  responseContent: z.unknown().optional(),
})
export type ApiError = z.infer<typeof apiErrorSchema>

/** One item of `data`, whatever task it answers. */
export const dataItemSchema = z.looseObject({
  taskType: z.string().optional(),
  taskUUID: z.string().optional(),
  status: z.string().optional(),
  error: apiErrorSchema.optional(),
})
export type DataItem = z.infer<typeof dataItemSchema>

const errorList = z
  .union([z.array(apiErrorSchema), apiErrorSchema.transform((one) => [one]), z.literal(true)])
  .transform((errors) => (errors === true ? [{}] : errors))

/** Older answers name the list `error`; both are read. */
export const envelopeSchema = z
  .looseObject({
    data: z.array(dataItemSchema).nullish(),
    errors: errorList.nullish(),
    error: errorList.nullish(),
  })
  .transform(
    ({ data, errors, error }): Envelope => ({
      data: data ?? [],
      errors: errors ?? error ?? [],
    }),
  )

export interface Envelope {
  readonly data: readonly DataItem[]
  readonly errors: readonly ApiError[]
}

export const mediaStorageResultSchema = z.looseObject({
  taskUUID: z.string().optional(),
  mediaUUID: z.string().optional(),
  mediaURL: z.string().optional(),
})

export const accountDetailsSchema = z.looseObject({
  balance: z.looseObject({
    amount: z.number(),
    freeBalance: z.number().optional(),
    currency: z.string().optional(),
  }),
  organizationName: z.string().optional(),
})

const detailsResponseSchema = z.looseObject({
  data: z.array(dataItemSchema).optional(),
  errors: z.array(apiErrorSchema).optional(),
  error: z.unknown().optional(),
})

/** `response` is an envelope, or a list of envelopes as an older client describes it. */
export const taskDetailsSchema = z.looseObject({
  request: z.unknown().optional(),
  response: z.union([detailsResponseSchema, z.array(detailsResponseSchema)]).optional(),
})

/** The model's schema as the service publishes it: alternatives as lists of constants, sizes as pairs in conditions. */
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import { EDIT_STRENGTHS, RESOLUTIONS } from '../../shared/generation/request.ts'

const oneOf = (values: readonly (string | number)[]) => ({
  oneOf: values.map((value) => ({ const: value })),
})
const from = (minimum: number, maximum: number) => ({ type: 'number', minimum, maximum })
const flag = { type: 'boolean' }
const text = { type: 'string' }

export function publishedSchema({ limits, sizes, durations }: ModelFacts): object {
  const { offset, size } = limits.sourcePosition
  const control = from(0, 1)
  const properties = {
    taskType: { const: 'videoInference' },
    taskUUID: { type: 'string', format: 'uuid' },
    model: text,
    positivePrompt: { type: 'string', minLength: 1, maxLength: limits.prompt.max },
    resolution: oneOf(RESOLUTIONS),
    width: { type: 'integer' },
    height: { type: 'integer' },
    duration: oneOf(durations),
    inputs: {
      type: 'object',
      properties: {
        video: text,
        frameImages: {
          type: 'array',
          minItems: 1,
          maxItems: limits.frameImages.max,
          items: { type: 'object', properties: { image: text, frame: {} } },
        },
      },
    },
    settings: {
      type: 'object',
      properties: {
        ...{ loop: flag, hdr: flag, exrExport: flag },
        sourcePosition: {
          type: 'object',
          properties: {
            ...{ x: from(-offset, offset), y: from(-offset, offset) },
            ...{ width: from(0, size), height: from(0, size) },
          },
        },
        edit: { $ref: '#/$defs/edit' },
      },
    },
    deliveryMethod: oneOf(['async']),
    includeCost: flag,
    numberResults: from(1, 4),
    outputType: oneOf(['URL']),
    outputFormat: oneOf(['MP4', 'WEBM', 'MOV']),
    outputQuality: from(limits.outputQuality.min, limits.outputQuality.max),
    ttl: from(limits.ttl.min, limits.ttl.max),
    webhookURL: text,
    uploadEndpoint: text,
    safety: { type: 'object' },
  }
  const requestSchema = {
    type: 'object',
    properties,
    required: ['taskType', 'taskUUID', 'model', 'positivePrompt'],
    allOf: [
      {
        if: { required: ['width', 'height'] },
        // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
        then: {
          oneOf: sizes.map(({ width, height }) => ({
            properties: { width: { const: width }, height: { const: height } },
          })),
        },
      },
    ],
    $defs: {
      edit: {
        type: 'object',
        properties: {
          autoControls: flag,
          strength: { enum: EDIT_STRENGTHS },
          controls: {
            type: 'object',
            properties: {
              ...{ poseStrength: oneOf(['precise', 'coarse']), depthBlur: control, face: flag },
              ...{ normalsAugmentation: control, trajectorySparsity: control },
            },
          },
        },
      },
    },
  }
  return { requestSchema, responseSchema: null, documentation: null }
}

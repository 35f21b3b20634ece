import fc from 'fast-check'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import {
  EDIT_STRENGTHS,
  RAY_MODEL,
  RESOLUTIONS,
  type VideoInferenceRequest,
} from '../../../shared/generation/request.ts'

const sides = [...new Set(RAY_3_2.sizes.flatMap(({ width, height }) => [width, height]))]
const side = fc.oneof(fc.constantFrom(...sides), fc.integer({ min: -10, max: 5000 }))
const part = fc.constantFrom(-3, -0.5, 0, 0.25, 0.5, 1, 2, 2.5)
const optional = { requiredKeys: [] }

/** Anything that the schema lets through, sensible or not. */
export const request = fc.record(
  {
    taskType: fc.constant('videoInference'),
    taskUUID: fc.uuid({ version: 4 }),
    model: fc.constant(RAY_MODEL),
    positivePrompt: fc.constantFrom('', 'A boat', 'x'.repeat(6001)),
    resolution: fc.constantFrom(...RESOLUTIONS),
    width: side,
    height: side,
    duration: fc.constantFrom(-1, 0, 5, 7, 10, 99),
    ttl: fc.integer(),
    numberResults: fc.integer({ min: -1, max: 4 }),
    deliveryMethod: fc.constant('async' as const),
    outputType: fc.constant('URL' as const),
    outputFormat: fc.constantFrom('MP4' as const, 'MOV' as const),
    outputQuality: fc.integer({ min: 0, max: 120 }),
    includeCost: fc.boolean(),
    webhookURL: fc.constantFrom('https://example.com/hook', 'me'),
    safety: fc.record(
      { checkContent: fc.boolean(), mode: fc.constantFrom('none', 'fast') },
      optional,
    ),
    inputs: fc.record(
      {
        video: fc.constantFrom('asset:1', 'https://example.com/a.mp4'),
        frameImages: fc.array(
          fc.record({
            image: fc.constantFrom('A', 'B'),
            frame: fc.oneof(
              fc.constantFrom('first' as const, 'last' as const),
              fc.integer({ min: -3, max: 300 }),
            ),
          }),
          { maxLength: 6 },
        ),
      },
      optional,
    ),
    settings: fc.record(
      {
        loop: fc.boolean(),
        hdr: fc.boolean(),
        exrExport: fc.boolean(),
        sourcePosition: fc.record({ x: part, y: part, width: part, height: part }),
        edit: fc.record(
          {
            autoControls: fc.boolean(),
            strength: fc.constantFrom(...EDIT_STRENGTHS),
            controls: fc.record({ depthBlur: part, face: fc.boolean() }, optional),
          },
          optional,
        ),
      },
      optional,
    ),
  },
  { requiredKeys: ['taskType', 'taskUUID', 'model', 'positivePrompt'] },
) as fc.Arbitrary<VideoInferenceRequest>

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalRequest, sameDocument } from '../../../shared/generation/canonical.ts'
import { parseRequestDocument } from '../../../shared/generation/document.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { quote } from '../../../shared/generation/pricing.ts'
import {
  EDIT_STRENGTHS,
  RAY_MODEL,
  RESOLUTIONS,
  type VideoInferenceRequest,
} from '../../../shared/generation/request.ts'
import { checkRequest } from '../../../shared/generation/rules.ts'
import { applySuggestion } from '../../../shared/generation/violation.ts'

const sides = [...new Set(RAY_3_2.sizes.flatMap(({ width, height }) => [width, height]))]
const side = fc.oneof(fc.constantFrom(...sides), fc.integer({ min: -10, max: 5000 }))
const part = fc.constantFrom(-3, -0.5, 0, 0.25, 0.5, 1, 2, 2.5)
const optional = { requiredKeys: [] }

/** Anything that the schema lets through, sensible or not. */
const request = fc.record(
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

/** More steps than a request has fields. */
const STEPS = 40

describe('any request that the schema lets through', () => {
  it('is read back as it was written and keeps its meaning in canonical form', () => {
    fc.assert(
      fc.property(request, (any) => {
        const read = parseRequestDocument(JSON.parse(JSON.stringify(any)))
        expect(read).toEqual({ ok: true, request: any })
        const canonical = canonicalRequest(any)
        expect(sameDocument(canonical, any)).toBe(true)
        expect(canonicalRequest(canonical)).toEqual(canonical)
        expect(quote(canonical)).toEqual(quote(any))
      }),
    )
  })

  it('has a quote in whole units', () => {
    fc.assert(
      fc.property(request, (any) => {
        const { amount } = quote(any)
        expect(Number.isSafeInteger(amount) && amount > 0).toBe(true)
      }),
    )
  })

  it('is led by the suggestions until none of the errors has one left', () => {
    fc.assert(
      fc.property(request, (any) => {
        let mended = any
        for (let step = 0; step < STEPS; step++) {
          const next = checkRequest(mended).find((v) => v.severity === 'error' && v.suggestion)
          if (!next?.suggestion) break
          mended = applySuggestion(mended, next.suggestion)
          expect(parseRequestDocument(mended).ok).toBe(true)
        }
        const stuck = checkRequest(mended).filter((v) => v.severity === 'error')
        // Only words and pictures remain for the user to give.
        expect(stuck.filter(({ suggestion }) => suggestion !== undefined)).toEqual([])
      }),
    )
  })
})

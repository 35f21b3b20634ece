import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalRequest, sameDocument } from '../../../shared/generation/canonical.ts'
import { parseRequestDocument } from '../../../shared/generation/document.ts'
import { quote } from '../../../shared/generation/pricing.ts'
import { checkRequest } from '../../../shared/generation/rules.ts'
import { applySuggestion } from '../../../shared/generation/violation.ts'
import { request } from './anyRequest.ts'

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

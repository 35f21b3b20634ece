import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { quote } from '../../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { checkRequest, isSendable } from '../../../shared/generation/rules.ts'
import {
  documentOfSpan,
  longestSpan,
  planSpans,
  quoteOfSpan,
  type SourceMode,
  SPAN_OVERLAP,
  type Span,
  sumOfQuotes,
} from '../../../shared/generation/spans.ts'
import { rational } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'

const TRANSFORM: VideoInferenceRequest = {
  ...{ taskType: 'videoInference', taskUUID: '7b1f3a52-6d0c-4f0e-9f44-2d0d6f1b8c11' },
  ...{ model: 'luma:ray@3.2', positivePrompt: 'In winter', resolution: '720p' },
  inputs: { video: 'whole' },
}
const REFRAME: VideoInferenceRequest = {
  ...{ taskType: 'videoInference', taskUUID: '7b1f3a52-6d0c-4f0e-9f44-2d0d6f1b8c11' },
  ...{ model: 'luma:ray@3.2', positivePrompt: 'More sky', width: 720, height: 1280 },
  inputs: { video: 'whole' },
}

const kinds = fc.constantFrom<SourceMode>('transform', 'reframe')
/** Up to an hour. */
const lengths = fc.integer({ min: 1, max: 24 * 3600 })

const blocksOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { frames }) => sum + Math.ceil((frames - 1) / 120), 0)

describe('the plan of spans', () => {
  it('leaves what fits alone, and cuts 47 s of transformation into ten blocks', () => {
    expect(planSpans(432, 'transform', RAY_3_2)).toEqual([{ start: 0, frames: 432 }])
    expect(planSpans(433, 'transform', RAY_3_2)).toEqual([
      { start: 0, frames: 240 },
      { start: 228, frames: 205 },
    ])
    expect(planSpans(47 * 24, 'transform', RAY_3_2)).toEqual([
      { start: 0, frames: 432 },
      { start: 420, frames: 360 },
      { start: 768, frames: 360 },
    ])
    expect(planSpans(47 * 24, 'reframe', RAY_3_2)).toEqual([
      { start: 0, frames: 570 },
      { start: 558, frames: 570 },
    ])
  })

  it('covers every picture in as few legal spans as can be, each overlapping the next by the same', () => {
    fc.assert(
      fc.property(lengths, kinds, (frames, kind) => {
        const spans = planSpans(frames, kind, RAY_3_2)
        const longest = longestSpan(kind, RAY_3_2)
        expect(spans[0]?.start).toBe(0)
        for (const [i, { start, frames: length }] of spans.entries()) {
          expect(length).toBeGreaterThan(spans.length > 1 ? 2 * SPAN_OVERLAP : 0)
          expect(length).toBeLessThanOrEqual(longest)
          const next = spans[i + 1]
          expect(start + length).toBe(next ? next.start + SPAN_OVERLAP : frames)
        }
        // One fewer could not reach, however long each.
        const fewer = spans.length - 1
        const reach = fewer * longest - (fewer - 1) * SPAN_OVERLAP
        expect(fewer === 0 || reach < frames).toBe(true)
      }),
    )
  })

  it('costs no more blocks than spans of the same length, nor than full ones with a rest', () => {
    fc.assert(
      fc.property(lengths, (frames) => {
        const spans = planSpans(frames, 'transform', RAY_3_2)
        const total = frames + (spans.length - 1) * SPAN_OVERLAP
        const even = spans.map((_, i) => ({
          start: 0,
          frames: Math.floor(total / spans.length) + (i < total % spans.length ? 1 : 0),
        }))
        const rest = total - (spans.length - 1) * longestSpan('transform', RAY_3_2)
        const full = spans.map((_, i) => ({
          ...{ start: 0, frames: i < spans.length - 1 ? longestSpan('transform', RAY_3_2) : rest },
        }))
        expect(blocksOf(spans)).toBeLessThanOrEqual(Math.max(1, blocksOf(even)))
        expect(blocksOf(spans)).toBeLessThanOrEqual(Math.max(1, blocksOf(full)))
      }),
      // One picture more than 86 long spans and a whole one.
      { examples: [[36_481]] },
    )
  })
})

describe('the documents of spans', () => {
  const placed = (span: Span, of: number, boundary?: string) => ({
    ...span,
    ...{ of, taskUUID: '0b1f3a52-6d0c-4f0e-9f44-2d0d6f1b8c12', video: `part-${span.start}` },
    ...(boundary === undefined ? {} : { boundary }),
  })

  it('are legal, and their quotes add up exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 433, max: 20_000 }), kinds, (frames, kind) => {
        const whole = kind === 'transform' ? TRANSFORM : REFRAME
        const spans = planSpans(frames, kind, RAY_3_2)
        const quotes = spans.map((span, i) => {
          const boundary = i > 0 && kind === 'transform' ? 'end' : undefined
          const document = documentOfSpan(whole, placed(span, frames, boundary))
          const sourceDuration = rational(span.frames, 24)
          const localInputs = new Set([`part-${span.start}`, 'end'])
          expect(isSendable(checkRequest(document, { sourceDuration, localInputs }))).toBe(true)
          expect(quoteOfSpan(document, span)).toEqual(quote(document, { sourceDuration }))
          return quoteOfSpan(document, span)
        })
        const sum = sumOfQuotes(quotes, asWritten('All'), RAY_3_2)
        expect(sum.amount).toBe(quotes.reduce((a, { amount }) => a + amount, 0))
        if (kind === 'reframe') {
          const total = frames + (spans.length - 1) * SPAN_OVERLAP
          expect(Math.abs(sum.amount - total * 50_000)).toBeLessThanOrEqual(spans.length)
        }
      }),
    )
  })

  it('hold the pins of their pictures, and the earlier span instead of a pin at the very joint', () => {
    const frameImages = [
      { image: 'A', frame: 'first' as const },
      { image: 'B', frame: 420 },
      { image: 'C', frame: 428 },
      { image: 'D', frame: 768 },
      { image: 'E', frame: 'last' as const },
    ]
    const whole = { ...TRANSFORM, inputs: { video: 'whole', frameImages } }
    const documents = planSpans(1128, 'transform', RAY_3_2).map((span, i) =>
      documentOfSpan(whole, placed(span, 1128, i > 0 ? `end-${i}` : undefined)),
    )
    expect(documents.map(({ inputs }) => inputs)).toEqual([
      {
        video: 'part-0',
        frameImages: [
          { image: 'A', frame: 0 },
          { image: 'B', frame: 420 },
          { image: 'C', frame: 428 },
        ],
      },
      {
        video: 'part-420',
        frameImages: [
          { image: 'end-1', frame: 0 },
          { image: 'C', frame: 8 },
          { image: 'D', frame: 348 },
        ],
      },
      {
        video: 'part-768',
        frameImages: [
          { image: 'end-2', frame: 0 },
          { image: 'E', frame: 360 },
        ],
      },
    ])
    expect(new Set(documents.map(({ taskUUID }) => taskUUID)).size).toBe(1)
  })
})

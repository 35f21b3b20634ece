import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DISSOLVE,
  type Piece,
  planJoin,
  type SpanResult,
} from '../../../shared/generation/joinPlan.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { planSpans } from '../../../shared/generation/spans.ts'

const perfect = (frames: number): SpanResult[] =>
  planSpans(frames, 'transform', RAY_3_2).map((span) => ({
    ...span,
    fileFrames: span.frames,
    offset: 0,
  }))

/** The source's picture that each picture of a piece shows, as far as its file goes. */
const shown = (results: readonly SpanResult[], { of, fileFrom, frames }: Piece): number[] => {
  const { start, offset, fileFrames } = results[of] as SpanResult
  return Array.from({ length: frames }, (_, i) => fileFrom + i)
    .map((file) => Math.min(file, fileFrames - 1))
    .map((file) => start + offset + file)
}

describe('the plan of a join', () => {
  it('dissolves from the picture that two spans share', () => {
    const results = perfect(1128)
    expect(planJoin(results, 1128)).toEqual({
      parts: [
        { kind: 'alone', piece: { of: 0, fileFrom: 0, frames: 420 } },
        {
          kind: 'dissolve',
          earlier: { of: 0, fileFrom: 420, frames: DISSOLVE },
          later: { of: 1, fileFrom: 0, frames: DISSOLVE },
        },
        { kind: 'alone', piece: { of: 1, fileFrom: 8, frames: 340 } },
        {
          kind: 'dissolve',
          earlier: { of: 1, fileFrom: 348, frames: DISSOLVE },
          later: { of: 2, fileFrom: 0, frames: DISSOLVE },
        },
        { kind: 'alone', piece: { of: 2, fileFrom: 8, frames: 352 } },
      ],
      joints: [
        { at: 420, dissolve: 8 },
        { at: 768, dissolve: 8 },
      ],
      held: 0,
    })
  })

  it('shows every picture of the source once and in order, however late, early or short results are', () => {
    const oneResult = fc.record({
      offset: fc.integer({ min: -2, max: 2 }),
      missing: fc.integer({ min: -1, max: 1 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 433, max: 6000 }),
        fc.array(oneResult, { minLength: 20, maxLength: 20 }),
        (frames, faults) => {
          const results = perfect(frames).map((result, i) => ({
            ...result,
            fileFrames: result.fileFrames - (faults[i]?.missing ?? 0),
            offset: i === 0 ? 0 : (faults[i]?.offset ?? 0),
          }))
          const { parts, joints, held } = planJoin(results, frames)
          const numbers = parts.flatMap((part) => {
            if (part.kind === 'alone') return shown(results, part.piece)
            expect(shown(results, part.later)).toEqual(shown(results, part.earlier))
            return shown(results, part.later)
          })
          const last = results.at(-1) as SpanResult
          const end = last.start + last.offset + last.fileFrames
          expect(numbers).toEqual(Array.from({ length: frames }, (_, i) => Math.min(i, end - 1)))
          expect(held).toBe(Math.max(0, frames - end))
          expect(joints.every(({ dissolve }) => dissolve >= 6 && dissolve <= DISSOLVE)).toBe(true)
        },
      ),
    )
  })

  it('cuts and holds where results do not reach each other', () => {
    const results = [
      { start: 0, frames: 100, fileFrames: 60, offset: 0 },
      { start: 76, frames: 100, fileFrames: 100, offset: 0 },
    ]
    expect(planJoin(results, 176)).toEqual({
      parts: [
        { kind: 'alone', piece: { of: 0, fileFrom: 0, frames: 76 } },
        { kind: 'alone', piece: { of: 1, fileFrom: 0, frames: 100 } },
      ],
      joints: [{ at: 76, dissolve: 0 }],
      held: 16,
    })
  })
})

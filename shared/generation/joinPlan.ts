/**
 * How the results of spans become one film of exactly the source's length: which pictures of which result are seen,
 * and where one dissolves into the next. Pictures are those of the source, counted from its first, unless a name says file.
 */
import type { Span } from './spans.ts'

/** What came back for a span. */
export interface SpanResult extends Span {
  /** Pictures that the file really holds. */
  readonly fileFrames: number
  /** The file's picture 0 shows the span's picture `offset`: above 0 it begins late, below 0 early. */
  readonly offset: number
}

/** Pictures of one result's file; one beyond its end is its last one, held. */
export interface Piece {
  /** Which result. */
  readonly of: number
  readonly fileFrom: number
  readonly frames: number
}

export interface Joint {
  /** The later span's first picture that is seen. */
  readonly at: number
  /** Pictures over which the earlier one goes; 0 is a cut. */
  readonly dissolve: number
}

export type JoinPart =
  | { readonly kind: 'alone'; readonly piece: Piece }
  | { readonly kind: 'dissolve'; readonly earlier: Piece; readonly later: Piece }

export interface JoinPlan {
  readonly parts: readonly JoinPart[]
  readonly joints: readonly Joint[]
  /** Pictures that no result holds, so that the one before is held. */
  readonly held: number
}

/** Pictures; short, since what two results make of the same source drifts apart after the picture they share. */
export const DISSOLVE = 8

const firstOf = ({ start, offset }: SpanResult): number => start + offset
const endOf = (result: SpanResult): number => firstOf(result) + result.fileFrames

/** @param results in the order of their spans, each overlapping the next */
export function planJoin(results: readonly SpanResult[], total: number): JoinPlan {
  const joints = results.slice(1).map((later, i): Joint => {
    const earlier = results[i] as SpanResult
    const at = Math.max(later.start, firstOf(later))
    const end = Math.min(endOf(earlier), endOf(later))
    return { at, dissolve: Math.max(0, Math.min(DISSOLVE, end - at)) }
  })
  const parts: JoinPart[] = []
  let held = 0
  const pieceOf = (of: number, from: number, to: number): Piece => {
    const result = results[of] as SpanResult
    held += Math.max(0, to - Math.max(from, endOf(result)))
    // The very first result may begin late, too: it is then moved to the front.
    return { of, fileFrom: Math.max(0, from - firstOf(result)), frames: to - from }
  }
  for (const of of results.keys()) {
    const before = joints[of - 1]
    const after = joints[of]
    if (before && before.dissolve > 0) {
      const end = before.at + before.dissolve
      parts.push({
        kind: 'dissolve',
        earlier: pieceOf(of - 1, before.at, end),
        later: pieceOf(of, before.at, end),
      })
    }
    const from = before ? before.at + before.dissolve : 0
    const to = after?.at ?? total
    if (to > from) parts.push({ kind: 'alone', piece: pieceOf(of, from, to) })
  }
  return { parts, joints, held }
}

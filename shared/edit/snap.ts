/**
 * Where a dragged edge lands.
 *
 *     8 px   ──────►│ catches            18 px (2.25 ×)  │──────► lets go
 *
 * A pure function of frames: the caller measures pixels. Sticky: what it holds it keeps until the pointer is 2.25
 * times as far away as it catches. Of several in reach the more important kind wins, then the nearer one, then the
 * earlier one.
 */
export const SNAP_PIXELS = 8
export const RELEASE_FACTOR = 2.25

/** In order of priority. `edge`: start or end of a clip; `range`: the in and out points. */
export const SNAP_KINDS = ['playhead', 'edge', 'marker', 'range', 'keyframe', 'pin'] as const
export type SnapKind = (typeof SNAP_KINDS)[number]

export interface SnapCandidate {
  readonly frame: number
  readonly kind: SnapKind
  /** Names the place at the guide line. */
  readonly label: string
}

export interface SnapInput {
  /** Where the pointer alone would put it; may have a fraction. */
  readonly frame: number
  readonly candidates: readonly SnapCandidate[]
  /** How many frames one screen pixel spans. */
  readonly framesPerPixel: number
  /** What the previous call in this drag gave. */
  readonly stuckTo?: SnapCandidate | null | undefined
}

export interface Snapped {
  /** A whole frame. */
  readonly frame: number
  readonly candidate: SnapCandidate | null
}

export function snap({ frame, candidates, framesPerPixel, stuckTo }: SnapInput): Snapped {
  const pixels = (to: SnapCandidate): number => Math.abs(to.frame - frame) / framesPerPixel
  const held =
    stuckTo && candidates.find((c) => c.kind === stuckTo.kind && c.frame === stuckTo.frame)
  if (held && pixels(held) <= SNAP_PIXELS * RELEASE_FACTOR) {
    return { frame: held.frame, candidate: held }
  }
  const [nearest] = candidates
    .filter((candidate) => pixels(candidate) <= SNAP_PIXELS)
    .sort(
      (a, b) =>
        SNAP_KINDS.indexOf(a.kind) - SNAP_KINDS.indexOf(b.kind) ||
        pixels(a) - pixels(b) ||
        a.frame - b.frame,
    )
  return nearest
    ? { frame: nearest.frame, candidate: nearest }
    : { frame: Math.round(frame), candidate: null }
}

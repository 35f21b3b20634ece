/** Where a dragged thing may come to rest, and how several of its edges share one snap. */

import { type SnapCandidate, snap } from '../../../../shared/edit/snap.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { markersOf, pinsOf, placedItems, tracksOf } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { keyedValues, laneValue } from '../lanes/laneValues.ts'
import { clipFrameOfIndex } from '../lanes/pinTime.ts'

export interface Candidates {
  readonly project: Project
  readonly timeline: Timeline
  readonly playhead: number
  /** Items that are being dragged: their own edges do not hold them. */
  readonly moving: ReadonlySet<ItemId>
  /** Clips whose keyframes and pins count: those with open lanes. */
  readonly lanes: readonly ItemId[]
  /** Keyframes, pins and markers that are being dragged; of the range `in` or `out`. */
  readonly held: ReadonlySet<string>
}

export function snapCandidates(where: Candidates): SnapCandidate[] {
  const { project, timeline, moving } = where
  const found: SnapCandidate[] = [
    { frame: where.playhead, kind: 'playhead', label: '' },
    { frame: 0, kind: 'edge', label: '' },
  ]
  for (const track of tracksOf(project, timeline)) {
    for (const { item, start, end } of placedItems(project, track)) {
      if (item.kind !== 'clip' || moving.has(item.id)) continue
      found.push({ frame: start, kind: 'edge', label: item.name })
      found.push({ frame: end, kind: 'edge', label: item.name })
      if (!where.lanes.includes(item.id)) continue
      for (const path of keyedValues(item)) {
        for (const { id, frame } of laneValue(item, path).keyframes) {
          if (!where.held.has(id)) found.push({ frame: start + frame, kind: 'keyframe', label: '' })
        }
      }
      if (item.source.kind !== 'shot') continue
      for (const pin of pinsOf(project, item.source.shotId)) {
        if (where.held.has(pin.id)) continue
        const frame = clipFrameOfIndex(item, pin.index, timeline.rate)
        if (frame !== null) found.push({ frame: start + Math.round(frame), kind: 'pin', label: '' })
      }
    }
  }
  for (const { id, frame, name } of markersOf(project, timeline.id)) {
    if (!where.held.has(id)) found.push({ frame, kind: 'marker', label: name })
  }
  const { inFrame, outFrame } = timeline
  for (const [point, frame] of [['in', inFrame] as const, ['out', outFrame] as const]) {
    if (frame !== undefined && !where.held.has(point)) {
      found.push({ frame, kind: 'range', label: '' })
    }
  }
  return found
}

export interface Snapped {
  readonly delta: number
  /** The frame that holds it, for the guide line. */
  readonly guide: number | null
}

/** Remembers what holds the drag, so that it lets go only when pulled away. */
export interface Snapper {
  /** `edges` are the dragged thing's frames before the drag; the nearest snap of any of them wins. */
  snapDelta(edges: readonly number[], delta: number, framesPerPixel: number, isOn: boolean): Snapped
}

export function createSnapper(candidates: readonly SnapCandidate[]): Snapper {
  let stuck: { readonly edge: number; readonly candidate: SnapCandidate } | null = null
  return {
    snapDelta(edges, delta, framesPerPixel, isOn) {
      if (!isOn) {
        stuck = null
        return { delta, guide: null }
      }
      let best: { edge: number; delta: number; candidate: SnapCandidate } | null = null
      for (const edge of edges) {
        const stuckTo = stuck?.edge === edge ? stuck.candidate : undefined
        const { frame, candidate } = snap({
          frame: edge + delta,
          candidates,
          framesPerPixel,
          ...(stuckTo && { stuckTo }),
        })
        if (!candidate) continue
        const found = { edge, delta: frame - edge, candidate }
        if (stuckTo && candidate === stuckTo) {
          best = found
          break
        }
        if (!best || Math.abs(found.delta - delta) < Math.abs(best.delta - delta)) best = found
      }
      stuck = best && { edge: best.edge, candidate: best.candidate }
      return best ? { delta: best.delta, guide: best.candidate.frame } : { delta, guide: null }
    },
  }
}

/**
 * In and out of the source monitor, set where its playhead stands; both frames belong to the part. The asset keeps them in
 * exact seconds; here they are frames of the source monitor's rate.
 */
import type { Asset } from '../../shared/model/asset.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { frameAt, secondsAt } from '../../shared/time/frames.ts'
import { activeTimeline, dispatch, useDocument } from '../store/document.ts'
import { sourcePlayhead } from '../store/playhead.ts'
import { useSession } from '../store/session.ts'
import { sourceRate } from './sourceRate.ts'

/** `[in, out)`; null: the medium's own end. */
export interface SourceMarks {
  readonly in: number | null
  readonly out: number | null
}

const NONE: SourceMarks = { in: null, out: null }

export function marksOf(asset: Asset, timeline: Timeline): SourceMarks {
  const rate = sourceRate(asset, timeline)
  const { in: start, out } = asset.marks ?? {}
  return {
    in: start ? frameAt(start, rate, 'nearest') : null,
    out: out ? frameAt(out, rate, 'nearest') : null,
  }
}

function opened() {
  const { project } = useDocument.getState()
  const asset = project?.assets.get(useSession.getState().source ?? '')
  return project && asset && { asset, timeline: activeTimeline(project) }
}

/** Of the asset in the source monitor. */
export function sourceMarks(): SourceMarks {
  const open = opened()
  return open ? marksOf(open.asset, open.timeline) : NONE
}

export function markAsset(asset: Asset, timeline: Timeline, marks: SourceMarks): void {
  const rate = sourceRate(asset, timeline)
  const seconds = (frame: number | null) => (frame === null ? null : secondsAt(frame, rate))
  dispatch('asset.mark', { assetId: asset.id, in: seconds(marks.in), out: seconds(marks.out) })
}

function set(marks: SourceMarks): void {
  const open = opened()
  if (open) markAsset(open.asset, open.timeline, marks)
}

/** An out-point that would lie before it goes away. */
export function markSourceIn(): void {
  const { out } = sourceMarks()
  const { frame } = sourcePlayhead.getState()
  set({ in: frame, out: out !== null && out > frame ? out : null })
}

export function markSourceOut(): void {
  const { in: start } = sourceMarks()
  const out = sourcePlayhead.getState().frame + 1
  set({ in: start !== null && start < out ? start : null, out })
}

export const clearSourceIn = (): void => set({ ...sourceMarks(), in: null })
export const clearSourceOut = (): void => set({ ...sourceMarks(), out: null })
export const clearSourceMarks = (): void => set(NONE)

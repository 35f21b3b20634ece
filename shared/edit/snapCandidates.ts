/** Everything of a timeline that an edge can snap to. */
import { PICTURE_PROPERTIES, SOUND_PROPERTIES } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { markersOf, pinsOf, placedClips, tracksOf } from '../model/select.ts'
import { PIN_RATE } from '../model/shotLength.ts'
import type { Timeline } from '../model/timeline.ts'
import { positionOf } from '../model/timeMap.ts'
import { divide, rational } from '../time/rational.ts'
import { animatedOf } from './animated.ts'
import type { SnapCandidate } from './snap.ts'

export interface SnapScope {
  /** The playhead's frame; absent while the playhead itself is dragged. */
  readonly playhead?: number | undefined
  /** What is being dragged, which must not snap to itself. */
  readonly without?: ReadonlySet<ItemId> | undefined
}

/** Frames outside the clip that holds a keyframe or pin are left out, since nothing is seen there. */
export function snapCandidates(
  project: Project,
  timeline: Timeline,
  { playhead, without }: SnapScope,
): SnapCandidate[] {
  const candidates: SnapCandidate[] = []
  const add = (frame: number, kind: SnapCandidate['kind'], label: string): void => {
    candidates.push({ frame, kind, label })
  }
  if (playhead !== undefined) add(playhead, 'playhead', 'playhead')
  for (const track of tracksOf(project, timeline)) {
    for (const { item, start, end } of placedClips(project, track)) {
      if (without?.has(item.id)) continue
      add(start, 'edge', item.name)
      add(end, 'edge', item.name)
      for (const property of [...PICTURE_PROPERTIES, ...SOUND_PROPERTIES]) {
        for (const { frame } of animatedOf(item, property).keyframes) {
          if (frame >= 0 && frame < item.duration) add(start + frame, 'keyframe', property)
        }
      }
      if (item.source.kind !== 'shot') continue
      for (const { index } of pinsOf(project, item.source.shotId)) {
        const position = positionOf(item, divide(rational(index), PIN_RATE), timeline.rate)
        if (position === null) continue
        const frame = Math.round(position)
        if (frame >= 0 && frame <= item.duration) add(start + frame, 'pin', `${index}`)
      }
    }
  }
  for (const { frame, name } of markersOf(project, timeline.id)) add(frame, 'marker', name)
  if (timeline.inFrame !== undefined) add(timeline.inFrame, 'range', 'in')
  if (timeline.outFrame !== undefined) add(timeline.outFrame, 'range', 'out')
  return candidates
}

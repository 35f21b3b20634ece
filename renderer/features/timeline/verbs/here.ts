/** What the verbs of menus and keys start from: the open timeline, the playhead, and the clips they may change. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { type PlacedItem, placedClips, tracksOf } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { activeTimeline, useDocument } from '../../../store/document.ts'
import { playhead } from '../../../store/playhead.ts'
import { useSession } from '../../../store/session.ts'

export interface Here {
  readonly project: Project
  readonly timeline: Timeline
}

export function openHere(): Here | null {
  const { project } = useDocument.getState()
  return project && { project, timeline: activeTimeline(project) }
}

export const playheadFrame = (): number => playhead.getState().frame

/** Clips on unlocked tracks of the open timeline, the lowest picture track first. */
export function unlockedClips(): PlacedItem<Clip>[] {
  const here = openHere()
  if (!here) return []
  return tracksOf(here.project, here.timeline)
    .filter((track) => !track.locked)
    .flatMap((track) => placedClips(here.project, track))
}

/** Selected clips that still exist, with their places, in order of time. */
export function selectedClips(): PlacedItem<Clip>[] {
  const chosen = new Set(useSession.getState().clips)
  const here = openHere()
  if (!here || chosen.size === 0) return []
  return tracksOf(here.project, here.timeline)
    .flatMap((track) => placedClips(here.project, track))
    .filter(({ item }) => chosen.has(item.id))
    .sort((a, b) => a.start - b.start)
}

/** One clip of each recording among them: pictures stand for their sound. */
export function recordings(placed: readonly PlacedItem<Clip>[]): PlacedItem<Clip>[] {
  const seen = new Set<string>()
  const pictures = placed.filter(({ track }) => track.kind === 'picture')
  const others = placed.filter(({ track }) => track.kind !== 'picture')
  return [...pictures, ...others].filter(({ item }) => {
    const key = item.linkId ?? item.id
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The clip a verb means without a selection: a selected one under the frame, else the topmost picture there. */
export function clipUnder(frame: number): PlacedItem<Clip> | undefined {
  const under = unlockedClips().filter(({ start, end }) => frame >= start && frame < end)
  const chosen: readonly ItemId[] = useSession.getState().clips
  return (
    under.find(({ item, track }) => chosen.includes(item.id) && track.kind === 'picture') ??
    under.find(({ item }) => chosen.includes(item.id)) ??
    under.findLast(({ track }) => track.kind === 'picture') ??
    under[0]
  )
}

/**
 * One more timeline, empty, with two picture and two sound tracks. Touches nothing else; which timeline opens stays.
 *
 * Around: linked, shots, takes, pins, transitions, markers, locked, sync-locked stay.
 */
import type { MakeId, TimelineId } from '../model/ids.ts'
import { newTimeline, type TimelineFormat } from '../model/newTimeline.ts'
import type { Project } from '../model/project.ts'
import { change } from './draft.ts'

export interface CreateTimeline extends TimelineFormat {
  readonly name: string
}

export const createTimeline = (
  project: Project,
  { name, ...format }: CreateTimeline,
  makeId: MakeId,
): Project =>
  change(project, (draft) => {
    const { timeline, tracks } = newTimeline(makeId<TimelineId>(), name, format, makeId)
    draft.add('timelines', timeline)
    for (const track of tracks) draft.add('tracks', track)
  })

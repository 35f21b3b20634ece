/** The places where a transition can lie, and how long one can be there. */
import type { Clip } from '../model/clip.ts'
import type { ItemId, TransitionId } from '../model/ids.ts'
import { mediaRoom } from '../model/mediaLimits.ts'
import type { Project } from '../model/project.ts'
import { linkedClips, place, placedItems, timelineOf } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import type { Transition } from '../model/transition.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { jointsAt } from './editPoint.ts'
import { refuse } from './refuse.ts'
import { clipAt, quoted } from './timelineEdit.ts'

/** The cut between two neighbours, or the free edge of one clip (the other null). */
export interface CutRef {
  readonly from: ItemId | null
  readonly to: ItemId | null
}

export interface Cut {
  readonly track: Track
  readonly from: Clip | null
  readonly to: Clip | null
}

/**
 * The cut, and with `linked` the cuts of linked clips at the same frame of the same kind (between two, or free).
 * @throws EditRefused when there is no such cut.
 */
export function cutsAt(project: Project, { from, to }: CutRef, linked: boolean): Cut[] {
  if (from !== null && to !== null) {
    return jointsAt(project, { leftId: from, rightId: to, linked }).map(
      ({ track, left, right }): Cut => ({ track, from: left, to: right }),
    )
  }
  const edge = from === null ? 'start' : 'end'
  const id = from ?? to ?? refuse('transition:noCut')
  const clip = clipAt(project, id)
  const own = freeEdge(project, id, edge)
  if (!own) {
    return refuse(edge === 'start' ? 'transition:startMeets' : 'transition:endMeets', {
      clip: quoted(clip),
    })
  }
  if (!linked) return [own]
  const frame = place(project, id)[edge]
  const others = linkedClips(project, id).filter(
    (other) => other !== id && place(project, other)[edge] === frame,
  )
  return [own, ...others.flatMap((other) => freeEdge(project, other, edge) ?? [])]
}

function freeEdge(project: Project, id: ItemId, edge: 'start' | 'end'): Cut | undefined {
  const { track, order } = place(project, id)
  const clip = clipAt(project, id)
  const beside = placedItems(project, track)[edge === 'start' ? order - 1 : order + 1]
  if (beside?.item.kind === 'clip') return undefined
  return { track, from: edge === 'end' ? clip : null, to: edge === 'start' ? clip : null }
}

export const transitionAt = (project: Project, { track, from, to }: Cut): Transition | undefined =>
  transitionsOf(project, track.id).find(
    (each) => each.from === (from?.id ?? null) && each.to === (to?.id ?? null),
  )

/** The most frames before and after the cut: clips, their media, and the transitions of their other edges. */
export function transitionRoom(
  project: Project,
  { track, from, to }: Cut,
  except?: TransitionId,
): { readonly before: number; readonly after: number } {
  const { rate } = timelineOf(project, track.timelineId)
  const others = transitionsOf(project, track.id).filter(({ id }) => id !== except)
  const atStart = from && others.find((other) => other.to === from.id)
  const atEnd = to && others.find((other) => other.from === to.id)
  const ahead = from && to ? mediaRoom(project, to, rate).head : Infinity
  const beyond = from && to ? mediaRoom(project, from, rate).tail : Infinity
  return {
    before: from ? Math.min(from.duration - (atStart?.after ?? 0), ahead) : 0,
    after: to ? Math.min(to.duration - (atEnd?.before ?? 0), beyond) : 0,
  }
}

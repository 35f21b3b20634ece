/**
 * Lays a transition on cuts, or on the free edges of clips.
 *
 *     before   V1 |A.......|B.......|          after   V1 |A.......|B.......|
 *              A1 |A.......|B.......|                  A1 |A.......|B.......|
 *                                                             [--|--]           on both, linked
 *
 * Where nothing is said it is a dissolve for pictures and an equal-power crossfade for sounds, of one second about
 * the cut, or inside the clip at a free edge. It gets as long as clips, media and other transitions allow; a cut
 * without room is left as it is, and when that is all there was, the edit is refused. One that lies there is
 * replaced. Linked clips that meet at the same frame get one of their own.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions change; locked refuse.
 */
import type { MakeId, TransitionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { timelineOf } from '../model/select.ts'
import {
  DEFAULT_TRANSITION_SECONDS,
  defaultStyle,
  suitsTrack,
  type TransitionStyle,
} from '../model/transition.ts'
import { frameAt } from '../time/frames.ts'
import { rational } from '../time/rational.ts'
import { type Cut, type CutRef, cutsAt, transitionAt, transitionRoom } from './cut.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'
import { quoted, refuseLocked } from './timelineEdit.ts'

export interface NewTransitions {
  readonly cuts: readonly CutRef[]
  readonly linked: boolean
  /** Absent: the usual one for the track. A linked cut of another kind of track gets that track's usual one. */
  readonly style?: TransitionStyle | undefined
  /** Frames; absent: {@link DEFAULT_TRANSITION_SECONDS}, half of it on each side. */
  readonly before?: number | undefined
  readonly after?: number | undefined
}

export function addTransitions(
  project: Project,
  { cuts, ...wanted }: NewTransitions,
  makeId: MakeId,
): Project {
  let result = project
  for (const ref of cuts) {
    const [first, ...others] = cutsAt(project, ref, wanted.linked)
    if (!first) continue
    refuseLocked(first.track)
    refuseUnsuited(first, wanted.style)
    for (const cut of [first, ...others]) {
      if (!cut.track.locked) result = laid(result, cut, wanted, makeId)
    }
  }
  if (result === project) refuseWithoutRoom(project, cuts)
  return result
}

function laid(
  project: Project,
  cut: Cut,
  { style, before, after }: Omit<NewTransitions, 'cuts'>,
  makeId: MakeId,
): Project {
  const { track, from, to } = cut
  const fitting = style && suitsTrack(style, track.kind) ? style : defaultStyle(track.kind)
  if (!fitting) return project
  const { rate } = timelineOf(project, track.timelineId)
  const usual = frameAt(rational(DEFAULT_TRANSITION_SECONDS), rate, 'nearest')
  const half = from && to ? Math.floor(usual / 2) : usual
  const there = transitionAt(project, cut)
  const room = transitionRoom(project, cut, there?.id)
  const lengths = {
    before: Math.min(before ?? half, room.before),
    after: Math.min(after ?? usual - (from && to ? half : 0), room.after),
  }
  if (lengths.before + lengths.after < 1) return project
  return change(project, (draft) => {
    if (there) draft.remove('transitions', there.id)
    draft.add('transitions', {
      ...{ id: makeId<TransitionId>(), trackId: track.id },
      ...{ from: from?.id ?? null, to: to?.id ?? null },
      ...{ ...lengths, style: fitting },
    })
  })
}

export function refuseUnsuited({ track }: Cut, style: TransitionStyle | undefined): void {
  if (track.kind === 'subtitle') refuse('transition:captions')
  if (style && !suitsTrack(style, track.kind)) {
    refuse(track.kind === 'sound' ? 'transition:pictureOnly' : 'transition:soundOnly')
  }
}

/** Says of the first cut what is missing. */
export function refuseWithoutRoom(project: Project, [ref]: readonly CutRef[]): never {
  const [cut] = ref ? cutsAt(project, ref, false) : []
  if (cut?.from && cut.to) {
    return refuse('transition:noRoomBetween', { from: quoted(cut.from), to: quoted(cut.to) })
  }
  return refuse('transition:noRoom')
}

/**
 * Lays clips that were copied or cut at another time.
 *
 *     clipboard   V1 |B...|  A1 |b...|              what it held stays as it was when it was copied
 *     before      V1 |A...|C...|D...|
 *     overwrite   V1 |A...|B+..|D...|               at frame 4, over what is there
 *     insert      V1 |A...|B+..|C...|D...|          at frame 4, what lies there gives way
 *
 * Copies of linked clips are linked to each other, copies of a group are a group of their own. Refused where the
 * project lacks the media. Does not touch: the clips that were copied, shots: a pasted window shows the same shot.
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId, TimelineId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { withFields } from './draft.ts'
import { freshTies } from './duplicate.ts'
import { type Landing, land, refuseCollisions } from './move.ts'
import { refuseOutsideMedia } from './placeMedia.ts'
import { refuse } from './refuse.ts'
import { refuseSource } from './refuseSource.ts'
import { refusePullingApart } from './ripple.ts'
import { quoted, TimelineEdit } from './timelineEdit.ts'

/** A clip as it was, and where it lay among the others that were copied with it. */
export interface CopiedClip {
  readonly clip: Clip
  readonly trackId: TrackId
  /** Frames behind the first of them. */
  readonly offset: number
}

export interface Paste {
  readonly timelineId: TimelineId
  readonly clips: readonly CopiedClip[]
  readonly frame: number
  readonly mode: 'overwrite' | 'insert'
}

export function paste(project: Project, args: Paste, makeId: MakeId): Project {
  const edit = new TimelineEdit(project, args.timelineId, makeId)
  const landings = args.clips.map((copied): Landing => {
    refuseUnsuited(project, copied, edit)
    const { clip, trackId, offset } = copied
    const start = args.frame + offset
    return { clip, track: edit.track(trackId), start, end: start + clip.duration }
  })
  refuseCollisions(landings)
  const links = freshTies(landings, 'linkId', makeId)
  const groups = freshTies(landings, 'groupId', makeId)
  const copies = landings.map(({ clip, ...landing }): Landing => {
    const ties = { linkId: links(clip), groupId: groups(clip) }
    return { ...landing, clip: withFields<Clip>({ ...clip, id: makeId<ItemId>() }, ties) }
  })
  land(edit, copies, args.mode)
  if (args.mode === 'insert') refusePullingApart(edit)
  return edit.finish()
}

/** A clipboard may come from another timeline, or from before the media went. */
function refuseUnsuited(project: Project, { clip, trackId }: CopiedClip, edit: TimelineEdit): void {
  const { source } = clip
  const isGone =
    (source.kind === 'asset' && !project.assets.has(source.assetId)) ||
    (source.kind === 'shot' && !project.shots.has(source.shotId)) ||
    (source.kind === 'timeline' && !project.timelines.has(source.timelineId))
  if (isGone) refuse('edit:mediaUnknown', { clip: quoted(clip) })
  refuseSource(project, edit.timeline.id, source, edit.track(trackId).kind)
  if (source.kind !== 'shot') refuseOutsideMedia(project, edit.timeline.id, clip)
}

/**
 * Puts clips into a timeline of their own, and that timeline in their place.
 *
 *     before   V2 |....|t...|......|            after   V2 |....|....|......|
 *              V1 |A...|B...|C.|D..|                    V1 |A...|Scene..|D..|
 *              A1 |A...|B...|C.|D..|                    A1 |A...|Scene..|D..|
 *
 *                                                Scene  V2 |t...|
 *                                                       V1 |B...|C.|
 *                                                       A1 |B...|C.|
 *
 * The clips keep their ids, settings, tracks (by name) and what lies between them; what is seen and heard stays, as
 * long as nothing else lay between their tracks. Picture and sound of the new clip are linked, on the lowest picture
 * and the first sound track of the clips that is free there. Transitions between two of the clips go along, those to
 * other clips go; ties to clips that stay are cut. Does not touch: the time of anything else, captions, which stay.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { Clip, Item } from '../model/clip.ts'
import type { ItemId, MakeId, TimelineId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Timeline } from '../model/timeline.ts'
import type { Track } from '../model/track.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { ZERO } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { change, withFields } from './draft.ts'
import { clipWithin, emptyRanges, placed } from './itemList.ts'
import { leaveGaps } from './lift.ts'
import { withGrouped } from './linked.ts'
import { newClip } from './placeMedia.ts'
import { refuse } from './refuse.ts'
import type { Tie } from './tie.ts'
import { quoted, TimelineEdit } from './timelineEdit.ts'

export interface Nest {
  readonly itemIds: readonly ItemId[]
  /** Of the new timeline, and of its clip. */
  readonly name: string
  readonly linked: boolean
}

interface Inner {
  readonly timeline: Timeline
  readonly tracks: readonly Track[]
  readonly items: readonly Item[]
}

export function nest(project: Project, { itemIds, name, linked }: Nest, makeId: MakeId): Project {
  const edit = TimelineEdit.of(project, itemIds, makeId)
  const chosen = withGrouped(project, itemIds, linked)
  const outer = edit.tracksOf(chosen).filter(({ kind }) => kind !== 'subtitle')
  const ids = new Set(outer.flatMap((track) => track.items.filter((id) => chosen.has(id))))
  const spans = outer.flatMap((track) =>
    placed(edit.items(track)).filter(({ item }) => ids.has(item.id)),
  )
  if (spans.length === 0) refuse('source:nestCaptions')
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  const timelineId = makeId<TimelineId>()
  const inner = innerOf(edit, { outer, ids, start, timelineId, name })
  leaveGaps(edit, ids)
  const kinds = (['picture', 'sound'] as const).filter((kind) =>
    outer.some((track) => track.kind === kind),
  )
  const linkId = kinds.length === 2 ? makeId<string>() : undefined
  for (const kind of kinds) {
    const source = { kind: 'timeline' as const, timelineId }
    const clip = newClip(
      { source, name, sourceStart: ZERO, duration: end - start },
      makeId<ItemId>(),
      linkId,
    )
    const of = outer.filter((track) => track.kind === kind)
    edit.replace(freeTrack(edit, of, start, end), start, end, [clip])
  }
  const innerTrack = new Map<TrackId, TrackId>(
    outer.map(({ id }, i) => [id, inner.tracks[i]?.id ?? id]),
  )
  return change(edit.finish(), (draft) => {
    draft.add('timelines', inner.timeline)
    for (const track of inner.tracks) draft.add('tracks', track)
    for (const item of inner.items) draft.add('items', item)
    for (const track of outer) {
      for (const transition of transitionsOf(project, track.id)) {
        const sides = [transition.from, transition.to].filter((id) => id !== null)
        const to = innerTrack.get(track.id)
        if (to && sides.every((id) => ids.has(id)))
          draft.put('transitions', { ...transition, trackId: to })
      }
    }
  })
}

/** The first that nothing else lies on there; those that are seen and heard come first. */
function freeTrack(
  edit: TimelineEdit,
  tracks: readonly Track[],
  start: number,
  end: number,
): Track {
  const open = tracks.filter(({ hidden, muted }) => !hidden && !muted)
  const free = [...open, ...tracks].find((track) => {
    const [range] = emptyRanges(edit.items(track), start, end)
    return range?.start === start && range.end === end
  })
  if (free) return free
  const [track] = tracks
  const other = track && clipWithin(edit.items(track), start, end)
  return refuse('source:nestBetween', { clip: other ? quoted(other) : say('words:aClip') })
}

interface Taken {
  readonly outer: readonly Track[]
  readonly ids: ReadonlySet<ItemId>
  readonly start: number
  readonly timelineId: TimelineId
  readonly name: string
}

function innerOf(edit: TimelineEdit, { outer, ids, start, timelineId, name }: Taken): Inner {
  const ties = { linkId: innerTies(edit, ids, 'linkId'), groupId: innerTies(edit, ids, 'groupId') }
  const all: Item[] = []
  const tracks = outer.map((track): Track => {
    const items: Item[] = []
    let at = start
    for (const { item, start: from, end } of placed(edit.items(track))) {
      if (item.kind !== 'clip' || !ids.has(item.id)) continue
      items.push(...edit.gap(from - at))
      items.push(withFields<Clip>(item, { linkId: ties.linkId(item), groupId: ties.groupId(item) }))
      at = end
    }
    all.push(...items)
    const own = { id: edit.makeId<TrackId>(), timelineId, items: items.map(({ id }) => id) }
    return { ...track, ...own, locked: false, syncLocked: true }
  })
  const timeline = withFields<Timeline>(edit.timeline, {
    ...{ id: timelineId, name, startFrame: 0, tracks: tracks.map(({ id }) => id) },
    ...{ inFrame: undefined, outFrame: undefined },
  })
  return { timeline, tracks, items: all }
}

/** Ties that clips outside share become the inner clips' own, or none where only one has it. */
function innerTies(
  { original, makeId, tracks }: TimelineEdit,
  ids: ReadonlySet<ItemId>,
  tie: Tie,
): (clip: Clip) => string | undefined {
  const counts = new Map<string, { inside: number; outside: number }>()
  for (const id of tracks.flatMap((track) => track.items)) {
    const item = original.items.get(id)
    const value = item?.kind === 'clip' ? item[tie] : undefined
    if (value === undefined) continue
    const count = counts.get(value) ?? { inside: 0, outside: 0 }
    counts.set(value, count)
    if (ids.has(id)) count.inside++
    else count.outside++
  }
  const fresh = new Map<string, string>()
  for (const [value, { inside, outside }] of counts) {
    if (inside > 1) fresh.set(value, outside > 0 ? makeId<string>() : value)
    else if (inside === 1 && outside === 0) fresh.set(value, value)
  }
  return (clip) => fresh.get(clip[tie] ?? '')
}

/** Which clips and transitions a track shows when. */
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { ItemId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { isPlacedClip, type PlacedItem, placedItems } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import type { Transition } from '../model/transition.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { pictureStream } from './mediaZero.ts'

/** `[start, end)` in the timeline's frames. */
export type SeenSpan = ClipSpan | TransitionSpan

export interface ClipSpan {
  readonly kind: 'clip'
  readonly start: number
  readonly end: number
  readonly clip: SeenClip
}

export interface TransitionSpan {
  readonly kind: 'transition'
  readonly start: number
  readonly end: number
  readonly transition: Transition
  /** One of them is there. */
  readonly from: SeenClip | null
  readonly to: SeenClip | null
}

export interface SeenClip {
  readonly clip: Clip
  /** `[start, end)` where it lies; its own frames count from there. */
  readonly start: number
  readonly end: number
  /** Those whose edge has no transition, which takes their place. */
  readonly fades: Pick<Clip, 'fadeIn' | 'fadeOut'>
}

const byProject = new WeakMap<Project, Map<TrackId, readonly SeenSpan[]>>()

/** What there is to see on a track, in order; spans do not overlap. Hidden tracks and tracks of sound show nothing. */
export function seenOn(project: Project, track: Track): readonly SeenSpan[] {
  const known = byProject.get(project) ?? new Map<TrackId, readonly SeenSpan[]>()
  byProject.set(project, known)
  const spans = known.get(track.id) ?? spansAmong(project, track, placedItems(project, track))
  known.set(track.id, spans)
  return spans
}

/** The one span of a track on screen at a frame, if any. Only what lies there is looked at, however long the track is. */
export function seenAt(project: Project, track: Track, frame: number): SeenSpan | undefined {
  const placed = placedItems(project, track)
  const here = endedBy(placed, frame)
  // A transition shows one more clip on either side, and never reaches over a whole one.
  return spansAmong(project, track, placed.slice(Math.max(0, here - 1), here + 2)).find(
    ({ start, end }) => frame >= start && frame < end,
  )
}

/** How many items, which are in order of time, end at `frame` or before. */
function endedBy(placed: readonly PlacedItem[], frame: number): number {
  let [low, high] = [0, placed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.end ?? Number.POSITIVE_INFINITY) <= frame) low = middle + 1
    else high = middle
  }
  return low
}

interface Edges {
  readonly into: ReadonlyMap<ItemId, Transition>
  readonly outOf: ReadonlyMap<ItemId, Transition>
}
const edgesByList = new WeakMap<readonly Transition[], Edges>()

/** A track's transitions by the clips at their sides. */
function edgesOf(transitions: readonly Transition[]): Edges {
  const known = edgesByList.get(transitions)
  if (known) return known
  const edges = {
    into: new Map(transitions.flatMap((each) => (each.to === null ? [] : [[each.to, each]]))),
    outOf: new Map(transitions.flatMap((each) => (each.from === null ? [] : [[each.from, each]]))),
  }
  edgesByList.set(transitions, edges)
  return edges
}

/** The spans of these items of a track, with all clips that their transitions join. */
function spansAmong(project: Project, track: Track, placed: readonly PlacedItem[]): SeenSpan[] {
  if (track.kind === 'sound' || track.hidden) return []
  const { into, outOf } = edgesOf(transitionsOf(project, track.id))
  const clips = placed.flatMap((one): SeenClip[] => {
    if (!isPlacedClip(one) || !isSeen(project, one.item)) return []
    const { item, start, end } = one
    const fadeIn = into.has(item.id) ? 0 : (item.fadeIn ?? 0)
    const fadeOut = outOf.has(item.id) ? 0 : (item.fadeOut ?? 0)
    return [{ clip: item, start, end, fades: { fadeIn, fadeOut } }]
  })
  const seen = new Map(clips.map((clip) => [clip.clip.id, clip]))
  const transitions = new Set<Transition>()
  const spans: SeenSpan[] = []
  for (const clip of clips) {
    const [before, after] = [into.get(clip.clip.id), outOf.get(clip.clip.id)]
    if (before) transitions.add(before)
    if (after) transitions.add(after)
    const start = clip.start + (before?.after ?? 0)
    const end = clip.end - (after?.before ?? 0)
    if (start < end) spans.push({ kind: 'clip', start, end, clip })
  }
  for (const transition of transitions) {
    const from = seen.get(transition.from ?? NONE) ?? null
    const to = seen.get(transition.to ?? NONE) ?? null
    const cut = from?.end ?? to?.start
    if (cut === undefined) continue
    const [start, end] = [cut - transition.before, cut + transition.after]
    spans.push({ kind: 'transition', start, end, transition, from, to })
  }
  return spans.sort((a, b) => a.start - b.start)
}

const NONE = '' as ItemId

/** Sound alone shows nothing, though it lies on a track of pictures. */
function isSeen(project: Project, clip: Clip): boolean {
  if (!clip.enabled) return false
  const media = clipMedia(project, clip)
  return media.kind === 'asset' ? pictureStream(media.asset.info) !== undefined : true
}

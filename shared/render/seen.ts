/** Which clips and transitions a track shows when. */
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { ItemId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { placedClips } from '../model/select.ts'
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
  const spans = known.get(track.id) ?? spansOn(project, track)
  known.set(track.id, spans)
  return spans
}

/** The one span of a track on screen at a frame, if any. */
export function seenAt(project: Project, track: Track, frame: number): SeenSpan | undefined {
  const spans = seenOn(project, track)
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((spans[middle]?.start ?? 0) <= frame) low = middle
    else high = middle - 1
  }
  const span = spans[low]
  return span && frame >= span.start && frame < span.end ? span : undefined
}

function spansOn(project: Project, track: Track): SeenSpan[] {
  if (track.kind === 'sound' || track.hidden) return []
  const clips = placedClips(project, track).filter(({ item }) => isSeen(project, item))
  const transitions = transitionsOf(project, track.id)
  const intoBy = new Map(transitions.map((each) => [each.to, each]))
  const outOfBy = new Map(transitions.map((each) => [each.from, each]))
  const seenClips = new Map(
    clips.map((placed) => {
      const { id, fadeIn = 0, fadeOut = 0 } = placed.item
      return [
        id,
        {
          ...{ clip: placed.item, start: placed.start, end: placed.end },
          fades: {
            fadeIn: intoBy.has(id) ? 0 : fadeIn,
            fadeOut: outOfBy.has(id) ? 0 : fadeOut,
          },
        },
      ]
    }),
  )
  const ofClips = [...seenClips.values()].flatMap((clip): SeenSpan[] => {
    const start = clip.start + (intoBy.get(clip.clip.id)?.after ?? 0)
    const end = clip.end - (outOfBy.get(clip.clip.id)?.before ?? 0)
    return start < end ? [{ kind: 'clip', start, end, clip }] : []
  })
  const ofTransitions = transitions.flatMap((transition): SeenSpan[] => {
    const from = seenClips.get(transition.from ?? NONE) ?? null
    const to = seenClips.get(transition.to ?? NONE) ?? null
    const cut = from?.end ?? to?.start
    if (cut === undefined) return []
    const [start, end] = [cut - transition.before, cut + transition.after]
    return [{ kind: 'transition', start, end, transition, from, to }]
  })
  return [...ofClips, ...ofTransitions].sort((a, b) => a.start - b.start)
}

const NONE = '' as ItemId

/** Sound alone shows nothing, though it lies on a track of pictures. */
function isSeen(project: Project, clip: Clip): boolean {
  if (!clip.enabled) return false
  const media = clipMedia(project, clip)
  return media.kind === 'asset' ? pictureStream(media.asset.info) !== undefined : true
}

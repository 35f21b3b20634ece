/** What must hold of transitions, nested timelines and made things (see invariants.ts), checked frame by frame. */
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId, TimelineId } from '../../../shared/model/ids.ts'
import { mediaLength } from '../../../shared/model/mediaLength.ts'
import type { Project } from '../../../shared/model/project.ts'
import { isFrozen, mediaTimeAt } from '../../../shared/model/timeMap.ts'
import type { Transition } from '../../../shared/model/transition.ts'
import { compare } from '../../../shared/time/rational.ts'

export const brokenNouns = (project: Project): string[] => [
  ...project.transitions.values().flatMap((each) => brokenTransition(project, each)),
  ...overlapping(project),
  ...misplaced(project),
  ...project.timelines.values().flatMap(({ id }) => circles(project, id, [])),
]

function brokenTransition(project: Project, transition: Transition): string[] {
  const { id, trackId, before, after, style } = transition
  const track = project.tracks.get(trackId)
  const timeline = track && project.timelines.get(track.timelineId)
  if (!track || !timeline) return [`${id} lies on no track`]
  const clipOf = (itemId: ItemId | null): Clip | null => {
    const item = itemId === null ? undefined : project.items.get(itemId)
    return item?.kind === 'clip' && track.items.includes(item.id) ? item : null
  }
  const [from, to] = [clipOf(transition.from), clipOf(transition.to)]
  const broken: string[] = []
  const check = (holds: boolean, what: string): void => {
    if (!holds) broken.push(`${id} ${what}`)
  }
  check((from === null) === (transition.from === null), 'goes from a clip elsewhere')
  check((to === null) === (transition.to === null), 'goes to a clip elsewhere')
  check(Number.isSafeInteger(before) && Number.isSafeInteger(after), 'has odd lengths')
  check(before >= 0 && after >= 0 && before + after >= 1, 'covers nothing')
  check(track.kind !== 'subtitle', 'lies on captions')
  check((style.kind === 'crossfade') === (track.kind === 'sound'), 'does not suit its track')
  check(before <= (from?.duration ?? 0) && after <= (to?.duration ?? 0), 'is longer than its clips')
  const at = from ? track.items.indexOf(from.id) + 1 : to ? track.items.indexOf(to.id) : 0
  const [left, right] = [track.items[at - 1], track.items[at]].map(
    (each) => each && project.items.get(each),
  )
  check(from ? left === from : left?.kind !== 'clip', 'is parted from its left')
  check(to ? right === to : right?.kind !== 'clip', 'is parted from its right')
  if (from && to) {
    const { rate } = timeline
    const hasMedia = (clip: Clip, start: number, count: number): boolean =>
      Array.from({ length: count }, (_, i) => start + i).every((frame) => {
        const length = mediaLength(project, clip)
        if (length === null || isFrozen(clip)) return true
        const time = mediaTimeAt(clip, frame, rate)
        return time.num >= 0 && compare(time, length) < 0
      })
    check(hasMedia(to, -before, before), `has no media of ${to.id}`)
    check(hasMedia(from, from.duration, after), `has no media of ${from.id}`)
  }
  return broken
}

function overlapping(project: Project): string[] {
  const covered = new Map<string, number>()
  const edges = new Set<string>()
  const broken: string[] = []
  const cover = (clipId: ItemId | null, edge: string, frames: number): void => {
    if (clipId === null) return
    if (edges.has(`${clipId} ${edge}`)) broken.push(`the ${edge} of ${clipId} has two transitions`)
    edges.add(`${clipId} ${edge}`)
    covered.set(clipId, (covered.get(clipId) ?? 0) + frames)
  }
  for (const { from, to, before, after } of project.transitions) {
    cover(from, 'end', before)
    cover(to, 'start', after)
  }
  for (const [id, frames] of covered) {
    if (frames > (project.items.get(id)?.duration ?? 0)) broken.push(`transitions of ${id} overlap`)
  }
  return broken
}

function misplaced(project: Project): string[] {
  const broken: string[] = []
  for (const settings of project.settings) {
    if (!project.timelines.has(settings.timelineId)) broken.push('no timeline opens')
  }
  for (const marker of project.markers) {
    if (!project.timelines.has(marker.timelineId)) broken.push(`${marker.id} is on no timeline`)
  }
  for (const track of project.tracks) {
    const timeline = project.timelines.get(track.timelineId)
    if (!timeline?.tracks.includes(track.id)) broken.push(`track ${track.id} is in no timeline`)
    for (const id of track.items) {
      const item = project.items.get(id)
      if (item?.kind !== 'clip') continue
      const { kind } = item.source
      if ((kind === 'caption') !== (track.kind === 'subtitle')) {
        broken.push(`${id}, a ${kind}, lies on a ${track.kind} track`)
      }
      const isPictureOnly = kind === 'title' || kind === 'solid' || kind === 'adjustment'
      if (isPictureOnly && track.kind !== 'picture') broken.push(`${id}, a ${kind}, is a sound`)
    }
  }
  return broken
}

function circles(project: Project, id: TimelineId, above: readonly TimelineId[]): string[] {
  if (above.includes(id)) return [`${id} lies in itself`]
  const timeline = project.timelines.get(id)
  if (!timeline) return [`timeline ${id} is missing`]
  const nested = new Set<TimelineId>()
  for (const trackId of timeline.tracks) {
    for (const itemId of project.tracks.get(trackId)?.items ?? []) {
      const item = project.items.get(itemId)
      if (item?.kind === 'clip' && item.source.kind === 'timeline')
        nested.add(item.source.timelineId)
    }
  }
  return [...nested].flatMap((inner) => circles(project, inner, [...above, id]))
}

/**
 * What a range of a timeline holds that cannot be drawn or played: media that nobody has, and look-up tables. An export
 * refuses it by name: leaving it out without a word would be another film.
 */
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { Effect } from '../model/effect.ts'
import type { Project } from '../model/project.ts'
import { type PlacedItem, placedClips, tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { mediaSpan } from '../model/timeMap.ts'
import type { Track } from '../model/track.ts'
import { frameAt } from '../time/frames.ts'
import type { Rational } from '../time/rational.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { heardTracks } from './soundOf.ts'

export interface Range {
  readonly in: number
  readonly out: number
}

/** Each once; empty for a range that is rendered as it is. Hidden, muted and disabled things do not count. */
export function unpainted(project: Project, timeline: Timeline, range: Range): Said[] {
  const found = tracksOf(project, timeline)
    .filter((track) => (track.kind === 'sound' ? !track.muted : !track.hidden))
    .flatMap((track) => onTrack(project, timeline, track, range))
  return [...new Map(found.map((said) => [JSON.stringify(said), said])).values()]
}

const onTrack = (project: Project, timeline: Timeline, track: Track, range: Range): Said[] =>
  placedClips(project, track)
    .filter(({ item, start, end }) => item.enabled && start < range.out && end > range.in)
    .flatMap((clip) => ofClip(project, timeline, clip))

function ofClip(project: Project, { rate }: Timeline, { item, track }: PlacedItem<Clip>): Said[] {
  const media = clipMedia(project, item)
  const where = { clip: item.name, track: track.name }
  if (media.kind === 'missing') return [say('unpainted:missing', where)]
  const isSound = track.kind === 'sound'
  const nested = media.kind === 'timeline' ? media.timeline : undefined
  const inside = nested
    ? (isSound ? heardTracks(project, nested) : picturesOf(project, nested)).flatMap((inner) =>
        onTrack(project, nested, inner, shownOf(item, rate, nested)),
      )
    : []
  const lacksTable = !isSound && item.effects?.some(hasTable)
  return [...inside, ...(lacksTable ? [say('unpainted:lut', where)] : [])]
}

const picturesOf = (project: Project, timeline: Timeline): Track[] =>
  tracksOf(project, timeline).filter((track) => track.kind === 'picture' && !track.hidden)

/** Files of look-up tables cannot be imported yet. */
const hasTable = (effect: Effect): boolean =>
  effect.kind === 'grade' && effect.enabled && effect.lutId !== undefined

/** The frames of a nested timeline that a clip on it uses. */
function shownOf(clip: Clip, rate: Rational, nested: Timeline): Range {
  const { earliest, end } = mediaSpan(clip, rate)
  return {
    in: frameAt(earliest, nested.rate, 'floor'),
    out: frameAt(end, nested.rate, 'ceil'),
  }
}

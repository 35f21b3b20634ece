/**
 * What a range of a timeline holds that the painters do not draw or play yet. An export refuses it by name: leaving
 * it out without a word would be another film. Whoever teaches a painter something takes it out of here.
 */
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { Project } from '../model/project.ts'
import { type PlacedItem, placedClips, tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { mediaSpan } from '../model/timeMap.ts'
import type { Track } from '../model/track.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
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

function onTrack(project: Project, timeline: Timeline, track: Track, range: Range): Said[] {
  const clips = placedClips(project, track).filter(
    ({ item, start, end }) => item.enabled && start < range.out && end > range.in,
  )
  const found = clips.flatMap((clip) => ofClip(project, timeline, clip))
  if (track.kind === 'sound') return found
  const shown = new Set(clips.map(({ item }) => item.id))
  const transitions = transitionsOf(project, track.id)
    .filter(({ from, to }) => (from && shown.has(from)) || (to && shown.has(to)))
    .map(({ style }) =>
      say('unpainted:transition', { style: say(`transition:${style.kind}`), track: track.name }),
    )
  return [...found, ...transitions]
}

function ofClip(project: Project, { rate }: Timeline, { item, track }: PlacedItem<Clip>): Said[] {
  const media = clipMedia(project, item)
  const { kind } = media
  const where = { clip: item.name, track: track.name }
  if (kind === 'missing') return [say('unpainted:missing', where)]
  if (kind === 'timeline' && track.kind === 'sound') {
    const range = shownOf(item, rate, media.timeline)
    return heardTracks(project, media.timeline).flatMap((inner) =>
      onTrack(project, media.timeline, inner, range),
    )
  }
  if (kind === 'timeline') return [say('unpainted:timeline', where)]
  const isMade = kind === 'title' || kind === 'adjustment' || kind === 'caption'
  const hasEffects = item.effects?.some(({ enabled }) => enabled) ?? false
  const isBlended = (item.blendMode ?? 'normal') !== 'normal'
  const isPicture = track.kind === 'picture'
  return [
    ...(isMade ? [say(`unpainted:${kind}`, where)] : []),
    ...(isPicture && hasEffects ? [say('unpainted:effects', where)] : []),
    ...(isPicture && isBlended ? [say('unpainted:blendMode', where)] : []),
  ]
}

/** The frames of a nested timeline that a clip on it uses. */
function shownOf(clip: Clip, rate: Rational, nested: Timeline): Range {
  const { earliest, end } = mediaSpan(clip, rate)
  return {
    in: frameAt(earliest, nested.rate, 'floor'),
    out: frameAt(end, nested.rate, 'ceil'),
  }
}

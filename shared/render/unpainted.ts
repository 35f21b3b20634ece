/**
 * What a range of a timeline holds that the painters do not draw or play yet. An export refuses it by name: leaving
 * it out without a word would be another film. Whoever teaches a painter something takes it out of here.
 */
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { Project } from '../model/project.ts'
import { type PlacedItem, placedClips, tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import type { Track } from '../model/track.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'

export interface Range {
  readonly in: number
  readonly out: number
}

/** Each once; empty for a range that is rendered as it is. Hidden, muted and disabled things do not count. */
export function unpainted(project: Project, timeline: Timeline, range: Range): Said[] {
  const found = tracksOf(project, timeline)
    .filter((track) => (track.kind === 'sound' ? !track.muted : !track.hidden))
    .flatMap((track) => onTrack(project, track, range))
  return [...new Map(found.map((said) => [JSON.stringify(said), said])).values()]
}

function onTrack(project: Project, track: Track, range: Range): Said[] {
  const clips = placedClips(project, track).filter(
    ({ item, start, end }) => item.enabled && start < range.out && end > range.in,
  )
  const shown = new Set(clips.map(({ item }) => item.id))
  const transitions = transitionsOf(project, track.id)
    .filter(({ from, to }) => (from && shown.has(from)) || (to && shown.has(to)))
    .map(({ style }) =>
      say('unpainted:transition', { style: say(`transition:${style.kind}`), track: track.name }),
    )
  return [...clips.flatMap((clip) => ofClip(project, clip)), ...transitions]
}

function ofClip(project: Project, { item, track }: PlacedItem<Clip>): Said[] {
  const { kind } = clipMedia(project, item)
  const where = { clip: item.name, track: track.name }
  if (kind === 'missing') return [say('unpainted:missing', where)]
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

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

export interface Range {
  readonly in: number
  readonly out: number
}

/** In words, each once; empty for a range that is rendered as it is. Hidden, muted and disabled things do not count. */
export function unpainted(project: Project, timeline: Timeline, range: Range): string[] {
  const found = tracksOf(project, timeline)
    .filter((track) => (track.kind === 'sound' ? !track.muted : !track.hidden))
    .flatMap((track) => onTrack(project, track, range))
  return [...new Set(found)]
}

function onTrack(project: Project, track: Track, range: Range): string[] {
  const clips = placedClips(project, track).filter(
    ({ item, start, end }) => item.enabled && start < range.out && end > range.in,
  )
  const shown = new Set(clips.map(({ item }) => item.id))
  const transitions = transitionsOf(project, track.id)
    .filter(({ from, to }) => (from && shown.has(from)) || (to && shown.has(to)))
    .map(({ style }) => `a ${style.kind} on ${track.name}`)
  return [...clips.flatMap((clip) => ofClip(project, clip)), ...transitions]
}

function ofClip(project: Project, { item, track }: PlacedItem<Clip>): string[] {
  const media = clipMedia(project, item)
  const where = `"${item.name}" on ${track.name}`
  const found = (what: string, is: boolean): string[] => (is ? [`${what} ${where}`] : [])
  if (media.kind === 'missing') return [`the missing media of ${where}`]
  if (media.kind === 'timeline') return [`the nested timeline ${where}`]
  const isMade = media.kind === 'title' || media.kind === 'adjustment' || media.kind === 'caption'
  return [
    ...found(`the ${media.kind}`, isMade),
    ...(track.kind === 'picture'
      ? [
          ...found('the effects of', item.effects?.some(({ enabled }) => enabled) ?? false),
          ...found('the blend mode of', (item.blendMode ?? 'normal') !== 'normal'),
        ]
      : []),
  ]
}

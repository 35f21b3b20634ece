/**
 * The one description of the sound: which span of which asset is heard when, and how fast. Players and exports both
 * read it, with the loudness that soundLevels.ts makes of it.
 *
 * A span has one speed. Where the speed is keyed, a clip is heard as several spans: one for every stretch of constant
 * speed, and a ramp as steps of whole frames, each at the speed that covers exactly the media which passes in it, so
 * that sound and picture meet at every step. A step is at least a tenth of a second long, and a ramp has twelve at
 * most. Where nearly no media passes (less than a twentieth of normal speed) a ramp is silent, as a frozen clip is.
 *
 * Under a crossfade both clips are heard beyond their edges. A nested timeline is heard through the clip on it: times
 * and speeds multiply, every clip on the way changes loudness and place, and what is muted inside stays silent.
 */
import type { Clip } from '../model/clip.ts'
import { type ClipMedia, clipMedia } from '../model/clipMedia.ts'
import type { Project } from '../model/project.ts'
import { tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { mediaTimeAt, type Stretch, stretchesOf } from '../model/timeMap.ts'
import type { Track } from '../model/track.ts'
import { secondsAt } from '../time/frames.ts'
import { add, multiply, type Rational, rational, round, subtract } from '../time/rational.ts'
import { type HeardClip, heardOn } from './heard.ts'
import { throughClip } from './nestedSound.ts'
import type { Passage, SoundSpan } from './soundSpan.ts'

/** Tracks that are heard: not muted, and solo where any sound track is. */
export function heardTracks(project: Project, timeline: Timeline): Track[] {
  const tracks = tracksOf(project, timeline).filter((track) => track.kind === 'sound')
  const anySolo = tracks.some((track) => track.solo)
  return tracks.filter((track) => !track.muted && (!anySolo || track.solo))
}

/** All that is heard of a timeline, track by track. */
export const soundOf = (project: Project, timeline: Timeline): SoundSpan[] =>
  heardTracks(project, timeline)
    .flatMap((track) => heardOn(project, track))
    .flatMap((heard) => spansOf(project, heard, timeline.rate))

function spansOf(project: Project, heard: HeardClip, rate: Rational): SoundSpan[] {
  const { clip } = heard
  const media = clipMedia(project, clip)
  if (media.kind !== 'asset' && media.kind !== 'timeline') return []
  if (media.kind === 'asset' && media.asset.info.audio.length === 0) return []
  const inner = media.kind === 'timeline' ? soundOf(project, media.timeline) : []
  return stepsOf(clip, heard.from, heard.to, rate).flatMap((step) => {
    const { from, to, speed } = step
    const outer = {
      start: secondsAt(heard.start + from, rate),
      end: secondsAt(heard.start + to, rate),
      mediaStart: mediaTimeAt(clip, from, rate),
      speed,
      stage: { ...heard.stage, frame: from, framesPerSecond: rate.num / rate.den },
    }
    if (media.kind === 'asset') return [spanOf(clip, media, outer)]
    return inner.flatMap((span) => throughClip(span, outer) ?? [])
  })
}

const spanOf = (
  clip: Clip,
  { asset, offset }: Extract<ClipMedia, { kind: 'asset' }>,
  { start, end, mediaStart, speed, stage }: Passage,
): SoundSpan => ({
  ...{ clip, asset, start, end, speed },
  mediaStart: add(offset, mediaStart),
  stages: [stage],
})

interface Step {
  /** Clip frames; before 0 and behind the clip's end under a crossfade. */
  readonly from: number
  readonly to: number
  readonly speed: Rational
}

const stepsOf = (clip: Clip, from: number, to: number, rate: Rational): Step[] =>
  stretchesOf(clip, from, to).flatMap((stretch) => stepsOfStretch(clip, stretch, rate))

const SHORTEST_STEP = rational(1, 10)
const MOST_STEPS = 12
const SLOWEST = 1 / 20
/** Finer speeds than these are not heard. */
const FINEST = 100_000

function stepsOfStretch(clip: Clip, { from, to, speed }: Stretch, rate: Rational): Step[] {
  if (speed) return speed.num === 0 ? [] : [{ from, to, speed }]
  const shortest = Math.max(1, round(multiply(SHORTEST_STEP, rate), 'ceil'))
  const count = Math.min(MOST_STEPS, Math.max(1, Math.floor((to - from) / shortest)))
  const bounds = Array.from({ length: count + 1 }, (_, i) =>
    Math.round(from + ((to - from) * i) / count),
  )
  return bounds.slice(0, -1).flatMap((start, i) => {
    const end = bounds[i + 1] ?? to
    const passed = subtract(mediaTimeAt(clip, end, rate), mediaTimeAt(clip, start, rate))
    const perSecond = (passed.num / passed.den / (end - start)) * (rate.num / rate.den)
    if (Math.abs(perSecond) < SLOWEST) return []
    return [{ from: start, to: end, speed: rational(Math.round(perSecond * FINEST), FINEST) }]
  })
}

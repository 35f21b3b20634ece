/**
 * The one description of the sound: which span of which asset is heard when, and how fast. Players and exports both
 * read it.
 *
 * A span has one speed. Where the speed is keyed, a clip is heard as several spans: one for every stretch of constant
 * speed, and a ramp as steps of whole frames, each at the speed that covers exactly the media which passes in it, so
 * that sound and picture meet at every step. A step is at least a tenth of a second long, and a ramp has twelve at
 * most. Where nearly no media passes (less than a twentieth of normal speed) a ramp is silent, as a frozen clip is.
 */
import type { Asset } from '../model/asset.ts'
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { Project } from '../model/project.ts'
import { type PlacedItem, placedClips, tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { type Motion, mediaTimeAt, type Stretch, stretchesOf } from '../model/timeMap.ts'
import { multiply, type Rational, rational, round, subtract } from '../time/rational.ts'

export interface SoundSpan {
  readonly clip: Clip
  readonly asset: Asset
  /** Exact seconds of the asset at which the clip's media time 0 lies. */
  readonly offset: Rational
  /** `[start, end)` in the timeline's frames. */
  readonly start: number
  readonly end: number
  /** At one speed, counted from `start`; the time map makes media time of it. */
  readonly motion: Pick<Motion, 'sourceStart' | 'speed'>
  /** The timeline frame at which the clip starts, from which its keyframes count. */
  readonly clipStart: number
}

/** Spans on tracks that are heard: not muted, and solo where any sound track is. */
export function soundOf(project: Project, timeline: Timeline): SoundSpan[] {
  const tracks = tracksOf(project, timeline).filter((track) => track.kind === 'sound')
  const anySolo = tracks.some((track) => track.solo)
  return tracks
    .filter((track) => !track.muted && (!anySolo || track.solo))
    .flatMap((track) => placedClips(project, track))
    .flatMap((placed) => {
      const media = clipMedia(project, placed.item)
      if (!placed.item.enabled || media.kind !== 'asset' || media.asset.info.audio.length === 0) {
        return []
      }
      return spansOf(placed, media, timeline.rate)
    })
}

function spansOf(
  { item: clip, start, end }: Pick<PlacedItem<Clip>, 'item' | 'start' | 'end'>,
  { asset, offset }: { readonly asset: Asset; readonly offset: Rational },
  rate: Rational,
): SoundSpan[] {
  const common = { clip, asset, offset, clipStart: start }
  if (!clip.speedKeys) {
    const { sourceStart, speed } = clip
    return [{ ...common, start, end, motion: { sourceStart, speed } }]
  }
  return stretchesOf(clip, 0, clip.duration)
    .flatMap((stretch) => stepsOf(clip, stretch, rate))
    .map(({ from, to, speed }) => ({
      ...common,
      start: start + from,
      end: start + to,
      motion: { sourceStart: mediaTimeAt(clip, from, rate), speed },
    }))
}

interface Step {
  readonly from: number
  readonly to: number
  readonly speed: Rational
}

const SHORTEST_STEP = rational(1, 10)
const MOST_STEPS = 12
const SLOWEST = 1 / 20
/** Finer speeds than these are not heard. */
const FINEST = 100_000

function stepsOf(clip: Clip, { from, to, speed }: Stretch, rate: Rational): Step[] {
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

/** The timeline that footage asks for, and whether a project can still become one: nothing lies on its timeline yet. */
import { RATES } from '../time/frames.ts'
import { compare, divide, equals, type Rational, toNumber } from '../time/rational.ts'
import type { Asset } from './asset.ts'
import { displaySize, type MediaInfo, type VideoStream } from './mediaInfo.ts'
import type { TimelineFormat } from './newTimeline.ts'
import type { Project } from './project.ts'
import { markersOf, settingsOf, timelineEnd, timelineOf } from './select.ts'
import type { Timeline } from './timeline.ts'

const USUAL: readonly Rational[] = Object.values(RATES).sort(compare)
const SLOWEST = USUAL[0] as Rational

const apart = (a: Rational, b: Rational): number => Math.abs(Math.log(toNumber(a) / toNumber(b)))

/**
 * The usual rate nearest to the footage's: headers round (`23.98`), and uneven times have an average only. Even times slower
 * than any usual rate get the first one that is a whole multiple of theirs, so that every picture stays as long as the others.
 */
export function usualRate({ rate, isVariableRate }: Pick<VideoStream, 'rate' | 'isVariableRate'>) {
  const isSlow = !isVariableRate && apart(rate, SLOWEST) > 0.001 && compare(rate, SLOWEST) < 0
  const multiple = isSlow && USUAL.find((usual) => divide(usual, rate).den === 1)
  if (multiple) return multiple
  return USUAL.reduce((best, usual) => (apart(usual, rate) < apart(best, rate) ? usual : best))
}

/** Encoders want even sides: an odd one gets the next pixel. */
const even = (side: number): number => Math.max(2, 2 * Math.ceil(side / 2))

/** Turned and with square pixels, as it is shown. Undefined for stills and sound, which fit any timeline. */
export function footageFormat({ kind, video: [picture] }: MediaInfo): TimelineFormat | undefined {
  if (kind !== 'video' || !picture) return undefined
  const { width, height } = displaySize(picture)
  return { rate: usualRate(picture), width: even(width), height: even(height) }
}

export interface FootageOffer {
  readonly asset: Asset
  readonly timeline: Timeline
  readonly format: TimelineFormat
}

/**
 * What matching the open timeline to the first footage would make of it. Undefined where it is so already, where `fresh` has
 * no footage, and where the project is under way: footage came before, or something lies or is marked on the timeline.
 * @param project as it was before `fresh` came in
 */
export function footageOffer(project: Project, fresh: readonly Asset[]): FootageOffer | undefined {
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  const isUnderWay =
    project.assets.values().some(({ info }) => info.kind === 'video') ||
    timelineEnd(project, timeline) > 0 ||
    markersOf(project, timeline.id).length > 0
  if (isUnderWay) return undefined
  for (const asset of fresh) {
    const format = footageFormat(asset.info)
    if (!format) continue
    const isSame =
      equals(format.rate, timeline.rate) &&
      format.width === timeline.width &&
      format.height === timeline.height
    return isSame ? undefined : { asset, timeline, format }
  }
  return undefined
}

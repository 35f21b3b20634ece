/** What a clip shows and how its pixels run along its media. */
import type { Asset } from '../../../../shared/model/asset.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import { type ClipMedia, clipMedia } from '../../../../shared/model/clipMedia.ts'
import type { Project } from '../../../../shared/model/project.ts'
import type { Shot } from '../../../../shared/model/shot.ts'
import type { Take } from '../../../../shared/model/take.ts'
import { assetTimeAt } from '../../../../shared/model/timeMap.ts'
import { type Rational, toNumber } from '../../../../shared/time/rational.ts'
import { number, percent } from '../../../i18n/numbers.ts'

export interface ShownMedia {
  readonly asset: Asset
  /** Seconds of the asset at a clip frame; between two frames as far between their times. */
  readonly secondsAt: (frame: number) => number
}

/** The document as if `candidate` were in the cut; nothing else shows of a shot without a take and without footage. */
export function withCandidate(project: Project, shot: Shot, candidate: Take | undefined): Project {
  if (!candidate) return project
  return {
    ...project,
    takes: project.takes.with(candidate),
    shots: project.shots.with({ ...shot, takeId: candidate.id }),
  }
}

interface Known {
  readonly media: Footage
  readonly rate: Rational
  readonly shown: ShownMedia
}
type Footage = Extract<ClipMedia, { kind: 'asset' }>
const knownByClip = new WeakMap<Clip, Known>()

/** Null for solids and for shots with nothing to show. Painters ask for the same clips at every zoom. */
export function shownMedia(project: Project, clip: Clip, rate: Rational): ShownMedia | null {
  const media = clipMedia(project, clip)
  if (media.kind !== 'asset') return null
  const known = knownByClip.get(clip)
  const isSame =
    known?.media.asset === media.asset && known.media.offset === media.offset && known.rate === rate
  if (isSame) return known.shown
  const shown = alongMedia(media, clip, rate)
  knownByClip.set(clip, { media, rate, shown })
  return shown
}

function alongMedia(media: Footage, clip: Clip, rate: Rational): ShownMedia {
  const at = (frame: number): number => toNumber(assetTimeAt(clip, media, frame, rate))
  if (!clip.speedKeys) {
    const start = at(0)
    const step = at(1) - start
    return { asset: media.asset, secondsAt: (frame) => start + frame * step }
  }
  // Painters ask for the same frames again and again.
  const known = new Map<number, number>()
  const kept = (frame: number): number => {
    const time = known.get(frame) ?? at(frame)
    known.set(frame, time)
    return time
  }
  const secondsAt = (frame: number): number => {
    const whole = Math.floor(frame)
    const part = frame - whole
    return part === 0 ? kept(whole) : kept(whole) * (1 - part) + kept(whole + 1) * part
  }
  return { asset: media.asset, secondsAt }
}

/** `50 %`, and `50–200 %` where the speed is keyed; null at normal speed. */
export function speedLabel({ speed, speedKeys }: Pick<Clip, 'speed' | 'speedKeys'>): string | null {
  const percents = (speedKeys?.map((key) => key.speed) ?? [speed]).map((value) =>
    Math.round(toNumber(value) * 100),
  )
  const [least, most] = [Math.min(...percents), Math.max(...percents)]
  if (least !== most) return `${number(least, { most: 0 })}–${percent(most / 100)}`
  return least === 100 ? null : percent(least / 100)
}

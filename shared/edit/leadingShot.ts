/**
 * A new shot that leads out of a clip, into one, or from one to the next: where it lies and what it is pinned to.
 *
 *     gap      |left...|    gap    |right..|    0: the last picture of left; where the window ends: the first of right
 *     cut      |left...|right..|                the same, 5 s pushed in between
 *     extend   |left...|                        0: the last picture of left
 */
import type { Asset } from '../model/asset.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { ItemId, TimelineId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import {
  isPlacedClip,
  type PlacedItem,
  place,
  placedItems,
  timelineOf,
  trackOf,
} from '../model/select.ts'
import type { PictureRef, Shot } from '../model/shot.ts'
import { lastPinIndex, PIN_RATE } from '../model/shotLength.ts'
import { assetTimeAt } from '../model/timeMap.ts'
import { frameAt, secondsAt } from '../time/frames.ts'
import { multiply, type Rational, rational, round, toNumber, ZERO } from '../time/rational.ts'
import { refuse } from './refuse.ts'

export interface LeadingShot {
  readonly length: Shot['length']
  readonly pictures: readonly { readonly index: number; readonly picture: PictureRef }[]
  /** Results of other shots whose pictures are pinned, as assets that the project does not have yet. */
  readonly assets: readonly Asset[]
  readonly place: {
    readonly timelineId: TimelineId
    readonly pictureTrackId: TrackId
    readonly frame: number
    /** Frames of the timeline. */
    readonly duration: number
    readonly mode: 'overwrite' | 'insert'
  }
}

const [SHORT, LONG] = [5, 10] as const

/** Fills the gap that lies at a frame, and no more. @throws EditRefused */
export function fillingGap(project: Project, trackId: TrackId, frame: number): LeadingShot {
  const track = trackOf(project, trackId)
  const placed = placedItems(project, track)
  const gap = placed.find(({ start, end }) => start <= frame && frame < end)
  if (gap?.item.kind !== 'gap') return refuse('edit:noGapHere', { track: track.name })
  const { rate } = timelineOf(project, track.timelineId)
  const seconds = secondsAt(gap.item.duration, rate)
  const length = toNumber(seconds) <= SHORT ? SHORT : LONG
  if (toNumber(seconds) > LONG) {
    refuse('edit:gapTooLong', { seconds: toNumber(seconds), most: LONG })
  }
  const [left, right] = [placed[gap.order - 1], placed[gap.order + 1]]
  const at = { frame: gap.start, duration: gap.item.duration, mode: 'overwrite' } as const
  return leading(project, { left, right, length, at }, track.timelineId, trackId)
}

/** 5 s between two neighbours. @throws EditRefused */
export function bridgingCut(project: Project, leftId: ItemId, rightId: ItemId): LeadingShot {
  const [left, right] = [place(project, leftId), place(project, rightId)]
  if (left.track.id !== right.track.id || left.order + 1 !== right.order) {
    refuse('edit:clipsApart')
  }
  return leading(
    project,
    { left, right, length: SHORT, at: inserted(project, left) },
    ...onTrack(left),
  )
}

/** 5 s that go on from the last picture of a clip. @throws EditRefused */
export function extendingClip(project: Project, itemId: ItemId): LeadingShot {
  const left = place(project, itemId)
  return leading(
    project,
    { left, right: undefined, length: SHORT, at: inserted(project, left) },
    ...onTrack(left),
  )
}

const onTrack = ({ track }: PlacedItem): [TimelineId, TrackId] => [track.timelineId, track.id]

/** Behind a clip, what follows pushed along. */
function inserted(project: Project, { track, end }: PlacedItem) {
  const { rate } = timelineOf(project, track.timelineId)
  return {
    frame: end,
    duration: frameAt(rational(SHORT), rate, 'nearest'),
    mode: 'insert' as const,
  }
}

interface Sides {
  readonly left: PlacedItem | undefined
  readonly right: PlacedItem | undefined
  readonly length: Shot['length']
  readonly at: Pick<LeadingShot['place'], 'frame' | 'duration' | 'mode'>
}

function leading(
  project: Project,
  { left, right, length, at }: Sides,
  timelineId: TimelineId,
  pictureTrackId: TrackId,
): LeadingShot {
  const { rate } = timelineOf(project, timelineId)
  const first = left && pictureOf(project, left, left.end - left.start - 1, rate)
  const last = right && pictureOf(project, right, 0, rate)
  if (!first && !last) {
    return refuse('edit:nothingToLeadFrom', { track: trackOf(project, pictureTrackId).name })
  }
  // Where the window ends, since it is there that the right clip begins.
  const window = round(multiply(secondsAt(at.duration, rate), PIN_RATE), 'nearest')
  const end = Math.max(1, Math.min(window, lastPinIndex({ mode: 'pins', length })))
  const found = [
    ...(first ? [{ index: 0, ...first }] : []),
    ...(last ? [{ index: end, ...last }] : []),
  ]
  const fresh = new Map(
    found.flatMap(({ asset }) => (project.assets.get(asset.id) ? [] : [[asset.id, asset]])),
  )
  return {
    length,
    pictures: found.map(({ index, asset, time }) => ({
      index,
      picture: { assetId: asset.id, time },
    })),
    assets: [...fresh.values()],
    place: { timelineId, pictureTrackId, ...at },
  }
}

/** What a clip shows at one of its frames; undefined where that is no picture of one file. */
function pictureOf(
  project: Project,
  placed: PlacedItem,
  clipFrame: number,
  rate: Rational,
): { readonly asset: Asset; readonly time: Rational } | undefined {
  if (!isPlacedClip(placed)) return undefined
  const media = clipMedia(project, placed.item)
  if (media.kind !== 'asset' || media.asset.info.video.length === 0) return undefined
  const isMoving = media.asset.info.kind === 'video'
  const time = isMoving ? assetTimeAt(placed.item, media, clipFrame, rate) : ZERO
  return { asset: media.asset, time }
}

/**
 * The demo's edit, 24 fps, 1920x1080:
 *
 *     V1 | bunny 48-120 | bridge 0-48 | bunny 200-272 (moves) | second clip |
 *     A1 | its sound    |     gap     | its sound             | its sound   |
 *
 * The bridge is a shot pinned to the frames on either side of it: 119 and 200.
 */
import type { Asset } from '../../shared/model/asset.ts'
import {
  type Clip,
  type ClipSource,
  defaultPicture,
  defaultSound,
  type Item,
} from '../../shared/model/clip.ts'
import type {
  ItemId,
  KeyframeId,
  MakeId,
  PinId,
  ShotId,
  TimelineId,
} from '../../shared/model/ids.ts'
import { type Animated, EASE } from '../../shared/model/keyframe.ts'
import { newProject } from '../../shared/model/newProject.ts'
import type { Project } from '../../shared/model/project.ts'
import { Records } from '../../shared/model/records.ts'
import { settingsOf } from '../../shared/model/select.ts'
import type { Pin, Shot } from '../../shared/model/shot.ts'
import { ONE, type Rational, rational } from '../../shared/time/rational.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Catalogue } from '../../shared/words/messages.ts'
import { say } from '../../shared/words/say.ts'

export interface DemoProject {
  readonly project: Project
  readonly timelineId: TimelineId
  readonly shotId: ShotId
}

const RATE = rational(24)
const BEFORE = { start: 48, end: 120 }
const AFTER = { start: 200, end: 272 }
/** Frames from one pinned picture to the other, on the model's own 24 fps grid. */
const BRIDGE = 48
/** Of the 25 fps clip: from its frame 30, for 60 frames of the timeline. */
const SECOND = { start: rational(30, 25), frames: 60 }

/** The demo belongs to the command line, which speaks English. */
const called = (name: keyof Catalogue['sample']): string => inEnglish(say(`sample:${name}`))

/** `bunny` is 24 fps; `second` any rate. The shot has no take yet. */
export function buildDemoProject(bunny: Asset, second: Asset, makeId: MakeId): DemoProject {
  const blank = newProject(called('demo'), { rate: RATE, width: 1920, height: 1080 }, makeId)
  const { timelineId } = settingsOf(blank)
  const shot = bridgeShot(makeId)
  const items: Item[] = []
  const put = (item: Item): ItemId => {
    items.push(item)
    return item.id
  }
  const clip = (
    name: string,
    source: ClipSource,
    sourceStart: Rational,
    duration: number,
    more: Partial<Clip> = {},
  ): Clip => ({
    ...{ kind: 'clip', id: makeId<ItemId>(), name, source, sourceStart, duration },
    ...{ speed: ONE, enabled: true, picture: defaultPicture(), sound: defaultSound() },
    ...more,
  })
  const linked = (
    name: string,
    asset: Asset,
    start: Rational,
    duration: number,
    more: Partial<Clip> = {},
  ): readonly [picture: ItemId, sound: ItemId] => {
    const source = { kind: 'asset', assetId: asset.id } as const
    const linkId = makeId<string>()
    return [
      put(clip(name, source, start, duration, { ...more, linkId })),
      put(clip(name, source, start, duration, { linkId })),
    ]
  }
  const length = (span: { start: number; end: number }): number => span.end - span.start
  const before = linked(called('meadow'), bunny, rational(BEFORE.start, 24), length(BEFORE))
  const bridge = put(clip(shot.name, { kind: 'shot', shotId: shot.id }, rational(0), BRIDGE))
  const silence = put({ kind: 'gap', id: makeId<ItemId>(), duration: BRIDGE })
  const after = linked(called('closer'), bunny, rational(AFTER.start, 24), length(AFTER), {
    picture: { ...defaultPicture(), ...closer(makeId, length(AFTER)) },
  })
  const last = linked(called('madeHere'), second, SECOND.start, SECOND.frames)
  const content: Readonly<Record<string, ItemId[]>> = {
    V1: [before[0], bridge, after[0], last[0]],
    A1: [before[1], silence, after[1], last[1]],
  }
  return {
    timelineId,
    shotId: shot.id,
    project: {
      ...blank,
      assets: Records.of([bunny, second]),
      items: Records.of(items),
      shots: Records.of([shot]),
      pins: Records.of(bridgePins(shot, bunny, makeId)),
      tracks: Records.of(
        blank.tracks.values().map((track) => ({ ...track, items: content[track.name] ?? [] })),
      ),
    },
  }
}

/** Slowly closer and to the right, at rest on both ends. */
function closer(
  makeId: MakeId,
  frames: number,
): Pick<Clip['picture'], 'scale' | 'positionX' | 'positionY'> {
  const from = 6
  const to = frames - 6
  const move = (first: number, last: number): Animated => ({
    value: first,
    keyframes: [
      { id: makeId<KeyframeId>(), frame: from, value: first, easing: EASE },
      { id: makeId<KeyframeId>(), frame: to, value: last, easing: EASE },
    ],
  })
  return { scale: move(1, 1.35), positionX: move(0, 0.08), positionY: move(0, -0.05) }
}

const bridgeShot = (makeId: MakeId): Shot => ({
  ...{ id: makeId<ShotId>(), name: called('bridge'), mode: 'pins' },
  prompt: called('prompt'),
  ...{ length: 5, resolution: '360p', aspect: '16:9', loop: false, hdr: false, exrExport: false },
})

const bridgePins = (shot: Shot, bunny: Asset, makeId: MakeId): Pin[] =>
  [
    { index: 0, frame: BEFORE.end - 1 },
    { index: BRIDGE, frame: AFTER.start },
  ].map(({ index, frame }) => ({
    id: makeId<PinId>(),
    shotId: shot.id,
    index,
    picture: { assetId: bunny.id, time: rational(frame, 24) },
  }))

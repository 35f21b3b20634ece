/**
 * What opens on the first launch: a small edit with real footage that plays at once, with something of each kind to
 * try: cuts, a move by keyframes, a marker, and a shot with pins that waits to be generated.
 *
 *     V1 | meadow 2-7 s | wakes 12-15.5 s (moves closer) | yawns 17-22 s | shot: pins at 0 and 120, no take |
 *     A1 | its sound    | its sound                      | its sound     |
 */
import { randomUUID } from 'node:crypto'
import { idsFrom } from '../../shared/commands/Command.ts'
import {
  applyCommand,
  type CommandType,
  command,
  type PayloadOf,
} from '../../shared/commands/registry.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { MarkerId, PinId, ShotId } from '../../shared/model/ids.ts'
import { EASE } from '../../shared/model/keyframe.ts'
import { newProject } from '../../shared/model/newProject.ts'
import type { Project } from '../../shared/model/project.ts'
import { placedClips, settingsOf, timelineOf, tracksOf } from '../../shared/model/select.ts'
import type { Pin, Shot } from '../../shared/model/shot.ts'
import { rational } from '../../shared/time/rational.ts'
import { say } from '../../shared/words/say.ts'
import type { Words } from './spoken.ts'

export const SAMPLE_CREDIT =
  '(c) copyright 2008, Blender Foundation / www.bigbuckbunny.org, CC BY 3.0'

/** Start in seconds of the footage, length in frames. */
const CUTS = [
  { key: 'sample:meadow', start: 2, frames: 120 },
  { key: 'sample:flowers', start: 12, frames: 84 },
  { key: 'sample:bird', start: 17, frames: 120 },
] as const

/** The two pictures that the waiting shot leads between, seconds of the footage. */
const PINNED = [rational(527, 24), rational(564, 24)] as const

const apply = <T extends CommandType>(project: Project, type: T, payload: PayloadOf<T>): Project =>
  applyCommand(project, command(type, payload, randomUUID()))

/** A document at 24 pictures per second around one piece of footage of at least 24 s, named in one language. */
export function sampleDocument(asset: Asset, words: Words): Project {
  const format = { rate: rational(24), width: 1920, height: 1080 }
  const empty = newProject(
    words(say('newName:sampleProject')),
    format,
    idsFrom(randomUUID()),
    words(say('newName:firstTimeline')),
  )
  return withShot(withMove(withCuts(empty, asset, words)), asset, words)
}

function withCuts(project: Project, asset: Asset, words: Words): Project {
  const { timelineId } = settingsOf(project)
  const source = { kind: 'asset', assetId: asset.id } as const
  const media = CUTS.map(({ key, start, frames }) => ({
    ...{ source, name: words(say(key)), sourceStart: rational(start), duration: frames },
    ...{ picture: true, sound: true },
  }))
  const known = apply(project, 'assets.add', { assets: [asset] })
  return apply(known, 'clips.place', { timelineId, mode: 'append', frame: 0, media })
}

function withMove(project: Project): Project {
  const [picture] = tracksOf(project, timelineOf(project, settingsOf(project).timelineId))
  const second = picture && placedClips(project, picture)[1]
  if (!second) return project
  const itemId = second.item.id
  const keys = [
    { property: 'scale', frame: 12, value: 1 },
    { property: 'scale', frame: 72, value: 1.25 },
    { property: 'positionX', frame: 12, value: 0 },
    { property: 'positionX', frame: 72, value: 0.06 },
  ] as const
  return keys.reduce(
    (moved, key) => apply(moved, 'keyframe.add', { itemId, ...key, easing: EASE }),
    project,
  )
}

function withShot(project: Project, asset: Asset, words: Words): Project {
  const { timelineId } = settingsOf(project)
  const timeline = timelineOf(project, timelineId)
  const [pictureTrackId] = timeline.tracks
  if (!pictureTrackId) return project
  const frame = CUTS.reduce((end, cut) => end + cut.frames, 0)
  const shot: Shot = {
    ...{ id: randomUUID() as ShotId, name: words(say('sample:bridge')), mode: 'pins', length: 5 },
    prompt: words(say('sample:prompt')),
    ...{ resolution: '360p', aspect: '16:9', loop: false, hdr: false, exrExport: false },
  }
  const pins = PINNED.map((time, i): Pin => {
    const picture = { assetId: asset.id, time }
    return { id: randomUUID() as PinId, shotId: shot.id, index: i * 120, picture }
  })
  const place = { timelineId, pictureTrackId, frame, mode: 'append', duration: 120 } as const
  const directed = apply(project, 'shot.create', { shot, pins, place })
  return apply(directed, 'marker.add', {
    marker: {
      ...{ id: randomUUID() as MarkerId, timelineId, frame, duration: 0 },
      ...{ name: words(say('sample:marker')), color: 'violet' },
    },
  })
}

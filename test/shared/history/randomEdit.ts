/**
 * Random edits. A step is a handful of numbers, read against the document it meets, so that most of them mean
 * something there and a failing sequence shrinks.
 */

import { type Command, type CommandType, command } from '../../../shared/commands/registry.ts'
import { type Clip, PICTURE_PROPERTIES, SOUND_PROPERTIES } from '../../../shared/model/clip.ts'
import type {
  AssetId,
  BinId,
  ItemId,
  LookId,
  MarkerId,
  PinId,
  ShotId,
} from '../../../shared/model/ids.ts'
import { EASE, HOLD, LINEAR } from '../../../shared/model/keyframe.ts'
import type { Project } from '../../../shared/model/project.ts'
import { recipeOf } from '../../../shared/model/recipe.ts'
import {
  placedClips,
  placedItems,
  settingsOf,
  timelineOf,
  tracksOf,
} from '../../../shared/model/select.ts'
import { atRate } from '../../../shared/model/sequenceInfo.ts'
import type { Track } from '../../../shared/model/track.ts'
import { secondsAt } from '../../../shared/time/frames.ts'
import { rational } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { shotWith, takeOf } from '../model/shots.ts'
import { NOUN_KINDS, nounCommand } from './randomNouns.ts'
import type { Step } from './step.ts'

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/** Weights by repetition: what moves things in time comes most often. */
export const KINDS: readonly CommandType[] = [
  ...Array<CommandType>(3).fill('clips.place'),
  ...Array<CommandType>(4).fill('clips.move'),
  ...Array<CommandType>(5).fill('clip.trim'),
  ...Array<CommandType>(3).fill('clips.split'),
  'clip.slip',
  'clip.slip',
  'clips.lift',
  'clips.extract',
  'clips.extract',
  'gap.close',
  'gap.close',
  'clip.set',
  'clip.set',
  'clips.unlink',
  'property.set',
  'keyframe.add',
  'keyframe.add',
  'keyframes.move',
  'keyframes.remove',
  'keyframes.ease',
  'keyframes.copy',
  'keyframes.scale',
  'attributes.paste',
  'clips.roll',
  'clips.roll',
  'clips.slide',
  'clips.slide',
  'clip.replace',
  'clip.retime',
  'clip.retime',
  ...Array<CommandType>(4).fill('speedKey.add'),
  'speedKeys.move',
  'speedKeys.remove',
  'speedKeys.ease',
  'effect.add',
  'effect.set',
  'effect.move',
  'effect.remove',
  'clip.fade',
  'clips.blend',
  'marker.set',
  'clips.duplicate',
  'clips.duplicate',
  'clips.group',
  'clips.ungroup',
  'edit.join',
  'edit.join',
  'frame.freeze',
  'time.insert',
  'pins.copy',
  'pins.scale',
  'pins.scale',
  'bin.put',
  'bin.remove',
  'assets.file',
  'look.put',
  'look.remove',
  'project.set',
  'shot.create',
  'shot.fromClip',
  'shot.update',
  'pin.add',
  'pins.move',
  'pins.remove',
  'pin.replace',
  'pin.replace',
  'take.accept',
  'take.remove',
  'take.putBack',
  'shot.restore',
  'track.add',
  'track.remove',
  'track.set',
  'track.set',
  'marker.add',
  'marker.remove',
  'marker.move',
  'timeline.setRange',
  'project.rename',
  'asset.rename',
  'asset.mark',
  'asset.interpret',
  'assets.remove',
  ...NOUN_KINDS,
  'batch',
]

/** The command a step means on this document; null where it means nothing. */
export function commandOf(project: Project, step: Step, id: string): Command | null {
  const type = KINDS[step.kind % KINDS.length] ?? 'project.rename'
  return type === 'batch' ? batchOf(project, step, id) : single(project, step, id, type)
}

/** A step later the document may be another one: the second command may be refused, and with it the whole batch. */
function batchOf(project: Project, step: Step, id: string): Command | null {
  const commands = [step.target, step.other].flatMap((kind, i) => {
    const next = { ...step, kind: kind % (KINDS.length - 1), frame: step.frame + i }
    return commandOf(project, next, `${id}-${i}`) ?? []
  })
  return commands.length === 0 ? null : command('batch', { label: asWritten('Both'), commands }, id)
}

function single(project: Project, step: Step, id: string, type: CommandType): Command | null {
  const noun = nounCommand(project, step, id, type)
  if (noun !== undefined) return noun
  const { target, other, delta, frame, flag } = step
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  const tracks = tracksOf(project, timeline)
  const clips = tracks.flatMap((track) => placedClips(project, track))
  const clip = pick(clips, target)?.item
  const track = pick(tracks, target)
  const shot = pick(project.shots.values(), target)
  const pin = pick(project.pins.values(), target)
  const marker = pick(project.markers.values(), target)
  const asset = pick(['footage', 'short', 'still'] as AssetId[], other)
  const timelineId = timeline.id
  const several = (): ItemId[] => {
    const second = pick(clips, other)?.item
    return flag && second && clip && second.id !== clip.id
      ? [clip.id, second.id]
      : clip
        ? [clip.id]
        : []
  }
  const keyed = clip && keyframesOf(clip)
  const keyframe = keyed && pick(keyed, other)
  const speedKey = clip?.speedKeys && pick(clip.speedKeys, other)
  const effect = clip?.effects && pick(clip.effects, other)
  const neighbours = pick(neighboursIn(project, tracks), target)
  const bins = project.bins.values()
  const bin = pick(bins, target)
  const factor = pick([rational(2), rational(1, 2), rational(4, 3)], other) ?? rational(2)
  const easing = pick([HOLD, LINEAR, EASE], other)
  switch (type) {
    case 'clips.place': {
      const kinds = asset === 'still' ? 1 : 1 + (target % 3)
      const media = {
        source: { kind: 'asset' as const, assetId: asset ?? ('footage' as AssetId) },
        name: `${asset}`,
        sourceStart: secondsAt(other % 20, timeline.rate),
        duration: 1 + (other % 50),
        picture: kinds !== 2,
        sound: kinds !== 1,
      }
      const mode = pick(['overwrite', 'insert', 'append'] as const, target) ?? 'append'
      return command(type, { timelineId, mode, frame, media: flag ? [media, media] : [media] }, id)
    }
    case 'clips.move':
      return clip
        ? command(
            type,
            {
              itemIds: several(),
              delta,
              trackDelta: (other % 3) - 1,
              mode: flag ? 'overwrite' : 'insert',
              linked: true,
            },
            id,
          )
        : null
    case 'clip.trim': {
      const edge = other % 2 === 0 ? 'start' : 'end'
      return clip
        ? command(type, { itemId: clip.id, edge, delta, ripple: flag, linked: other % 3 > 0 }, id)
        : null
    }
    case 'clips.split':
      return command(type, { timelineId, frame: frame + 1, linked: true }, id)
    case 'clip.slip':
      return clip ? command(type, { itemId: clip.id, delta, linked: true }, id) : null
    case 'clips.lift':
    case 'clips.extract':
      return clip ? command(type, { itemIds: several(), linked: other % 4 > 0 }, id) : null
    case 'gap.close': {
      const gaps = tracks.flatMap((row) =>
        placedItems(project, row).filter((placed) => placed.item.kind === 'gap'),
      )
      const gap = pick(gaps, target)
      return gap ? command(type, { trackId: gap.track.id, frame: gap.start }, id) : null
    }
    case 'clip.set': {
      const speed = pick(
        [rational(1), rational(2), rational(1, 2), rational(-1), rational(0), rational(3, 2)],
        other,
      )
      return clip
        ? command(
            type,
            {
              itemId: clip.id,
              patch: flag ? { speed } : { enabled: delta > 0, name: `n${other}` },
            },
            id,
          )
        : null
    }
    case 'clips.unlink':
      return clip ? command(type, { itemIds: [clip.id] }, id) : null
    case 'property.set':
    case 'keyframe.add': {
      // Few properties, so that some get several keyframes.
      const property = pick(['scale', 'opacity', 'volume', 'pan'] as const, other) ?? 'scale'
      const value = (other % 10) / 10
      return clip
        ? command(type, { itemId: clip.id, property, frame: frame % 60, value }, id)
        : null
    }
    case 'keyframes.move':
      return clip && keyframe
        ? command(type, { itemId: clip.id, moves: [{ ...keyframe, frame: delta }] }, id)
        : null
    case 'keyframes.remove':
      return clip && keyframe ? command(type, { itemId: clip.id, keyframes: [keyframe] }, id) : null
    case 'keyframes.ease':
      return clip && keyframe && easing
        ? command(type, { itemId: clip.id, keyframes: [keyframe], easing }, id)
        : null
    case 'keyframes.copy': {
      const to = pick(clips, delta + 40)?.item
      return clip && keyframe && to
        ? command(type, { fromId: clip.id, keyframes: [keyframe], toId: to.id, frame: delta }, id)
        : null
    }
    case 'keyframes.scale':
      return clip && keyed && keyed.length > 0
        ? command(type, { itemId: clip.id, keyframes: keyed, anchor: delta, factor }, id)
        : null
    case 'attributes.paste':
      return clip
        ? command(
            type,
            { fromId: clip.id, itemIds: several(), properties: ['scale', 'volume'] },
            id,
          )
        : null
    case 'clips.roll':
    case 'edit.join': {
      if (!neighbours) return null
      const point = { ...neighbours, linked: true }
      return type === 'edit.join'
        ? command(type, point, id)
        : command(type, { ...point, delta: delta % 12 }, id)
    }
    case 'clips.slide':
      return clip
        ? command(type, { itemIds: several(), delta: delta % 12, linked: true }, id)
        : null
    case 'clip.replace':
      return clip
        ? command(
            type,
            {
              itemId: clip.id,
              source: { kind: 'asset', assetId: asset ?? ('footage' as AssetId) },
              name: `${asset}`,
              sourceStart: secondsAt(other % 20, timeline.rate),
              linked: true,
            },
            id,
          )
        : null
    case 'speedKey.add': {
      const speed = pick(
        [1, 2, -1, 0, 0.5, 1.37].map((n) => rational(Math.round(n * 100), 100)),
        other,
      )
      const ease = pick(['hold', 'linear', 'smooth'] as const, target)
      if (!clip || !speed) return null
      return command(type, { itemId: clip.id, frame: frame % 40, speed, ease }, id)
    }
    case 'speedKeys.move':
      return speedKey && clip
        ? command(
            type,
            {
              itemId: clip.id,
              moves: [{ keyframeId: speedKey.id, frame: speedKey.frame + delta }],
            },
            id,
          )
        : null
    case 'speedKeys.remove':
      return speedKey && clip
        ? command(type, { itemId: clip.id, keyframeIds: [speedKey.id] }, id)
        : null
    case 'speedKeys.ease':
      return speedKey && clip
        ? command(
            type,
            { itemId: clip.id, keyframeIds: [speedKey.id], ease: flag ? 'smooth' : 'hold' },
            id,
          )
        : null
    case 'effect.add': {
      const kind = pick(['grade', 'blur', 'sharpen', 'vignette', 'key'] as const, other)
      return clip && kind
        ? command(type, { itemId: clip.id, kind, index: flag ? 0 : undefined }, id)
        : null
    }
    case 'effect.set':
      return effect && clip
        ? command(type, { itemId: clip.id, effectId: effect.id, patch: { enabled: flag } }, id)
        : null
    case 'effect.move':
      return effect && clip
        ? command(type, { itemId: clip.id, effectId: effect.id, index: other % 3 }, id)
        : null
    case 'effect.remove':
      return effect && clip ? command(type, { itemId: clip.id, effectId: effect.id }, id) : null
    case 'clip.fade':
      return clip
        ? command(
            type,
            { itemId: clip.id, fadeIn: flag ? other : undefined, fadeOut: frame % 30 },
            id,
          )
        : null
    case 'clips.blend':
      return clip
        ? command(type, { itemIds: [clip.id], blendMode: flag ? 'normal' : 'screen' }, id)
        : null
    case 'marker.set':
      return marker
        ? command(type, { markerId: marker.id, patch: { name: `m${other}`, color: 'teal' } }, id)
        : null
    case 'clip.retime': {
      const speed = pick([rational(1), rational(2), rational(1, 2), rational(-3, 2)], other)
      return clip && speed ? command(type, { itemId: clip.id, speed, ripple: flag }, id) : null
    }
    case 'clips.duplicate':
      return clip && clips.length < 40
        ? command(
            type,
            {
              itemIds: several(),
              delta,
              trackDelta: (other % 3) - 1,
              mode: flag ? 'overwrite' : 'insert',
              linked: true,
            },
            id,
          )
        : null
    case 'clips.group': {
      const second = pick(clips, other)?.item
      return clip && second ? command(type, { itemIds: [clip.id, second.id] }, id) : null
    }
    case 'clips.ungroup':
      return clip ? command(type, { itemIds: [clip.id] }, id) : null
    case 'frame.freeze': {
      const at = pick(clips, target)
      return at
        ? command(
            type,
            {
              itemId: at.item.id,
              frame: at.start + (frame % at.item.duration),
              duration: 1 + (other % 30),
              ripple: flag,
            },
            id,
          )
        : null
    }
    case 'time.insert':
      return command(type, { timelineId, frame, duration: 1 + (other % 30) }, id)
    case 'pins.copy':
      return pin && shot
        ? command(type, { pinIds: [pin.id], toShotId: shot.id, index: frame % 130 }, id)
        : null
    case 'pins.scale':
      return pin ? command(type, { pinIds: [pin.id], anchor: frame % 130, factor }, id) : null
    case 'bin.put': {
      const made = { id: `bin${target % 3}` as BinId, name: `b${other}` }
      const parent = pick(bins, other)?.id
      return command(type, { bin: flag && parent ? { ...made, parentId: parent } : made }, id)
    }
    case 'bin.remove':
      return bin ? command(type, { binId: bin.id }, id) : null
    case 'assets.file':
      return asset
        ? command(type, { assetIds: [asset], binId: (flag && bin?.id) || null }, id)
        : null
    case 'look.put':
      return command(
        type,
        { look: { id: `look${target % 3}` as LookId, name: `l${other}`, prompt: '' } },
        id,
      )
    case 'look.remove': {
      const look = pick(project.looks.values(), target)
      return look ? command(type, { lookId: look.id }, id) : null
    }
    case 'project.set':
      return command(type, { patch: { loudness: flag ? -1 - (other % 30) : null } }, id)
    case 'shot.create': {
      const pictureTrackId = tracks.find(({ kind }) => kind === 'picture')?.id
      const place = pictureTrackId && {
        timelineId,
        pictureTrackId,
        frame,
        mode: pick(['overwrite', 'insert', 'append'] as const, other) ?? 'append',
        duration: 1 + (other % 100),
      }
      const shot = shotWith({ id: `shot-${id}` as ShotId, mode: 'text' })
      return command(type, { shot, pins: [], place: flag ? place : undefined }, id)
    }
    case 'shot.fromClip': {
      const shot = shotWith({ id: `shot-${id}` as ShotId, mode: flag ? 'transform' : 'reframe' })
      return clip ? command(type, { itemId: clip.id, shot, pins: [] }, id) : null
    }
    case 'shot.update':
      return shot
        ? command(
            type,
            { shotId: shot.id, patch: { prompt: `p${other}`, loop: flag, edit: null } },
            id,
          )
        : null
    case 'pin.add': {
      const picture = { assetId: 'still' as AssetId, time: rational(0) }
      const added = { id: `pin-${id}` as PinId, index: frame % 130, picture }
      return shot ? command(type, { pin: { ...added, shotId: shot.id } }, id) : null
    }
    case 'pins.move':
      return pin ? command(type, { moves: [{ pinId: pin.id, index: frame % 130 }] }, id) : null
    case 'pins.remove':
      return pin ? command(type, { pinIds: [pin.id] }, id) : null
    case 'pin.replace':
      return pin
        ? command(
            type,
            {
              pinId: pin.id,
              picture: { assetId: 'footage' as AssetId, time: rational(other, 24) },
            },
            id,
          )
        : null
    case 'take.accept':
      return shot
        ? command(
            type,
            {
              shotId: shot.id,
              take: { ...takeOf(1 + other), id: `take-${id}` as never, shotId: shot.id },
            },
            id,
          )
        : null
    case 'take.remove':
    case 'take.putBack': {
      const [takeId = `take-${id}` as never] = shot?.removedTakes ?? []
      return shot ? command(type, { shotId: shot.id, takeId, number: 1 }, id) : null
    }
    case 'shot.restore':
      return shot
        ? command(type, { shotId: shot.id, recipe: recipeOf(project, shot), number: 1 }, id)
        : null
    case 'track.add':
      return tracks.length < 8
        ? command(type, { timelineId, kind: flag ? 'picture' : 'sound', name: `T${id}` }, id)
        : null
    case 'track.remove':
      return track && tracks.length > 4 ? command(type, { trackId: track.id }, id) : null
    case 'track.set':
      return track
        ? command(
            type,
            {
              trackId: track.id,
              patch:
                pick(
                  [{ locked: flag && delta > 20 }, { syncLocked: flag }, { muted: flag }],
                  other,
                ) ?? {},
            },
            id,
          )
        : null
    case 'marker.add': {
      const made = { id: `marker-${id}` as MarkerId, timelineId, frame, duration: 0, name: '' }
      return command(type, { marker: { ...made, color: 'amber' } }, id)
    }
    case 'marker.remove':
      return marker ? command(type, { markerId: marker.id }, id) : null
    case 'marker.move':
      return marker ? command(type, { markerId: marker.id, frame }, id) : null
    case 'timeline.setRange':
      return command(
        type,
        { timelineId, inFrame: flag ? frame : null, outFrame: frame + 1 + other },
        id,
      )
    case 'asset.rename':
      return asset ? command(type, { assetId: asset, name: `a${other}` }, id) : null
    case 'asset.mark': {
      const start = flag ? rational(frame, 24) : null
      return asset
        ? command(type, { assetId: asset, in: start, out: rational(frame + 1 + other, 24) }, id)
        : null
    }
    case 'asset.interpret': {
      const frames = project.assets.get('frames' as AssetId)
      const info = frames && atRate(frames.info, rational(12 + other))
      return info
        ? command(type, { assetId: 'frames' as AssetId, mediaKey: `r${other}`, info }, id)
        : null
    }
    case 'assets.remove':
      return command(type, { assetIds: ['spare' as AssetId] }, id)
    default:
      return command('project.rename', { name: `p${other}` }, id)
  }
}

/** Cuts that join come up as often as all others together. */
function neighboursIn(project: Project, tracks: readonly Track[]) {
  const pairs = tracks.flatMap((track) => {
    const items = placedItems(project, track).map(({ item }) => item)
    return items.flatMap((left, i) => {
      const right = items[i + 1]
      if (left.kind !== 'clip' || right?.kind !== 'clip') return []
      return [{ leftId: left.id, rightId: right.id, isSame: left.name === right.name }]
    })
  })
  const same = pairs.filter(({ isSame }) => isSame)
  return [...pairs, ...same].map(({ leftId, rightId }) => ({ leftId, rightId }))
}

const keyframesOf = (clip: Clip) => [
  ...PICTURE_PROPERTIES.flatMap((property) =>
    clip.picture[property].keyframes.map((key) => ({ property, keyframeId: key.id })),
  ),
  ...SOUND_PROPERTIES.flatMap((property) =>
    clip.sound[property].keyframes.map((key) => ({ property, keyframeId: key.id })),
  ),
]

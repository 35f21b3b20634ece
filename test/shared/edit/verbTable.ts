/** One document and one command for every verb, by which its statement (`Around:` above it) is observed. */
import type { Column } from '../../../build/docs/verbs.ts'
import { CommandRefused } from '../../../shared/commands/Command.ts'
import {
  applyCommand,
  type Command,
  type CommandType,
  command,
} from '../../../shared/commands/registry.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import type { ItemId, ShotId, TrackId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Identified, Records } from '../../../shared/model/records.ts'
import { placedItems, trackOf } from '../../../shared/model/select.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { assetOf } from '../model/mediaOf.ts'
import { pinAt, SHOT, shotWith, takeOf } from '../model/shots.ts'
import { cutOf, TIMELINE } from './cutText.ts'

export interface VerbRow {
  readonly verb: string
  /** Its file in shared/edit, without `.ts`. */
  readonly file: string
  readonly command: Command
  readonly before?: readonly Command[]
}

const cmd = (type: CommandType, payload: object, id = 'c'): Command =>
  command(type as never, payload as never, id)

const B = 'V1.B' as ItemId
/** Of a take that was made from one picture and other words. */
const RECIPE = JSON.stringify({
  ...{ mode: 'pins', prompt: 'an ash', length: '5', resolution: '720p', aspect: '16:9' },
  ...{ loop: false, hdr: false, exrExport: false, pins: [[90, 'key of still', '0']] },
})
const key = { property: 'scale', keyframeId: 'k.1' }
const linked = true

/**
 *     V2 |gap ..100|t 100-110|window on a shot 110-220|solid 220-244|
 *     V1 |A 0-24|B 24-48|C 48-72|gap 72-80|D 80-100|            A1 the same, linked
 *
 * Transitions on every cut, a marker at 90, a keyframe on B, a shot with pins.
 */
function base(): Project {
  const cut = cutOf(
    [
      'V2 |gap 0-100|t 100-110@10|',
      'V1 |A 0-24@24|B 24-48@24|C 48-72@24|gap 72-80|D 80-100@24|',
      'A1 |A 0-24@24|B 24-48@24|C 48-72@24|gap 72-80|D 80-100@24|',
    ],
    { lengths: { A: 96, B: 96 } },
  )
  const still = assetOf('still', ZERO, 'still')
  const shot = shotWith({ id: SHOT, length: 10 })
  const place = {
    ...{ timelineId: TIMELINE, pictureTrackId: 'V2', frame: 0, mode: 'append', duration: 110 },
  }
  const solid = { content: { kind: 'solid', color: '#000000' }, offset: 0, duration: 24 }
  const marker = { id: 'm', timelineId: TIMELINE, frame: 90, duration: 0, name: '', color: 'red' }
  return [
    cmd('shot.create', { shot, pins: [pinAt(0), pinAt(60)], place }, 'shot'),
    cmd(
      'generators.place',
      {
        ...{ timelineId: TIMELINE, trackId: 'V2', mode: 'append', frame: 0 },
        ...{ clips: [solid], wordless: 'Solid' },
      },
      'solid',
    ),
    cmd('marker.add', { marker }, 'm'),
    cmd('keyframe.add', { itemId: B, property: 'scale', frame: 3, value: 2 }, 'k'),
    cmd(
      'transitions.add',
      {
        cuts: [
          { from: 'V1.A', to: 'V1.B' },
          { from: 'V1.B', to: 'V1.C' },
          { from: 'shot.1', to: 'solid.1' },
        ],
        linked,
      },
      't',
    ),
  ].reduce(applyCommand, { ...cut, assets: cut.assets.with(still) })
}

const media = {
  source: { kind: 'asset', assetId: 'A' },
  name: 'X',
  sourceStart: ZERO,
  duration: 12,
  picture: true,
  sound: false,
}
const place = (mode: string, frame: number): Command =>
  cmd('clips.place', {
    timelineId: TIMELINE,
    mode,
    frame,
    pictureTrackId: 'V1',
    soundTrackId: 'A1',
    media: [media],
  })
const title = [{ content: defaultTitle('Oak'), offset: 0, duration: 12 }]
const placeTitle = cmd(
  'generators.place',
  {
    ...{ timelineId: TIMELINE, trackId: 'V1', mode: 'overwrite', frame: 40 },
    ...{ clips: title, wordless: 'Title' },
  },
  'c',
)
const speedKey = cmd(
  'speedKey.add',
  { itemId: B, frame: 4, speed: rational(2), ease: 'linear' },
  's',
)
const noun = { id: 'new' as ShotId, name: 'New' }
const point = { leftId: 'V1.A', rightId: B, linked }
const freeEnd = (id: string): Command =>
  cmd('transitions.add', { cuts: [{ from: id, to: null }], linked }, 'free')
const slow = (id: string, frame: number, speed: number): Command =>
  cmd('speedKey.add', { itemId: B, frame, speed: rational(speed), ease: 'hold' }, id)
const slipBy = (delta: number): Command => cmd('clip.slip', { itemId: B, delta, linked }, 'slip')
/** B shows the last second of its media. */
const late = cmd(
  'clip.replace',
  {
    itemId: B,
    source: { kind: 'asset', assetId: 'B' },
    name: 'B',
    sourceStart: rational(3),
    linked,
  },
  'late',
)
const longer = cmd('transition.set', { transitionId: 't.3', patch: { after: 12 } }, 'longer')
const trim = (ripple: boolean): Command =>
  cmd('clip.trim', { itemId: B, edge: 'end', delta: -20, ripple, linked })

export const VERBS: readonly VerbRow[] = [
  { verb: 'Overwrite', file: 'overwrite', command: place('overwrite', 40) },
  { verb: 'Insert', file: 'insert', command: place('insert', 24) },
  { verb: 'Append', file: 'append', before: [freeEnd('V1.D')], command: place('append', 0) },
  {
    verb: 'Replace',
    file: 'replaceClip',
    command: cmd('clip.replace', {
      itemId: B,
      source: media.source,
      name: 'X',
      sourceStart: rational(3),
      linked,
    }),
  },
  { verb: 'Trim', file: 'trim', command: trim(false) },
  { verb: 'Ripple trim', file: 'rippleTrim', command: trim(true) },
  { verb: 'Roll', file: 'roll', command: cmd('clips.roll', { ...point, delta: 20 }) },
  { verb: 'Slip', file: 'slip', command: cmd('clip.slip', { itemId: B, delta: 40, linked }) },
  {
    verb: 'Slide',
    file: 'slide',
    command: cmd('clips.slide', { itemIds: [B], delta: -18, linked }),
  },
  {
    verb: 'Split',
    file: 'split',
    command: cmd('clips.split', { timelineId: TIMELINE, frame: 40, linked }),
  },
  {
    verb: 'Join',
    file: 'join',
    before: [cmd('clips.split', { timelineId: TIMELINE, frame: 36, linked }, 'split')],
    command: cmd('edit.join', { leftId: B, rightId: 'split.1', linked }),
  },
  { verb: 'Lift', file: 'lift', command: cmd('clips.lift', { itemIds: [B], linked }) },
  { verb: 'Extract', file: 'extract', command: cmd('clips.extract', { itemIds: [B], linked }) },
  {
    verb: 'Move',
    file: 'move',
    command: cmd('clips.move', {
      itemIds: [B],
      delta: 48,
      trackDelta: 0,
      mode: 'insert',
      linked,
    }),
  },
  {
    verb: 'Duplicate',
    file: 'duplicate',
    command: cmd('clips.duplicate', {
      itemIds: [B],
      delta: 24,
      trackDelta: 0,
      mode: 'insert',
      linked,
    }),
  },
  {
    verb: 'Paste',
    file: 'paste',
    command: cmd('clips.paste', {
      ...{ timelineId: TIMELINE, frame: 24, mode: 'insert' },
      clips: [{ clip: base().items.get(B), trackId: 'V1', offset: 0 }],
    }),
  },
  { verb: 'Link', file: 'link', command: cmd('clips.unlink', { itemIds: [B] }) },
  { verb: 'Group', file: 'group', command: cmd('clips.group', { itemIds: [B, 'V1.C'] }) },
  { verb: 'Nest', file: 'nest', command: cmd('clips.nest', { itemIds: [B], name: 'N', linked }) },
  {
    verb: 'Set clip',
    file: 'setClip',
    command: cmd('clip.set', { itemId: B, patch: { speed: rational(3) } }),
  },
  {
    verb: 'Retime',
    file: 'retime',
    command: cmd('clip.retime', { itemId: B, speed: rational(2), ripple: true }),
  },
  {
    verb: 'Close gap',
    file: 'closeGap',
    before: [freeEnd('V1.C')],
    command: cmd('gap.close', { trackId: 'V1', frame: 75 }),
  },
  {
    verb: 'Insert time',
    file: 'insertTime',
    command: cmd('time.insert', { timelineId: TIMELINE, frame: 24, duration: 5 }),
  },
  {
    verb: 'Freeze frame',
    file: 'freezeFrame',
    command: cmd('frame.freeze', { itemId: B, frame: 40, duration: 12, ripple: true }),
  },
  {
    verb: 'Set property',
    file: 'setProperty',
    command: cmd('property.set', { itemId: B, property: 'opacity', value: 0.5 }),
  },
  {
    verb: 'Add keyframe',
    file: 'addKeyframe',
    command: cmd('keyframe.add', { itemId: B, property: 'volume', frame: 3 }),
  },
  {
    verb: 'Move keyframes',
    file: 'moveKeyframes',
    command: cmd('keyframes.move', { itemId: B, moves: [{ ...key, frame: 9 }] }),
  },
  {
    verb: 'Remove keyframes',
    file: 'removeKeyframes',
    command: cmd('keyframes.remove', { itemId: B, keyframes: [key] }),
  },
  {
    verb: 'Ease keyframes',
    file: 'easeKeyframes',
    command: cmd('keyframes.ease', { itemId: B, keyframes: [key], easing: { kind: 'hold' } }),
  },
  {
    verb: 'Copy keyframes',
    file: 'copyKeyframes',
    command: cmd('keyframes.copy', { fromId: B, keyframes: [key], toId: B, frame: 12 }),
  },
  {
    verb: 'Scale keyframes',
    file: 'scaleKeyframes',
    command: cmd('keyframes.scale', {
      itemId: B,
      keyframes: [key],
      anchor: 0,
      factor: rational(2),
    }),
  },
  {
    verb: 'Add speed keyframe',
    file: 'addSpeedKey',
    command: cmd('speedKey.add', { itemId: B, frame: 0, speed: rational(3), ease: 'hold' }),
  },
  {
    verb: 'Move speed keyframes',
    file: 'moveSpeedKeys',
    before: [speedKey],
    command: cmd('speedKeys.move', {
      itemId: B,
      moves: [{ keyframeId: 's.1', frame: 20, speed: rational(4) }],
    }),
  },
  {
    verb: 'Remove speed keyframes',
    file: 'removeSpeedKeys',
    before: [slipBy(40), slow('s', 0, 1), slow('z', 20, 0), longer],
    command: cmd('speedKeys.remove', { itemId: B, keyframeIds: ['z.1'] }),
  },
  {
    verb: 'Ease speed keyframes',
    file: 'easeSpeedKeys',
    before: [late, slow('s', 0, 0), slow('z', 20, 1), longer],
    command: cmd('speedKeys.ease', { itemId: B, keyframeIds: ['s.1'], ease: 'linear' }),
  },
  {
    verb: 'Paste attributes',
    file: 'pasteAttributes',
    command: cmd('attributes.paste', { fromId: B, itemIds: ['V1.A'], properties: ['scale'] }),
  },
  { verb: 'Effects', file: 'effects', command: cmd('effect.add', { itemId: B, kind: 'blur' }) },
  { verb: 'Fades', file: 'setFades', command: cmd('clip.fade', { itemId: B, fadeIn: 5 }) },
  { verb: 'Place generators', file: 'placeGenerators', command: placeTitle },
  {
    verb: 'Set generator',
    file: 'setGenerator',
    before: [{ ...placeTitle, id: 'g' }],
    command: cmd('generator.set', {
      ...{ itemId: 'g.1', content: defaultTitle('Ash'), wordless: 'Title' },
    }),
  },
  {
    verb: 'Add transitions',
    file: 'addTransitions',
    command: cmd('transitions.add', { cuts: [{ from: 'V1.C', to: null }], linked }),
  },
  {
    verb: 'Set transition',
    file: 'setTransition',
    command: cmd('transition.set', { transitionId: 't.1', patch: { after: 5 } }),
  },
  {
    verb: 'Move transition',
    file: 'moveTransition',
    command: cmd('transition.move', { transitionId: 't.1', from: 'V1.C', to: null }),
  },
  {
    verb: 'Remove transitions',
    file: 'removeTransitions',
    command: cmd('transitions.remove', { transitionIds: ['t.1'] }),
  },
  {
    verb: 'Create shot',
    file: 'createShot',
    command: cmd('shot.create', {
      shot: shotWith({ ...noun, mode: 'pins' }),
      pins: [{ ...pinAt(0), id: 'n', shotId: noun.id }],
      place: {
        timelineId: TIMELINE,
        pictureTrackId: 'V1',
        frame: 40,
        mode: 'overwrite',
        duration: 12,
      },
    }),
  },
  {
    verb: 'Shot from clip',
    file: 'shotFromClip',
    command: cmd('shot.fromClip', {
      itemId: B,
      shot: shotWith({ ...noun, mode: 'transform' }),
      pins: [{ ...pinAt(0), id: 'n', shotId: noun.id }],
    }),
  },
  {
    verb: 'Update shot',
    file: 'updateShot',
    command: cmd('shot.update', { shotId: SHOT, patch: { length: 5 } }),
  },
  {
    verb: 'Pins',
    file: 'pins',
    command: cmd('pins.move', { moves: [{ pinId: 'pin 0', index: 7 }] }),
  },
  {
    verb: 'Accept take',
    file: 'acceptTake',
    command: cmd('take.accept', { shotId: SHOT, take: takeOf(2) }),
  },
  {
    verb: 'Remove take',
    file: 'removeTake',
    command: cmd('take.remove', { shotId: SHOT, takeId: 'take 2', number: 2 }),
  },
  {
    verb: 'Restore shot',
    file: 'restoreShot',
    command: cmd('shot.restore', { shotId: SHOT, recipe: RECIPE, number: 1 }),
  },
  { verb: 'Tracks', file: 'tracks', command: cmd('track.remove', { trackId: 'V1' }) },
  {
    verb: 'Create timeline',
    file: 'createTimeline',
    command: cmd('timeline.create', { name: 'T', rate: rational(24), width: 8, height: 8 }),
  },
  {
    verb: 'Duplicate timeline',
    file: 'duplicateTimeline',
    command: cmd('timeline.duplicate', { timelineId: TIMELINE, name: 'T' }),
  },
  {
    verb: 'Remove timeline',
    file: 'removeTimeline',
    before: [cmd('timeline.create', { name: 'T', rate: rational(24), width: 8, height: 8 }, 'x')],
    command: cmd('timeline.remove', { timelineId: TIMELINE }),
  },
  {
    verb: 'Supply media',
    file: 'supplyMedia',
    before: [cmd('asset.setMissing', { assetId: 'B', missing: true }, 'x')],
    command: cmd('asset.supply', {
      assetId: 'B',
      mediaKey: 'new',
      info: assetOf('B', rational(2)).info,
    }),
  },
]

/** What the verb does to each thing around it, seen from outside. */
export function observed({ command: change, before = [], file }: VerbRow): Record<Column, string> {
  const was = before.reduce(applyCommand, base())
  const is = applyCommand(was, change)
  const stays = (table: 'shots' | 'takes' | 'pins'): string =>
    was[table] === is[table] ? 'stay' : 'change'
  return {
    linked: linkedPart(was) === linkedPart(is) ? 'stay' : 'follow',
    shots: stays('shots'),
    takes: stays('takes'),
    pins: stays('pins'),
    transitions: changeOf(
      was.transitions,
      is.transitions,
      /ransition/.test(file) ? 'change' : 'settle',
    ),
    markers: markersOf(was, is),
    locked: lockedOf(was, change, is),
    'sync-locked': standing(was, 'V2', 'V2.t') === standing(is, 'V2', 'V2.t') ? 'stay' : 'follow',
  }
}

/** Where a clip lies and what it is, as text; empty where it is not. */
function standing(project: Project, trackId: string, id: string): string {
  if (!project.tracks.has(trackId)) return ''
  const found = placedItems(project, trackOf(project, trackId as TrackId)).find(
    ({ item }) => item.id === id,
  )
  return found ? JSON.stringify([found.start, found.item]) : ''
}

/** The clip that is linked to B, and the transitions beside it. */
const linkedPart = (project: Project): string =>
  JSON.stringify([
    standing(project, 'A1', 'A1.B'),
    project.transitions.values().filter(({ trackId }) => trackId === 'A1'),
  ])

function markersOf(was: Project, is: Project): string {
  const isSame = is.markers.size === was.markers.size
  const isThere = was.markers.values().every(({ id }) => is.markers.has(id))
  return changeOf(was.markers, is.markers, isSame && isThere ? 'move' : 'change')
}

/** `copy`: there is more of it, and what there was stayed. */
function changeOf<R extends Identified>(was: Records<R>, is: Records<R>, change: string): string {
  if (was === is) return 'stay'
  const isKept = was.values().every((row) => is.get(row.id) === row)
  return isKept && change !== 'change' ? 'copy' : change
}

/** With every track locked: refused, passed over, or of no matter since nothing on a track changes. */
function lockedOf(was: Project, change: Command, free: Project): string {
  const locked = (project: Project): Project => ({
    ...project,
    tracks: project.tracks
      .values()
      .reduce((all, track) => all.with({ ...track, locked: true }), project.tracks),
  })
  try {
    applyCommand(locked(was), change)
  } catch (error) {
    if (error instanceof CommandRefused) return 'refuse'
    throw error
  }
  const isSame = was.tracks
    .values()
    .every((track) => track.items.every((id) => free.items.get(id) === was.items.get(id)))
  return isSame ? 'stay' : 'skip'
}

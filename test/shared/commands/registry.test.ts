import { describe, expect, it } from 'vitest'
import { CommandRefused, idsFrom } from '../../../shared/commands/Command.ts'
import {
  applyCommand,
  COMMANDS,
  type Command,
  command,
  commandSchema,
  labelOf,
} from '../../../shared/commands/registry.ts'
import { createShot } from '../../../shared/edit/createShot.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import type {
  AssetId,
  BinId,
  EffectId,
  KeyframeId,
  LookId,
  MarkerId,
  PinId,
  ShotId,
  TimelineId,
  TransitionId,
} from '../../../shared/model/ids.ts'
import { EASE } from '../../../shared/model/keyframe.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { clipOf, settingsOf } from '../../../shared/model/select.ts'
import { atRate } from '../../../shared/model/sequenceInfo.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { counting, cutOf, item, items, TIMELINE, textOf, track } from '../edit/cutText.ts'
import { assetOf } from '../model/mediaOf.ts'
import { sequenceAsset } from '../model/sequenceAsset.ts'
import { pinAt, SHOT, shotWith, takeOf } from '../model/shots.ts'

/** Two clips with sound, a gap, a shot with a pin, a marker, a keyframe and a spare asset. */
function start(): Project {
  const cut = cutOf([
    'V1 |A 0-24|B 24-48|gap 48-60|C 60-72|',
    'A1 |A 0-24|B 24-48|gap 48-60|C 60-72|',
  ])
  const assets = cut.assets.with(assetOf('still', ZERO, 'still')).with(assetOf('spare'))
  const marker = {
    id: 'marker' as MarkerId,
    timelineId: TIMELINE,
    frame: 5,
    duration: 0,
    name: 'here',
    color: 'amber' as const,
  }
  const project = createShot(
    { ...cut, assets, markers: Records.of([marker]) },
    { shot: shotWith(), pins: [pinAt(0)] },
    counting('new'),
  )
  const keyed = { itemId: item('V1.B'), property: 'scale' as const, frame: 3, value: 2 }
  return applyCommand(project, command('keyframe.add', keyed, 'k'))
}

/** Numbered pictures. */
const FRAMES = sequenceAsset('frames')

/** The last clip is cut and grouped with the first; there is a bin, a look, a dissolve, a title and a second timeline. */
const ready = (): Project =>
  [
    command('clips.split', { timelineId: TIMELINE, frame: 66, linked: true }, 'split'),
    command('clips.group', { itemIds: items('V1.C', 'V1.A') }, 'g'),
    command('assets.add', { assets: [FRAMES] }, 'frames'),
    command('bin.put', { bin: { id: 'bin' as BinId, name: 'Day' } }, 'b'),
    command('look.put', { look: { id: 'look' as LookId, name: 'Dusk', prompt: 'dusk' } }, 'l'),
    command('speedKey.add', { itemId: A, frame: 4, speed: rational(1), ease: 'linear' }, 's'),
    command('transitions.add', { cuts: [{ from: item('V1.A'), to: B }], linked: true }, 't'),
    command(
      'generators.place',
      {
        timelineId: TIMELINE,
        mode: 'append',
        frame: 0,
        clips: [{ content: defaultTitle('Oak'), offset: 0, duration: 24 }],
        wordless: 'Title',
      },
      'title',
    ),
    command('timeline.create', { name: 'Second', rate: rational(25), width: 64, height: 36 }, 'tl'),
    command('asset.setMissing', { assetId: 'still' as AssetId, missing: true }, 'm'),
    command('effect.add', { itemId: A, kind: 'blur' }, 'blur'),
    command('effect.add', { itemId: A, kind: 'key' }, 'key'),
    command('take.remove', { shotId: SHOT, takeId: takeOf(3).id, number: 3 }, 'gone'),
  ].reduce(applyCommand, start())

const KEY = { property: 'scale' as const, keyframeId: 'k.1' as KeyframeId }
const picture = { assetId: 'A' as AssetId, time: ZERO }
const A = item('V1.A')
const B = item('V1.B')
const BLUR = 'blur.1' as EffectId
const SPEED_KEY = 's.1' as KeyframeId
const DISSOLVE = 't.1' as TransitionId
const SECOND = 'tl.1' as TimelineId

/** Of a take that was made from other words and no pictures. */
const RECIPE = JSON.stringify({
  ...{ mode: 'text', prompt: 'an ash', length: '5', resolution: '720p', aspect: '16:9' },
  ...{ loop: false, hdr: false, exrExport: false },
})

/** One of each, with its label; every one applies to `ready()`. */
const EVERY: readonly [Command, string][] = [
  [command('assets.add', { assets: [assetOf('new')] }, 'c'), 'Import "new.mp4"'],
  [
    command('asset.rename', { assetId: picture.assetId, name: 'oak' }, 'c'),
    'Rename "A.mp4" to "oak"',
  ],
  [
    command('asset.mark', { assetId: picture.assetId, in: rational(1), out: null }, 'c'),
    'Mark in and out of "A.mp4"',
  ],
  [
    command(
      'asset.interpret',
      { assetId: 'frames' as AssetId, mediaKey: 'slow', info: atRate(FRAMES.info, rational(12)) },
      'c',
    ),
    'Change the frame rate of "frames"',
  ],
  [
    command('assets.remove', { assetIds: ['spare' as AssetId] }, 'c'),
    'Remove "spare.mp4" from the library',
  ],
  [
    command(
      'clips.place',
      {
        timelineId: TIMELINE,
        mode: 'insert',
        frame: 24,
        media: [
          {
            source: { kind: 'asset', assetId: picture.assetId },
            name: 'oak',
            sourceStart: ZERO,
            duration: 10,
            picture: true,
            sound: true,
          },
        ],
      },
      'c',
    ),
    'Insert "oak"',
  ],
  [
    command(
      'clips.move',
      { itemIds: items('V1.B'), delta: -3, trackDelta: 0, mode: 'overwrite', linked: true },
      'c',
    ),
    'Move "B" by 3 frames earlier',
  ],
  [
    command('clip.trim', { itemId: B, edge: 'end', delta: 1, ripple: true, linked: true }, 'c'),
    'Ripple trim the end of "B" by 1 frame later',
  ],
  [
    command('clip.slip', { itemId: B, delta: 12, linked: true }, 'c'),
    'Slip "B" by 12 frames later',
  ],
  [
    command('clips.split', { timelineId: TIMELINE, frame: 30, linked: true }, 'c'),
    'Split at the playhead',
  ],
  [command('clips.lift', { itemIds: items('V1.A', 'V1.B'), linked: true }, 'c'), 'Delete 2 clips'],
  [command('clips.extract', { itemIds: items('V1.B'), linked: true }, 'c'), 'Ripple delete "B"'],
  [command('gap.close', { trackId: track('V1'), frame: 50 }, 'c'), 'Close the gap'],
  [
    command('clip.set', { itemId: B, patch: { speed: rational(2) } }, 'c'),
    'Change the speed of "B"',
  ],
  [command('clips.link', { itemIds: items('V1.A', 'V1.B') }, 'c'), 'Link 2 clips'],
  [command('clips.unlink', { itemIds: items('V1.A') }, 'c'), 'Unlink "A"'],
  [
    command('property.set', { itemId: B, property: 'opacity', value: 0.5 }, 'c'),
    'Change the opacity of "B"',
  ],
  [
    command('keyframe.add', { itemId: B, property: 'volume', frame: 3 }, 'c'),
    'Add a volume keyframe to "B"',
  ],
  [
    command('keyframes.move', { itemId: B, moves: [{ ...KEY, frame: 9 }] }, 'c'),
    'Move 1 keyframe of "B"',
  ],
  [command('keyframes.remove', { itemId: B, keyframes: [KEY] }, 'c'), 'Delete 1 keyframe of "B"'],
  [
    command('keyframes.ease', { itemId: B, keyframes: [KEY], easing: EASE }, 'c'),
    'Change the easing of 1 keyframe of "B"',
  ],
  [
    command(
      'shot.create',
      { shot: shotWith({ id: 'other' as ShotId, name: 'Ash' }), pins: [] },
      'c',
    ),
    'New shot "Ash"',
  ],
  [
    command(
      'shot.fromClip',
      { itemId: B, shot: shotWith({ id: 'other' as ShotId, mode: 'reframe' }), pins: [] },
      'c',
    ),
    'Reframe "B"',
  ],
  [
    command('shot.update', { shotId: SHOT, patch: { prompt: 'ash' } }, 'c'),
    'Change the prompt of "Oak"',
  ],
  [
    command('shot.restore', { shotId: SHOT, recipe: RECIPE, number: 2 }, 'c'),
    'Settings of take 2 for "Oak"',
  ],
  [command('pin.add', { pin: pinAt(48) }, 'c'), 'Pin a picture at index 48'],
  [
    command('pins.move', { moves: [{ pinId: 'pin 0' as PinId, index: 7 }] }, 'c'),
    'Move the pin to index 7',
  ],
  [command('pins.remove', { pinIds: ['pin 0' as PinId] }, 'c'), 'Delete 1 pin'],
  [
    command('pin.replace', { pinId: 'pin 0' as PinId, picture }, 'c'),
    'Replace the picture of the pin at index 0',
  ],
  [command('take.accept', { shotId: SHOT, take: takeOf(2) }, 'c'), 'Accept take 2 of "Oak"'],
  [
    command('take.remove', { shotId: SHOT, takeId: takeOf(2).id, number: 2 }, 'c'),
    'Remove take 2 of "Oak"',
  ],
  [
    command('take.putBack', { shotId: SHOT, takeId: takeOf(3).id, number: 3 }, 'c'),
    'Put back take 3 of "Oak"',
  ],
  [
    command('track.add', { timelineId: TIMELINE, kind: 'sound', name: 'A2' }, 'c'),
    'Add the track A2',
  ],
  [command('track.remove', { trackId: track('A1') }, 'c'), 'Remove the track A1'],
  [command('track.set', { trackId: track('A1'), patch: { locked: true } }, 'c'), 'Lock A1'],
  [
    command(
      'marker.add',
      {
        marker: {
          id: 'm' as MarkerId,
          timelineId: TIMELINE,
          frame: 9,
          duration: 0,
          name: '',
          color: 'red',
        },
      },
      'c',
    ),
    'Add a marker',
  ],
  [command('marker.remove', { markerId: 'marker' as MarkerId }, 'c'), 'Delete the marker'],
  [command('marker.move', { markerId: 'marker' as MarkerId, frame: 9 }, 'c'), 'Move the marker'],
  [
    command('timeline.setRange', { timelineId: TIMELINE, inFrame: 3, outFrame: null }, 'c'),
    'Set in and out',
  ],
  [
    command('timeline.set', { timelineId: TIMELINE, patch: { width: 640, height: 360 } }, 'c'),
    'Change the settings of "Timeline 1"',
  ],
  [command('project.rename', { name: 'Oaks' }, 'c'), 'Rename the project to "Oaks"'],
  [
    command('clips.roll', { leftId: item('V1.A'), rightId: B, delta: 3, linked: true }, 'c'),
    'Roll the cut between "A" and "B" by 3 frames later',
  ],
  [
    command('clips.slide', { itemIds: [B], delta: -3, linked: true }, 'c'),
    'Slide "B" by 3 frames earlier',
  ],
  [
    command(
      'clip.replace',
      {
        itemId: B,
        source: { kind: 'asset', assetId: picture.assetId },
        name: 'oak',
        sourceStart: ZERO,
        linked: true,
      },
      'c',
    ),
    'Replace "B" by "oak"',
  ],
  [
    command('clip.retime', { itemId: B, speed: rational(3, 2), ripple: true }, 'c'),
    'Ripple retime "B" to 150 %',
  ],
  [
    command(
      'clips.duplicate',
      { itemIds: [B], delta: 48, trackDelta: 0, mode: 'overwrite', linked: true },
      'c',
    ),
    'Duplicate "B"',
  ],
  [
    command(
      'clips.paste',
      {
        timelineId: TIMELINE,
        clips: [{ clip: clipOf(start(), B), trackId: track('V1'), offset: 0 }],
        frame: 100,
        mode: 'overwrite',
      },
      'c',
    ),
    'Paste 1 clip',
  ],
  [command('clips.group', { itemIds: items('V1.A', 'V1.B') }, 'c'), 'Group 2 clips'],
  [command('clips.ungroup', { itemIds: items('V1.C') }, 'c'), 'Ungroup "C"'],
  [
    command('edit.join', { leftId: item('V1.C'), rightId: item('split.1'), linked: true }, 'c'),
    'Join the parts of "C"',
  ],
  [
    command('frame.freeze', { itemId: B, frame: 30, duration: 12, ripple: true }, 'c'),
    'Hold a frame of "B" for 12 frames',
  ],
  [
    command('time.insert', { timelineId: TIMELINE, frame: 24, duration: 1 }, 'c'),
    'Insert 1 frame of time',
  ],
  [
    command('attributes.paste', { fromId: B, itemIds: items('V1.A'), properties: ['scale'] }, 'c'),
    'Paste attributes to "A"',
  ],
  [
    command('keyframes.copy', { fromId: B, keyframes: [KEY], toId: B, frame: 12 }, 'c'),
    'Copy 1 keyframe to "B"',
  ],
  [
    command(
      'keyframes.scale',
      { itemId: B, keyframes: [KEY], anchor: 0, factor: rational(2) },
      'c',
    ),
    'Scale 1 keyframe of "B" in time',
  ],
  [
    command('pins.copy', { pinIds: ['pin 0' as PinId], toShotId: SHOT, index: 24 }, 'c'),
    'Copy 1 pin to "Oak"',
  ],
  [
    command('pins.scale', { pinIds: ['pin 0' as PinId], anchor: 10, factor: rational(1, 2) }, 'c'),
    'Scale 1 pin in time',
  ],
  [
    command('bin.put', { bin: { id: 'bin' as BinId, name: 'Second day' } }, 'c'),
    'Change the bin "Second day"',
  ],
  [command('bin.remove', { binId: 'bin' as BinId }, 'c'), 'Remove the bin "Day"'],
  [
    command('assets.file', { assetIds: ['A' as AssetId], binId: 'bin' as BinId }, 'c'),
    'Move 1 asset to "Day"',
  ],
  [
    command('look.put', { look: { id: 'new' as LookId, name: 'Fog', prompt: 'fog' } }, 'c'),
    'Keep the look "Fog"',
  ],
  [command('look.remove', { lookId: 'look' as LookId }, 'c'), 'Remove the look "Dusk"'],
  [
    command('project.set', { patch: { colorSpace: 'rec2100-pq', notes: 'HDR' } }, 'c'),
    'Change the project’s notes',
  ],
  [
    command('speedKey.add', { itemId: B, frame: 3, speed: rational(1, 2), ease: 'smooth' }, 'c'),
    'Add a speed keyframe to "B"',
  ],
  [
    command('speedKeys.move', { itemId: A, moves: [{ keyframeId: SPEED_KEY, frame: 9 }] }, 'c'),
    'Move 1 speed keyframe of "A"',
  ],
  [
    command('speedKeys.remove', { itemId: A, keyframeIds: [SPEED_KEY] }, 'c'),
    'Delete 1 speed keyframe of "A"',
  ],
  [
    command('speedKeys.ease', { itemId: A, keyframeIds: [SPEED_KEY], ease: 'hold' }, 'c'),
    'Change the easing of 1 speed keyframe of "A"',
  ],
  [
    command('transitions.add', { cuts: [{ from: B, to: null }], linked: false }, 'c'),
    'Add a transition',
  ],
  [
    command('transition.set', { transitionId: DISSOLVE, patch: { after: 5 } }, 'c'),
    'Change the length of the dissolve',
  ],
  [
    command('transition.move', { transitionId: DISSOLVE, from: null, to: item('V1.A') }, 'c'),
    'Move the dissolve',
  ],
  [command('transitions.remove', { transitionIds: [DISSOLVE] }, 'c'), 'Delete the dissolve'],
  [
    command('clips.nest', { itemIds: items('V1.A', 'V1.B'), name: 'Scene', linked: true }, 'c'),
    'Nest 2 clips in "Scene"',
  ],
  [
    command(
      'generators.place',
      {
        timelineId: TIMELINE,
        mode: 'overwrite',
        frame: 3,
        clips: [{ content: { kind: 'solid', color: '#102030' }, offset: 0, duration: 24 }],
        wordless: 'Solid',
      },
      'c',
    ),
    'Add a solid',
  ],
  [
    command(
      'generator.set',
      { itemId: item('title.1'), content: defaultTitle('Ash'), wordless: 'Title' },
      'c',
    ),
    'Change the title "Oak"',
  ],
  [
    command('timeline.create', { name: 'Third', rate: rational(24), width: 64, height: 36 }, 'c'),
    'Make the timeline "Third"',
  ],
  [command('timeline.open', { timelineId: SECOND }, 'c'), 'Open "Second"'],
  [
    command('timeline.duplicate', { timelineId: TIMELINE, name: 'Cut 2' }, 'c'),
    'Duplicate "Timeline 1" as "Cut 2"',
  ],
  [command('timeline.remove', { timelineId: SECOND }, 'c'), 'Remove the timeline "Second"'],
  [
    command('asset.setMissing', { assetId: 'spare' as AssetId, missing: true }, 'c'),
    'Declare "spare.mp4" missing',
  ],
  [
    command(
      'asset.supply',
      { assetId: 'still' as AssetId, mediaKey: 'new', info: assetOf('x').info },
      'c',
    ),
    'Supply the media of "still.mp4"',
  ],
  [command('effect.add', { itemId: B, kind: 'grade', index: 0 }, 'c'), 'Add a grade to "B"'],
  [
    command('effect.set', { itemId: A, effectId: BLUR, patch: { enabled: false } }, 'c'),
    'Turn off the blur of "A"',
  ],
  [command('effect.move', { itemId: A, effectId: BLUR, index: 1 }, 'c'), 'Move the blur of "A"'],
  [command('effect.remove', { itemId: A, effectId: BLUR }, 'c'), 'Remove the blur of "A"'],
  [command('clip.fade', { itemId: A, fadeIn: 6, fadeOut: 8 }, 'c'), 'Change the fades of "A"'],
  [
    command('clips.blend', { itemIds: items('V1.A', 'V1.B'), blendMode: 'screen' }, 'c'),
    'Change the blend mode of 2 clips',
  ],
  [
    command('marker.set', { markerId: 'marker' as MarkerId, patch: { color: 'red' } }, 'c'),
    'Change the marker "here"',
  ],
  [
    command(
      'batch',
      { label: asWritten('Both'), commands: [command('project.rename', { name: 'O' }, 'd')] },
      'c',
    ),
    'Both',
  ],
]

describe('every command', () => {
  it('is listed here', () => {
    expect(EVERY.map(([{ type }]) => type)).toEqual(Object.keys(COMMANDS))
  })

  it.each(EVERY.map(([change, label]) => [change.type, change, label] as const))(
    '%s travels as JSON, has a label, changes the document and leaves its argument alone',
    (_, change, label) => {
      const project = ready()
      const before = JSON.stringify(project)
      const parsed = commandSchema.parse(JSON.parse(JSON.stringify(change)))
      expect(parsed).toEqual(change)
      expect(inEnglish(labelOf(parsed, project))).toBe(label)
      expect(applyCommand(project, parsed)).not.toBe(project)
      expect(applyCommand(project, parsed)).toEqual(applyCommand(ready(), change))
      expect(JSON.stringify(project)).toBe(before)
    },
  )

  it.each(EVERY.map(([change]) => [change.type, change] as const))(
    '%s refuses members it does not know',
    (_, change) => {
      expect([
        commandSchema.safeParse({ ...change, payload: { ...change.payload, more: 1 } }).success,
        commandSchema.safeParse({ ...change, more: 1 }).success,
        commandSchema.safeParse({ ...change, id: '' }).success,
        commandSchema.safeParse({ ...change, type: 'nothing' }).success,
      ]).toEqual([false, false, false, false])
    },
  )
})

describe('labels', () => {
  it('tell a renamed timeline from one with other settings', () => {
    const set = (patch: object): string =>
      inEnglish(labelOf(command('timeline.set', { timelineId: SECOND, patch }, 'c'), ready()))
    expect([set({ name: 'Reel' }), set({ name: 'Reel', width: 9 })]).toEqual([
      'Rename the timeline "Second" to "Reel"',
      'Change the settings of "Second"',
    ])
  })
})

describe('applying', () => {
  it('refuses with one sentence, whether an edit or a record is at fault', () => {
    const project = start()
    const slip = (itemId: string) =>
      command('clip.slip', { itemId: item(itemId), delta: -1, linked: true }, 'c')
    expect(() => applyCommand(project, slip('V1.A'))).toThrow(
      new CommandRefused(
        say('stop:cannotGo', {
          what: say('stop:clip'),
          way: say('words:earlier'),
          why: say('stop:media'),
        }),
      ),
    )
    expect(() => applyCommand(project, slip('gone'))).toThrow(
      new CommandRefused(say('document:noRecord', { id: 'gone', table: 'items' })),
    )
  })

  it('gives the document itself back when nothing changes', () => {
    const project = start()
    const same: Command[] = [
      command('project.rename', { name: settingsOf(project).name }, 'c'),
      command('clip.set', { itemId: B, patch: {} }, 'c'),
      command('track.set', { trackId: track('V1'), patch: { locked: false } }, 'c'),
      command('timeline.setRange', { timelineId: TIMELINE, inFrame: null, outFrame: null }, 'c'),
      command('clip.trim', { itemId: B, edge: 'end', delta: 0, ripple: false, linked: true }, 'c'),
    ]
    expect(same.filter((change) => applyCommand(project, change) !== project)).toEqual([])
  })

  it('makes ids from the command’s own', () => {
    const makeId = idsFrom('c')
    expect([makeId(), makeId()]).toEqual(['c.1', 'c.2'])
    const split = command('clips.split', { timelineId: TIMELINE, frame: 30, linked: true }, 'cut')
    const added = applyCommand(start(), split)
      .items.ids()
      .filter((id) => !start().items.has(id))
    expect(added.sort()).toEqual(['cut.1', 'cut.2'])
  })

  it('applies a batch as a whole or not at all', () => {
    const project = start()
    const move = (delta: number, id: string) =>
      command(
        'clips.move',
        { itemIds: items('V1.C'), delta, trackDelta: 0, mode: 'overwrite', linked: true },
        id,
      )
    const both = (second: number) =>
      command(
        'batch',
        { label: asWritten('Both'), commands: [move(4, 'a'), move(second, 'b')] },
        'c',
      )
    expect(textOf(applyCommand(project, both(-16)))[0]).toBe('V1 |A 0-24|B 24-48|C 48-60|')
    const before = JSON.stringify(project)
    expect(() => applyCommand(project, both(-80))).toThrow(CommandRefused)
    expect(JSON.stringify(project)).toBe(before)
    expect(applyCommand(project, both(-4))).toBe(project)
  })

  it('refuses an in point behind the out point', () => {
    const range = { timelineId: TIMELINE as TimelineId, inFrame: 9, outFrame: 9 }
    expect(() => applyCommand(start(), command('timeline.setRange', range, 'c'))).toThrow(
      new CommandRefused(say('edit:inBehindOut')),
    )
  })
})

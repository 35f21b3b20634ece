/**
 * Every change that anybody can make, by type. Menus, keys, pointers, the command line, tests and the history all
 * go through `applyCommand`.
 */

import { z } from 'zod'
import { EditRefused } from '../edit/refuse.ts'
import { shareUnchanged } from '../edit/shareUnchanged.ts'
import type { Project } from '../model/project.ts'
import { MissingRecord } from '../model/select.ts'
import { type Said, saidSchema } from '../words/Said.ts'
import { acceptTake } from './acceptTake.ts'
import { addAssets } from './addAssets.ts'
import { addEffect } from './addEffect.ts'
import { addKeyframe } from './addKeyframe.ts'
import { addMarker } from './addMarker.ts'
import { addPin } from './addPin.ts'
import { addSpeedKey } from './addSpeedKey.ts'
import { addTrack } from './addTrack.ts'
import { addTransitions } from './addTransitions.ts'
import { blendClips } from './blendClips.ts'
import { type CommandDefinition, CommandRefused, idsFrom } from './Command.ts'
import { closeGap } from './closeGap.ts'
import { copyKeyframes } from './copyKeyframes.ts'
import { copyPins } from './copyPins.ts'
import { createShot } from './createShot.ts'
import { createTimeline } from './createTimeline.ts'
import { duplicateClips } from './duplicateClips.ts'
import { duplicateTimeline } from './duplicateTimeline.ts'
import { easeKeyframes } from './easeKeyframes.ts'
import { easeSpeedKeys } from './easeSpeedKeys.ts'
import { extractClips } from './extractClips.ts'
import { fileAssets } from './fileAssets.ts'
import { freezeFrame } from './freezeFrame.ts'
import { groupClips } from './groupClips.ts'
import { insertTime } from './insertTime.ts'
import { interpretAsset } from './interpretAsset.ts'
import { joinEdit } from './joinEdit.ts'
import { liftClips } from './liftClips.ts'
import { linkClips } from './linkClips.ts'
import { markAsset } from './markAsset.ts'
import { moveClips } from './moveClips.ts'
import { moveEffect } from './moveEffect.ts'
import { moveKeyframes } from './moveKeyframes.ts'
import { moveMarker } from './moveMarker.ts'
import { movePins } from './movePins.ts'
import { moveSpeedKeys } from './moveSpeedKeys.ts'
import { moveTransition } from './moveTransition.ts'
import { nestClips } from './nestClips.ts'
import { openTimeline } from './openTimeline.ts'
import { pasteAttributes } from './pasteAttributes.ts'
import { pasteClips } from './pasteClips.ts'
import { placeClips } from './placeClips.ts'
import { placeGenerators } from './placeGenerators.ts'
import { putBin } from './putBin.ts'
import { putLook } from './putLook.ts'
import { removeAssets } from './removeAssets.ts'
import { removeBin } from './removeBin.ts'
import { removeEffect } from './removeEffect.ts'
import { removeKeyframes } from './removeKeyframes.ts'
import { removeLook } from './removeLook.ts'
import { removeMarker } from './removeMarker.ts'
import { removePins } from './removePins.ts'
import { removeSpeedKeys } from './removeSpeedKeys.ts'
import { putBackTake, removeTake } from './removeTake.ts'
import { removeTimeline } from './removeTimeline.ts'
import { removeTrack } from './removeTrack.ts'
import { removeTransitions } from './removeTransitions.ts'
import { renameAsset } from './renameAsset.ts'
import { renameProject } from './renameProject.ts'
import { replaceClip } from './replaceClip.ts'
import { replacePin } from './replacePin.ts'
import { restoreShot } from './restoreShot.ts'
import { retimeClip } from './retimeClip.ts'
import { rollClips } from './rollClips.ts'
import { scaleKeyframes } from './scaleKeyframes.ts'
import { scalePins } from './scalePins.ts'
import { setClip } from './setClip.ts'
import { setEffect } from './setEffect.ts'
import { setFades } from './setFades.ts'
import { setGenerator } from './setGenerator.ts'
import { setMarker } from './setMarker.ts'
import { setMissing } from './setMissing.ts'
import { setProject } from './setProject.ts'
import { setProperty } from './setProperty.ts'
import { setRange } from './setRange.ts'
import { setTimeline } from './setTimeline.ts'
import { setTrack } from './setTrack.ts'
import { setTransition } from './setTransition.ts'
import { shotFromClip } from './shotFromClip.ts'
import { slideClips } from './slideClips.ts'
import { slipClip } from './slipClip.ts'
import { splitClips } from './splitClips.ts'
import { supplyMedia } from './supplyMedia.ts'
import { trimClip } from './trimClip.ts'
import { ungroupClips } from './ungroupClips.ts'
import { unlinkClips } from './unlinkClips.ts'
import { updateShot } from './updateShot.ts'

const SINGLE = {
  'assets.add': addAssets,
  'asset.rename': renameAsset,
  'asset.mark': markAsset,
  'asset.interpret': interpretAsset,
  'assets.remove': removeAssets,
  'clips.place': placeClips,
  'clips.move': moveClips,
  'clip.trim': trimClip,
  'clip.slip': slipClip,
  'clips.split': splitClips,
  'clips.lift': liftClips,
  'clips.extract': extractClips,
  'gap.close': closeGap,
  'clip.set': setClip,
  'clips.link': linkClips,
  'clips.unlink': unlinkClips,
  'property.set': setProperty,
  'keyframe.add': addKeyframe,
  'keyframes.move': moveKeyframes,
  'keyframes.remove': removeKeyframes,
  'keyframes.ease': easeKeyframes,
  'shot.create': createShot,
  'shot.fromClip': shotFromClip,
  'shot.update': updateShot,
  'shot.restore': restoreShot,
  'pin.add': addPin,
  'pins.move': movePins,
  'pins.remove': removePins,
  'pin.replace': replacePin,
  'take.accept': acceptTake,
  'take.remove': removeTake,
  'take.putBack': putBackTake,
  'track.add': addTrack,
  'track.remove': removeTrack,
  'track.set': setTrack,
  'marker.add': addMarker,
  'marker.remove': removeMarker,
  'marker.move': moveMarker,
  'timeline.setRange': setRange,
  'timeline.set': setTimeline,
  'project.rename': renameProject,
  'clips.roll': rollClips,
  'clips.slide': slideClips,
  'clip.replace': replaceClip,
  'clip.retime': retimeClip,
  'clips.duplicate': duplicateClips,
  'clips.paste': pasteClips,
  'clips.group': groupClips,
  'clips.ungroup': ungroupClips,
  'edit.join': joinEdit,
  'frame.freeze': freezeFrame,
  'time.insert': insertTime,
  'attributes.paste': pasteAttributes,
  'keyframes.copy': copyKeyframes,
  'keyframes.scale': scaleKeyframes,
  'pins.copy': copyPins,
  'pins.scale': scalePins,
  'bin.put': putBin,
  'bin.remove': removeBin,
  'assets.file': fileAssets,
  'look.put': putLook,
  'look.remove': removeLook,
  'project.set': setProject,
  'speedKey.add': addSpeedKey,
  'speedKeys.move': moveSpeedKeys,
  'speedKeys.remove': removeSpeedKeys,
  'speedKeys.ease': easeSpeedKeys,
  'transitions.add': addTransitions,
  'transition.set': setTransition,
  'transition.move': moveTransition,
  'transitions.remove': removeTransitions,
  'clips.nest': nestClips,
  'generators.place': placeGenerators,
  'generator.set': setGenerator,
  'timeline.create': createTimeline,
  'timeline.open': openTimeline,
  'timeline.duplicate': duplicateTimeline,
  'timeline.remove': removeTimeline,
  'asset.setMissing': setMissing,
  'asset.supply': supplyMedia,
  'effect.add': addEffect,
  'effect.set': setEffect,
  'effect.move': moveEffect,
  'effect.remove': removeEffect,
  'clip.fade': setFades,
  'clips.blend': blendClips,
  'marker.set': setMarker,
} as const

type Single = typeof SINGLE
type SinglePayload<T extends keyof Single> = z.output<Single[T]['payload']>
type SingleCommand = {
  [T in keyof Single]: {
    readonly id: string
    readonly type: T
    readonly payload: SinglePayload<T>
  }
}[keyof Single]

/** Several commands as one step: all of them apply, or none. */
export interface BatchPayload {
  readonly label: Said
  readonly commands: readonly Command[]
}

export type Command =
  | SingleCommand
  | { readonly id: string; readonly type: 'batch'; readonly payload: BatchPayload }
export type CommandType = Command['type']
export type PayloadOf<T extends CommandType> = Extract<Command, { type: T }>['payload']

/** 120 leaves room in a record's id (128) for the count that `idsFrom` appends. */
const commandIdSchema = z.string().min(1).max(120)

const batchPayloadSchema: z.ZodType<BatchPayload> = z.strictObject({
  label: saidSchema,
  commands: z.array(z.lazy(() => commandSchema)).min(1),
})

const batch: CommandDefinition<'batch', BatchPayload> = {
  type: 'batch',
  payload: batchPayloadSchema,
  label: ({ label }) => label,
  apply: (project, { commands }) => commands.reduce(applyCommand, project),
}

export const COMMANDS = { ...SINGLE, batch } as const

const schemas = Object.values(COMMANDS).map((definition) =>
  z.strictObject({
    id: commandIdSchema,
    type: z.literal(definition.type),
    payload: definition.payload,
  }),
)
type Schema = (typeof schemas)[number]

/** What crosses a boundary is parsed with this; unknown commands and unknown members are refused. */
export const commandSchema: z.ZodType<Command> = z.discriminatedUnion(
  'type',
  schemas as [Schema, ...Schema[]],
) as unknown as z.ZodType<Command>

/** The definition for a command, seen as one that takes any payload: the pair is right by construction. */
const definitionOf = (command: Command): CommandDefinition<string, unknown> =>
  COMMANDS[command.type] as unknown as CommandDefinition<string, unknown>

/**
 * The document after the command. Pure: the same document and command always give the same result, made records
 * have ids that start with the command's own, and a record that came out as it was is the same object.
 * @throws CommandRefused with one sentence when the document does not allow it.
 */
export function applyCommand(project: Project, command: Command): Project {
  try {
    const after = definitionOf(command).apply(project, command.payload, idsFrom(command.id))
    return shareUnchanged(project, after)
  } catch (error) {
    if (error instanceof EditRefused || error instanceof MissingRecord) {
      throw new CommandRefused(error.said, { cause: error })
    }
    throw error
  }
}

/** What the history and the undo menu call it; `project` is the document before the command. */
export const labelOf = (command: Command, project: Project): Said =>
  definitionOf(command).label(command.payload, project)

export const command = <T extends CommandType>(
  type: T,
  payload: PayloadOf<T>,
  id: string,
): Command => ({ id, type, payload }) as Command

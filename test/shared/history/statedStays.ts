/** What the line `Around:` above a verb says stays, and that settling never lengthens, for any edit of any document. */
import { type Statement, statementOf } from '../../../build/docs/verbs.ts'
import type { Command, CommandType } from '../../../shared/commands/registry.ts'
import type { Project } from '../../../shared/model/project.ts'

/** The verb behind each command; those with several forms are told apart below. */
const FILES: Partial<Record<CommandType, string>> = {
  ...{ 'clips.move': 'move', 'clip.slip': 'slip', 'clips.split': 'split', 'clips.lift': 'lift' },
  ...{ 'clips.extract': 'extract', 'gap.close': 'closeGap', 'clip.set': 'setClip' },
  ...{ 'clips.link': 'link', 'clips.unlink': 'link', 'property.set': 'setProperty' },
  ...{ 'keyframe.add': 'addKeyframe', 'keyframes.move': 'moveKeyframes' },
  ...{ 'keyframes.remove': 'removeKeyframes', 'keyframes.ease': 'easeKeyframes' },
  ...{ 'keyframes.copy': 'copyKeyframes', 'keyframes.scale': 'scaleKeyframes' },
  ...{ 'shot.create': 'createShot', 'shot.fromClip': 'shotFromClip', 'shot.update': 'updateShot' },
  ...{ 'pin.add': 'pins', 'pins.move': 'pins', 'pins.remove': 'pins', 'pin.replace': 'pins' },
  ...{ 'pins.copy': 'pins', 'pins.scale': 'pins', 'take.accept': 'acceptTake' },
  ...{ 'take.remove': 'removeTake', 'take.putBack': 'removeTake', 'shot.restore': 'restoreShot' },
  ...{ 'track.remove': 'tracks', 'clips.roll': 'roll', 'clips.slide': 'slide' },
  ...{ 'clip.replace': 'replaceClip', 'clip.retime': 'retime', 'clips.duplicate': 'duplicate' },
  ...{ 'clips.paste': 'paste', 'clips.group': 'group', 'clips.ungroup': 'group' },
  ...{ 'edit.join': 'join', 'frame.freeze': 'freezeFrame', 'time.insert': 'insertTime' },
  ...{ 'attributes.paste': 'pasteAttributes', 'speedKey.add': 'addSpeedKey' },
  ...{ 'speedKeys.move': 'moveSpeedKeys', 'speedKeys.remove': 'removeSpeedKeys' },
  ...{ 'speedKeys.ease': 'easeSpeedKeys', 'effect.add': 'effects', 'effect.set': 'effects' },
  ...{ 'effect.move': 'effects', 'effect.remove': 'effects', 'clip.fade': 'setFades' },
  ...{ 'transitions.add': 'addTransitions', 'transition.set': 'setTransition' },
  ...{ 'transition.move': 'moveTransition', 'transitions.remove': 'removeTransitions' },
  ...{ 'clips.nest': 'nest', 'generators.place': 'placeGenerators' },
  ...{ 'generator.set': 'setGenerator', 'timeline.create': 'createTimeline' },
  ...{ 'timeline.duplicate': 'duplicateTimeline', 'timeline.remove': 'removeTimeline' },
  'asset.supply': 'supplyMedia',
}

const statements = new Map<string, Statement>()

function statedFor(command: Command): Statement | undefined {
  const file =
    command.type === 'clip.trim'
      ? command.payload.ripple
        ? 'rippleTrim'
        : 'trim'
      : command.type === 'clips.place'
        ? command.payload.mode
        : FILES[command.type]
  if (file === undefined) return undefined
  const known = statements.get(file) ?? statementOf(file)
  statements.set(file, known)
  return known
}

export function touchedDespite(before: Project, after: Project, command: Command): string[] {
  const stated = statedFor(command)
  if (!stated) return []
  const changed = (['shots', 'takes', 'pins', 'transitions', 'markers'] as const)
    .filter((table) => stated[table] === 'stay' && before[table] !== after[table])
    .map((table) => `${command.type} changed ${table}`)
  const longer = after.transitions.values().filter((now) => {
    const was = before.transitions.get(now.id)
    return was && (now.before > was.before || now.after > was.after)
  })
  return stated.transitions === 'change'
    ? changed
    : [...changed, ...longer.map(({ id }) => `${command.type} lengthened ${id}`)]
}

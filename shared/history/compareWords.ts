/** A comparison in sentences. */
import { byFrames, count, propertyWords } from '../commands/words.ts'
import type {
  ComparisonData,
  CountedTable,
  PinChange,
  ShotChange,
  TakeChange,
} from './Comparison.ts'
import type { ClipChange, ClipSetting } from './clipChanges.ts'

export const sentencesOf = (data: ComparisonData): string[] => [
  ...clipSentences(data.clips),
  ...data.shots.map(shotSentence),
  ...data.pins.map(pinSentence),
  ...data.takes.map(takeSentence),
  ...costSentences(data.cost.difference),
  ...data.others.flatMap(({ table, ...counts }) =>
    (['added', 'removed', 'changed'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => otherSentence(table, kind, counts[kind])),
  ),
]

type Moved = Extract<ClipChange, { kind: 'moved' }>

/** Clips that moved by the same amount on their tracks, as after a ripple, are told in one sentence. */
function clipSentences(changes: readonly ClipChange[]): string[] {
  const together = new Map<number, Moved[]>()
  for (const change of changes) {
    if (change.kind !== 'moved' || change.from !== change.to) continue
    together.set(change.frames, [...(together.get(change.frames) ?? []), change])
  }
  const told = new Set<ClipChange>()
  const rippled: string[] = []
  for (const [frames, moved] of together) {
    if (moved.length < 2) continue
    for (const change of moved) told.add(change)
    rippled.push(`${moved.length} clips moved ${byFrames(frames)}.`)
  }
  return [...changes.filter((change) => !told.has(change)).map(clipSentence), ...rippled]
}

const nameOf = (name: string): string => (name === '' ? 'A clip' : `"${name}"`)
const percent = ({ num, den }: { num: number; den: number }): string =>
  `${Math.round((1000 * num) / den) / 10} %`

function clipSentence(change: ClipChange): string {
  const name = nameOf(change.name)
  switch (change.kind) {
    case 'added':
      return `${name} was added to ${change.track} at frame ${change.start} (${count(change.duration, 'frame')}).`
    case 'removed':
      return `${name} was removed from ${change.track} at frame ${change.start} (${count(change.duration, 'frame')}).`
    case 'moved': {
      const track = change.from === change.to ? '' : ` from ${change.from} to ${change.to}`
      return `${name} moved${track}${change.frames === 0 ? '' : ` ${byFrames(change.frames)}`}.`
    }
    case 'trimmed':
      return `The ${change.edge} of ${name} was trimmed ${byFrames(change.frames)}.`
    case 'slipped':
      return `${name} was slipped ${byFrames(change.frames)}.`
    case 'retimed':
      return `The speed of ${name} changed from ${percent(change.from)} to ${percent(change.to)}${length(change.frames)}.`
    case 'replaced':
      return `${name} shows other media.`
    case 'changed':
      return `The ${list(change.settings.map((setting) => SETTINGS[setting]))} of ${name} changed.`
  }
}

const length = (frames: number): string =>
  frames === 0 ? '' : `, it is ${count(frames, 'frame')} ${frames < 0 ? 'shorter' : 'longer'}`

const SETTINGS: Readonly<Record<ClipSetting, string>> = {
  ...propertyWords,
  name: 'name',
  enabled: 'visibility',
  effects: 'effects',
  blendMode: 'blend mode',
  fadeIn: 'fade in',
  fadeOut: 'fade out',
  speedKeys: 'speed keyframes',
  ties: 'links',
}

/** `a`, `a and b`, `a, b and c`. */
const list = (words: readonly string[]): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`

/** `exrExport` is `exr export`. */
const spaced = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const shotSentence = ({ name, kind, fields }: ShotChange): string =>
  kind === 'changed'
    ? `The ${list(fields.map(spaced))} of the shot "${name}" changed.`
    : `The shot "${name}" was ${kind}.`

function pinSentence({ name, kind, index, from }: PinChange): string {
  if (kind === 'moved') return `A pin of "${name}" moved from index ${from} to ${index}.`
  if (kind === 'replaced') return `The pin of "${name}" at index ${index} has another picture.`
  return `A pin of "${name}" at index ${index} was ${kind}.`
}

function takeSentence({ name, from, to }: TakeChange): string {
  if (to === null) return `"${name}" has no take in the cut any more; it had take ${from}.`
  return from === null
    ? `Take ${to} of "${name}" is in the cut.`
    : `Take ${to} of "${name}" is in the cut instead of take ${from}.`
}

/** `difference` in 1e-7 USD. */
function costSentences(difference: number): string[] {
  if (difference === 0) return []
  const dollars = (Math.abs(difference) / 1e7).toFixed(4).replace(/0{1,2}$/, '')
  return [`The takes cost $${dollars} ${difference < 0 ? 'less' : 'more'}.`]
}

const NOUNS: Readonly<Record<CountedTable, string>> = {
  settings: 'project setting',
  timelines: 'timeline',
  tracks: 'track',
  markers: 'marker',
  assets: 'asset',
  bins: 'bin',
  looks: 'look',
}

const otherSentence = (
  table: CountedTable,
  kind: 'added' | 'removed' | 'changed',
  n: number,
): string => {
  const verb = kind === 'changed' ? 'changed' : `${n === 1 ? 'was' : 'were'} ${kind}`
  return `${count(n, NOUNS[table])} ${verb}.`
}

/** A comparison in sentences. */
import { byFrames, percent, shotFieldName } from '../commands/words.ts'
import { clipSetting } from '../words/en/clipSetting.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import type {
  ComparisonData,
  CountedTable,
  PinChange,
  ShotChange,
  TakeChange,
} from './Comparison.ts'
import type { ClipChange, ClipSetting } from './clipChanges.ts'

export const sentencesOf = (data: ComparisonData): Said[] => [
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
function clipSentences(changes: readonly ClipChange[]): Said[] {
  const together = new Map<number, Moved[]>()
  for (const change of changes) {
    if (change.kind !== 'moved' || change.from !== change.to) continue
    together.set(change.frames, [...(together.get(change.frames) ?? []), change])
  }
  const told = new Set<ClipChange>()
  const rippled: Said[] = []
  for (const [frames, moved] of together) {
    if (moved.length < 2) continue
    for (const change of moved) told.add(change)
    const clips = say('words:clips', { count: moved.length })
    rippled.push(say('compare:clipsMoved', { clips, by: byFrames(frames) }))
  }
  return [...changes.filter((change) => !told.has(change)).map(clipSentence), ...rippled]
}

function clipSentence(change: ClipChange): Said {
  const clip = change.name === '' ? say('words:aClip') : say('words:quoted', { name: change.name })
  switch (change.kind) {
    case 'added':
    case 'removed': {
      const { track, start, duration } = change
      const key = change.kind === 'added' ? 'compare:clipAdded' : 'compare:clipRemoved'
      return say(key, { clip, track, start, count: duration })
    }
    case 'moved':
      return movedSentence(clip, change)
    case 'trimmed': {
      const key = change.edge === 'start' ? 'compare:clipTrimmedStart' : 'compare:clipTrimmedEnd'
      return say(key, { clip, by: byFrames(change.frames) })
    }
    case 'slipped':
      return say('compare:clipSlipped', { clip, by: byFrames(change.frames) })
    case 'retimed': {
      const { frames } = change
      const told = { clip, from: percent(change.from), to: percent(change.to) }
      if (frames === 0) return say('compare:clipRetimed', told)
      return frames < 0
        ? say('compare:clipRetimedShorter', { ...told, count: -frames })
        : say('compare:clipRetimedLonger', { ...told, count: frames })
    }
    case 'replaced':
      return say('compare:clipReplaced', { clip })
    case 'changed':
      return say('compare:clipChanged', { clip, settings: change.settings.map(settingName) })
  }
}

function movedSentence(clip: Said, { from, to, frames }: Moved): Said {
  if (from === to) return say('compare:clipMoved', { clip, by: byFrames(frames) })
  return frames === 0
    ? say('compare:clipMovedToTrack', { clip, from, to })
    : say('compare:clipMovedToTrackBy', { clip, from, to, by: byFrames(frames) })
}

const isOwn = (setting: ClipSetting): setting is keyof typeof clipSetting => setting in clipSetting

const settingName = (setting: ClipSetting): Said =>
  isOwn(setting) ? say(`clipSetting:${setting}`) : say(`property:${setting}`)

function shotSentence({ name, kind, fields }: ShotChange): Said {
  if (kind === 'added') return say('compare:shotAdded', { shot: name })
  if (kind === 'removed') return say('compare:shotRemoved', { shot: name })
  return say('compare:shotChanged', { shot: name, fields: fields.map(shotFieldName) })
}

function pinSentence({ name, kind, index, from }: PinChange): Said {
  if (kind === 'moved') return say('compare:pinMoved', { shot: name, from: from ?? '', index })
  if (kind === 'replaced') return say('compare:pinReplaced', { shot: name, index })
  return say(kind === 'added' ? 'compare:pinAdded' : 'compare:pinRemoved', { shot: name, index })
}

function takeSentence({ name, from, to }: TakeChange): Said {
  if (to === null) return say('compare:takeOut', { shot: name, from: from ?? '' })
  return from === null
    ? say('compare:takeIn', { shot: name, to })
    : say('compare:takeInstead', { shot: name, from, to })
}

/** `difference` in 1e-7 USD. */
function costSentences(difference: number): Said[] {
  if (difference === 0) return []
  const dollars = Math.abs(difference) / 1e7
  return [say(difference < 0 ? 'compare:costsLess' : 'compare:costsMore', { dollars })]
}

const KINDS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const

const otherSentence = (table: CountedTable, kind: keyof typeof KINDS, count: number): Said =>
  say(`compare:${table}${KINDS[kind]}`, { count })

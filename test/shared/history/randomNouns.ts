/** Random edits of transitions, what is made, nested timelines, captions and missing media: see randomEdit.ts. */
import { type Command, type CommandType, command } from '../../../shared/commands/registry.ts'
import { defaultTitle, type Generator } from '../../../shared/model/generator.ts'
import type { AssetId, TrackId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import {
  placedClips,
  placedItems,
  settingsOf,
  timelineOf,
  timelinesOf,
  tracksOf,
} from '../../../shared/model/select.ts'
import { DEFAULT_TRACK_HEIGHTS } from '../../../shared/model/track.ts'
import type { TransitionStyle } from '../../../shared/model/transition.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { assetOf } from '../model/mediaOf.ts'
import type { Step } from './step.ts'

export const NOUN_KINDS: readonly CommandType[] = [
  ...Array<CommandType>(6).fill('transitions.add'),
  'transition.set',
  'transition.set',
  'transition.move',
  'transitions.remove',
  'clips.nest',
  'clips.nest',
  ...Array<CommandType>(3).fill('generators.place'),
  'generator.set',
  'timeline.create',
  'timeline.set',
  'timeline.open',
  'timeline.open',
  'timeline.duplicate',
  'timeline.remove',
  'asset.setMissing',
  'asset.supply',
  'assets.add',
  'clips.link',
  'clips.paste',
]

/** Enough for nesting; more would make every step slow. */
const MOST_TIMELINES = 5

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

const STYLES: readonly TransitionStyle[] = [
  { kind: 'dissolve' },
  { kind: 'dip', color: '#000000' },
  { kind: 'wipe', angle: 30, softness: 0.2 },
  { kind: 'crossfade', curve: 'linear' },
]

/** Undefined for the types that randomEdit knows itself. */
export function nounCommand(
  project: Project,
  { target, other, delta, frame, flag }: Step,
  id: string,
  type: CommandType,
): Command | null | undefined {
  const timelines = timelinesOf(project)
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  const timelineId = timeline.id
  const tracks = tracksOf(project, timeline)
  const clips = tracks.flatMap((track) => placedClips(project, track))
  const clip = pick(clips, target)?.item
  const second = pick(clips, other)?.item
  const chosen =
    flag && second && clip && second.id !== clip.id ? [clip, second] : clip ? [clip] : []
  const transition = pick(project.transitions.values(), target)
  const another = pick(timelines, other)
  const asset = pick(['footage', 'short', 'still', 'A'] as AssetId[], other)
  const cut = pick(cutsIn(project), target)
  switch (type) {
    case 'transitions.add': {
      const style = pick(STYLES, other)
      const lengths = flag ? { before: other % 20, after: frame % 20 } : {}
      const cuts = [cut, pick(cutsIn(project), other)].flatMap((each) => each ?? [])
      return cuts.length > 0 && style
        ? command(
            type,
            { cuts, linked: other % 4 > 0, ...(other % 3 === 0 && { style }), ...lengths },
            id,
          )
        : null
    }
    case 'transition.set': {
      const style = pick(STYLES, other) ?? { kind: 'dissolve' }
      const patch = flag ? { before: other % 25, after: frame % 25 } : { style }
      return transition ? command(type, { transitionId: transition.id, patch }, id) : null
    }
    case 'transition.move': {
      const to = pick(cutsIn(project), other)
      return transition && to ? command(type, { transitionId: transition.id, ...to }, id) : null
    }
    case 'transitions.remove':
      return transition ? command(type, { transitionIds: [transition.id] }, id) : null
    case 'clips.nest':
      return clip && timelines.length < MOST_TIMELINES
        ? command(
            type,
            { itemIds: chosen.map((each) => each.id), name: `N${id}`, linked: other % 4 > 0 },
            id,
          )
        : null
    case 'generators.place': {
      const made = generator(target, `w${other}`)
      const subtitle = tracks.find((track) => track.kind === 'subtitle')
      if (made.kind === 'caption' && !subtitle) {
        return command('track.add', { timelineId, kind: 'subtitle', name: `S${id}` }, id)
      }
      const first = { content: made, offset: 0, duration: 1 + (other % 40) }
      const next = { content: made, offset: 45, duration: 1 + (frame % 40) }
      const mode = pick(['overwrite', 'insert', 'append'] as const, frame) ?? 'append'
      const placed = { clips: flag ? [first, next] : [first], wordless: 'Wordless' }
      return command(type, { timelineId, mode, frame, ...placed }, id)
    }
    case 'generator.set': {
      const made = clips.find(
        ({ item }) => item.source.kind === 'title' || item.source.kind === 'caption',
      )
      if (!made) return null
      const kind = made.item.source.kind === 'title' ? 0 : 3
      const content = generator(kind, `s${other}`)
      return command(type, { itemId: made.item.id, content, wordless: 'Wordless' }, id)
    }
    case 'timeline.create': {
      const { rate } = timeline
      return timelines.length < MOST_TIMELINES
        ? command(type, { name: `T${id}`, rate, width: 64, height: 36 }, id)
        : null
    }
    case 'timeline.set':
      return another
        ? command(
            type,
            { timelineId: another.id, patch: flag ? { name: `t${other}` } : { width: 2 + other } },
            id,
          )
        : null
    case 'timeline.open':
      return another ? command(type, { timelineId: another.id }, id) : null
    case 'timeline.duplicate':
      return another && timelines.length < MOST_TIMELINES
        ? command(type, { timelineId: another.id, name: `D${id}` }, id)
        : null
    case 'timeline.remove':
      return another ? command(type, { timelineId: another.id }, id) : null
    case 'asset.setMissing':
      return asset ? command(type, { assetId: asset, missing: flag }, id) : null
    case 'asset.supply': {
      const missing = project.assets.values().find((each) => each.missing)
      const { info } = assetOf('supplied', rational(flag ? 100 : 2))
      return missing
        ? command(
            type,
            { assetId: missing.id, mediaKey: `key ${id}`, info: flag ? missing.info : info },
            id,
          )
        : null
    }
    case 'assets.add':
      return project.assets.size < 12
        ? command(type, { assets: [assetOf(`added-${id}`)] }, id)
        : null
    case 'clips.link':
      // Only clips on one moment of one medium are one recording.
      return linkable(project, id)
    case 'clips.paste': {
      const from = pick(timelines, frame)
      const copied = from && tracksOf(project, from).flatMap((track) => placedClips(project, track))
      const source = copied && pick(copied, target)
      if (!source || clips.length > 40) return null
      const to = tracks.filter(({ kind }) => kind === source.track.kind)
      const trackId = pick(to, other)?.id ?? ('' as TrackId)
      const pasted = [{ clip: source.item, trackId, offset: 0 }]
      const mode = flag ? ('overwrite' as const) : ('insert' as const)
      return to.length > 0
        ? command(type, { timelineId, clips: pasted, frame: Math.max(0, frame + delta), mode }, id)
        : null
    }
    case 'clips.place': {
      // Now and then another timeline instead of footage.
      if (!flag || !another || other % 3 > 0) return undefined
      const source = { kind: 'timeline' as const, timelineId: another.id }
      const media = { source, name: another.name, sourceStart: ZERO, duration: 1 + (frame % 60) }
      const mode = pick(['overwrite', 'insert', 'append'] as const, target) ?? 'append'
      const placed = [{ ...media, picture: true, sound: other % 2 === 0 }]
      return command(type, { timelineId, mode, frame, media: placed }, id)
    }
    case 'track.set': {
      if (delta < 25) return undefined
      const [track] = tracks
      const height = flag ? DEFAULT_TRACK_HEIGHTS.picture + (other % 100) : null
      return track ? command(type, { trackId: track.id, patch: { height } }, id) : null
    }
    default:
      return undefined
  }
}

const generator = (n: number, text: string): Generator =>
  pick<Generator>(
    [
      defaultTitle(text),
      { kind: 'solid', color: '#102030' },
      { kind: 'adjustment' },
      { kind: 'caption', text },
    ],
    n,
  ) ?? { kind: 'adjustment' }

/** Cuts between neighbours and free edges of the open timeline; pictures and sounds. */
function cutsIn(project: Project) {
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  return tracksOf(project, timeline).flatMap((track) => {
    const items = placedItems(project, track).map(({ item }) => item)
    return [...items, undefined].flatMap((right, i) => {
      const left = items[i - 1]
      const from = left?.kind === 'clip' ? left.id : null
      const to = right?.kind === 'clip' ? right.id : null
      return from === null && to === null ? [] : [{ from, to }]
    })
  })
}

/** Two clips of the open timeline that show the same footage at the same time, on different tracks. */
function linkable(project: Project, id: string): Command | null {
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  const clips = tracksOf(project, timeline).flatMap((track) => placedClips(project, track))
  for (const a of clips) {
    const b = clips.find(
      (each) =>
        each.track.id !== a.track.id &&
        each.start === a.start &&
        each.item.linkId === undefined &&
        a.item.linkId === undefined &&
        !a.item.speedKeys &&
        !each.item.speedKeys &&
        JSON.stringify([each.item.source, each.item.sourceStart, each.item.speed]) ===
          JSON.stringify([a.item.source, a.item.sourceStart, a.item.speed]),
    )
    if (b) return command('clips.link', { itemIds: [a.item.id, b.item.id] }, id)
  }
  return null
}

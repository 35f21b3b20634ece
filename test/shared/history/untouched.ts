/** What the pictures above the verbs say they leave alone, judged by what every frame of every track shows. */
import type { Command } from '../../../shared/commands/registry.ts'
import { valueAt } from '../../../shared/model/animate.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { slowTimes } from '../model/slowMedia.ts'

/** What is seen at one frame of a track. */
interface Seen {
  readonly id: ItemId
  readonly source: string
  /** Seconds of media time. */
  readonly time: number
  /** Animated values. */
  readonly values: readonly number[]
}

/** Floating numbers are enough here: a real mistake is a whole frame. */
const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6

const looksSame = (a: Seen | undefined, b: Seen | undefined): boolean =>
  a === undefined || b === undefined
    ? a === b
    : a.source === b.source &&
      close(a.time, b.time) &&
      a.values.every((value, i) => close(value, b.values[i] ?? Number.NaN))

/** By track, then by frame; gaps are undefined. */
function seenIn(project: Project): Map<string, (Seen | undefined)[]> {
  const rows = new Map<string, (Seen | undefined)[]>()
  for (const track of project.tracks.values()) {
    const { rate } = project.timelines.get(track.timelineId) ?? { rate: { num: 1, den: 1 } }
    const frames: (Seen | undefined)[] = []
    for (const id of track.items) {
      const item = project.items.get(id)
      const times =
        item?.kind === 'clip' ? slowTimes(item, 0, item.duration, rate.num / rate.den) : []
      for (let frame = 0; frame < (item?.duration ?? 0); frame++) {
        const time = times[frame]
        if (item?.kind !== 'clip' || time === undefined) {
          frames.push(undefined)
          continue
        }
        const values = [
          valueAt(item.picture.scale, frame),
          valueAt(item.picture.opacity, frame),
          valueAt(item.sound.volume, frame),
          ...(item.effects ?? []).flatMap(({ params }) =>
            Object.values(params).map((param) => valueAt(param, frame)),
          ),
        ]
        frames.push({ id, source: JSON.stringify(item.source), time, values })
      }
    }
    rows.set(track.id, frames)
  }
  return rows
}

function actedOn(project: Project, ids: readonly ItemId[], linked: boolean): Set<ItemId> {
  return sharing(project, new Set(ids), linked ? ['linkId'] : [])
}

/** What deleting acts on: groups come along. */
const deleted = (project: Project, ids: readonly ItemId[], linked: boolean): Set<ItemId> =>
  sharing(project, new Set(ids), linked ? ['linkId', 'groupId'] : [])

function sharing(
  project: Project,
  ids: ReadonlySet<ItemId>,
  ties: readonly ('linkId' | 'groupId')[],
): Set<ItemId> {
  const acted = new Set(ids)
  for (const tie of ties) {
    const values = new Set([...ids].map((id) => tieOf(project, id, tie)))
    for (const { id } of project.items.values()) {
      const value = tieOf(project, id, tie)
      if (value !== undefined && values.has(value)) acted.add(id)
    }
  }
  return acted.size === ids.size ? acted : sharing(project, acted, ties)
}

function tieOf(project: Project, id: ItemId, tie: 'linkId' | 'groupId'): string | undefined {
  const item = project.items.get(id)
  return item?.kind === 'clip' ? item[tie] : undefined
}

/** Every frame or clip that changed although the verb's picture leaves it alone. */
export function wronglyTouched(before: Project, after: Project, command: Command): string[] {
  switch (command.type) {
    case 'clips.split':
      return changedFrames(before, after, () => false)
    case 'clips.lift': {
      const acted = deleted(before, command.payload.itemIds, command.payload.linked)
      return changedFrames(before, after, (was) => was !== undefined && acted.has(was.id))
    }
    case 'clips.place': {
      const { mode, media, frame } = command.payload
      if (mode === 'insert') return []
      const length = media.reduce((sum, { duration }) => sum + duration, 0)
      return changedFrames(before, after, (was, at) =>
        mode === 'append' ? was === undefined : at >= frame && at < frame + length,
      )
    }
    case 'clip.trim': {
      const { itemId, linked, ripple } = command.payload
      const acted = actedOn(before, [itemId], linked)
      return ripple
        ? changedClips(before, after, acted)
        : changedFrames(before, after, (was) => was === undefined || acted.has(was.id))
    }
    case 'clips.extract':
      return changedClips(
        before,
        after,
        deleted(before, command.payload.itemIds, command.payload.linked),
      )
    case 'gap.close':
      return changedClips(before, after, new Set())
    case 'edit.join':
      return changedFrames(before, after, () => false)
    case 'clips.roll': {
      const { leftId, rightId, linked } = command.payload
      const acted = actedOn(before, [leftId, rightId], linked)
      return changedFrames(before, after, (was) => was !== undefined && acted.has(was.id))
    }
    case 'clips.group':
    case 'clips.ungroup':
      return changedFrames(before, after, () => false)
    case 'frame.freeze': {
      const { frame, duration, ripple } = command.payload
      return ripple
        ? []
        : changedFrames(before, after, (_, at) => at >= frame && at < frame + duration)
    }
    case 'clip.replace': {
      const acted = actedOn(before, [command.payload.itemId], command.payload.linked)
      return changedClips(before, after, acted)
    }
    default:
      return []
  }
}

function changedFrames(
  before: Project,
  after: Project,
  mayChange: (was: Seen | undefined, frame: number) => boolean,
): string[] {
  const now = seenIn(after)
  const changed: string[] = []
  for (const [track, was] of seenIn(before)) {
    const is = now.get(track) ?? []
    for (let frame = 0; frame < Math.max(was.length, is.length); frame++) {
      if (!looksSame(was[frame], is[frame]) && !mayChange(was[frame], frame)) {
        const [from, to] = [JSON.stringify(was[frame]), JSON.stringify(is[frame])]
        changed.push(`${track} at ${frame}: ${from} became ${to}`)
      }
    }
  }
  return changed.slice(0, 3)
}

const changedClips = (before: Project, after: Project, acted: ReadonlySet<ItemId>): string[] =>
  before.items
    .values()
    .filter((item) => item.kind === 'clip' && !acted.has(item.id))
    .filter((item) => after.items.get(item.id) !== item)
    .map(({ id }) => `${id} changed`)

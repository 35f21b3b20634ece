/** Which clips differ between two documents, and how: by what is seen where, not by which command did it. */
import { type Clip, PICTURE_PROPERTIES, type Property, SOUND_PROPERTIES } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import { isDeepEqual } from '../model/isDeepEqual.ts'
import type { Project } from '../model/project.ts'
import { type PlacedItem, placedClips, timelinesOf, tracksOf } from '../model/select.ts'
import { syncShift } from '../model/syncShift.ts'
import { hasSameSpeeds } from '../model/timeMap.ts'
import { equals, type Rational, rational, round } from '../time/rational.ts'

/** Frames of the timeline; positive = later. */
export type ClipChange = {
  readonly itemId: ItemId
  /** As it is called now, or was called last. */
  readonly name: string
} & (
  | {
      readonly kind: 'added' | 'removed'
      readonly track: string
      readonly start: number
      readonly duration: number
    }
  | { readonly kind: 'moved'; readonly frames: number; readonly from: string; readonly to: string }
  | { readonly kind: 'trimmed'; readonly edge: 'start' | 'end'; readonly frames: number }
  /** Positive: shows later media in the same place. */
  | { readonly kind: 'slipped'; readonly frames: number }
  | {
      readonly kind: 'retimed'
      readonly from: Rational
      readonly to: Rational
      readonly frames: number
    }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'changed'; readonly settings: readonly ClipSetting[] }
)

/** `ties`: links and groups. */
export type ClipSetting =
  | Property
  | 'name'
  | 'enabled'
  | 'effects'
  | 'blendMode'
  | 'fadeIn'
  | 'fadeOut'
  | 'speedKeys'
  | 'ties'

type Placed = PlacedItem<Clip>

export function clipChanges(before: Project, after: Project): ClipChange[] {
  if (before.items === after.items && before.tracks === after.tracks) return []
  const old = clipsOf(before)
  const now = clipsOf(after)
  const changes: ClipChange[] = []
  for (const [id, was] of old) {
    const is = now.get(id)
    if (!is) changes.push(appearance('removed', was))
    else if (is.item !== was.item || is.start !== was.start || is.track.id !== was.track.id) {
      changes.push(...differences(was, is, rateOf(after, is)))
    }
  }
  for (const [id, is] of now) if (!old.has(id)) changes.push(appearance('added', is))
  return changes
}

function clipsOf(project: Project): Map<ItemId, Placed> {
  const clips = timelinesOf(project)
    .flatMap((timeline) => tracksOf(project, timeline))
    .flatMap((track) => placedClips(project, track))
  return new Map(clips.map((clip) => [clip.item.id, clip]))
}

const rateOf = (project: Project, { track }: Placed): Rational =>
  project.timelines.get(track.timelineId)?.rate ?? rational(1)

const appearance = (kind: 'added' | 'removed', { item, track, start }: Placed): ClipChange => ({
  kind,
  itemId: item.id,
  name: item.name,
  track: track.name,
  start,
  duration: item.duration,
})

function differences(was: Placed, is: Placed, rate: Rational): ClipChange[] {
  const base = { itemId: is.item.id, name: is.item.name }
  const [from, to] = [was.track.name, is.track.name]
  const settings = changedSettings(was.item, is.item)
  const changes: ClipChange[] = settings.length > 0 ? [{ ...base, kind: 'changed', settings }] : []
  const moved = (frames: number): void => {
    if (frames !== 0 || was.track.id !== is.track.id) {
      changes.push({ ...base, kind: 'moved', frames, from, to })
    }
  }
  const trimmed = (edge: 'start' | 'end', frames: number): void => {
    if (frames !== 0) changes.push({ ...base, kind: 'trimmed', edge, frames })
  }
  const start = is.start - was.start
  const end = is.end - was.end
  if (!isDeepEqual(was.item.source, is.item.source)) {
    changes.push({ ...base, kind: 'replaced' })
    moved(start)
    trimmed('end', end - start)
  } else if (!equals(was.item.speed, is.item.speed)) {
    const speeds = { from: was.item.speed, to: is.item.speed }
    changes.push({ ...base, kind: 'retimed', ...speeds, frames: end - start })
    moved(start)
  } else if (!hasSameSpeeds(was.item, is.item)) {
    moved(start)
    trimmed('end', end - start)
  } else {
    const shift = round(
      syncShift({ clip: was.item, start: was.start }, { clip: is.item, start: is.start }, rate),
      'nearest',
    )
    if (start === 0 && end === 0 && shift !== 0) {
      changes.push({ ...base, kind: 'slipped', frames: -shift })
      moved(0)
    } else {
      moved(shift)
      trimmed('start', start - shift)
      trimmed('end', end - shift)
    }
  }
  return changes
}

function changedSettings(was: Clip, is: Clip): ClipSetting[] {
  const animated = [...PICTURE_PROPERTIES, ...SOUND_PROPERTIES].filter(
    (property) => !isSameCurve(was, is, property),
  )
  const plain = (['name', 'enabled', 'blendMode', 'fadeIn', 'fadeOut'] as const).filter(
    (field) => was[field] !== is[field],
  )
  const hasTies = was.linkId !== is.linkId || was.groupId !== is.groupId
  return [
    ...plain,
    ...animated,
    ...(isSpeedKeyed(was, is) && !hasSameSpeeds(was, is) ? (['speedKeys'] as const) : []),
    ...(isDeepEqual(was.effects ?? [], is.effects ?? []) ? [] : (['effects'] as const)),
    ...(hasTies ? (['ties'] as const) : []),
  ]
}

const isSpeedKeyed = (was: Clip, is: Clip): boolean =>
  was.speedKeys !== undefined || is.speedKeys !== undefined

/** Keyframes that only kept to their picture, when the clip's start moved against its media, are no change. */
function isSameCurve(was: Clip, is: Clip, property: Property): boolean {
  const [a, b] = [settingsIn(was)[property], settingsIn(is)[property]]
  if (a === b) return true
  const by = (b.keyframes[0]?.frame ?? 0) - (a.keyframes[0]?.frame ?? 0)
  const hasMoved =
    !equals(was.sourceStart, is.sourceStart) ||
    was.speedKeys?.[0]?.frame !== is.speedKeys?.[0]?.frame
  const keyframes = a.keyframes.map((key) => ({ ...key, frame: key.frame + (hasMoved ? by : 0) }))
  return isDeepEqual({ ...a, keyframes }, b)
}

const settingsIn = ({ picture, sound }: Clip) => ({ ...picture, ...sound })

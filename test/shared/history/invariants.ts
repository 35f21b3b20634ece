/** What must hold of every document. Written against the records alone, without the verbs' own primitives. */
import { isDeepStrictEqual } from 'node:util'
import type { Bin } from '../../../shared/model/bin.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import { type Project, TABLES } from '../../../shared/model/project.ts'
import { slowTimes } from '../model/slowMedia.ts'
import { brokenNouns } from './brokenNouns.ts'

/** Every broken promise in a sentence; empty for a sound document. */
export function brokenIn(project: Project): string[] {
  const broken: string[] = []
  const seen = new Set<string>()
  for (const timeline of project.timelines.values()) {
    for (const trackId of timeline.tracks) {
      const track = project.tracks.get(trackId)
      if (!track) broken.push(`track ${trackId} is missing`)
      let previous = ''
      for (const id of track?.items ?? []) {
        const item = project.items.get(id)
        if (seen.has(id)) broken.push(`${id} lies in two places`)
        seen.add(id)
        if (!item) {
          broken.push(`item ${id} is missing`)
          continue
        }
        if (!Number.isSafeInteger(item.duration) || item.duration < 1) {
          broken.push(`${id} lasts ${item.duration}`)
        }
        if (item.kind === 'gap' && previous === 'gap') broken.push(`two gaps meet at ${id}`)
        previous = item.kind
        if (item.kind === 'clip') {
          if ((item.fadeIn ?? 0) + (item.fadeOut ?? 0) > item.duration) {
            broken.push(`the fades of ${id} overlap`)
          }
          broken.push(...outOfOrder(id, { keyframes: item.speedKeys ?? [] }))
          const params = (item.effects ?? []).flatMap((effect) => Object.values(effect.params))
          const settings = [...Object.values(item.picture), ...Object.values(item.sound)]
          for (const animated of [...settings, ...params]) {
            broken.push(...outOfOrder(id, animated))
          }
        }
      }
      if (previous === 'gap') broken.push(`${track?.name} ends with a gap`)
    }
  }
  for (const id of project.items.ids()) if (!seen.has(id)) broken.push(`${id} lies nowhere`)
  for (const table of TABLES) {
    for (const row of project[table]) {
      if (project[table].get(row.id) !== row) broken.push(`${table} ${row.id} is misfiled`)
    }
  }
  for (const { id, binId } of project.assets.values()) {
    if (binId !== undefined && !project.bins.get(binId)) broken.push(`${id} lies in no bin`)
  }
  for (const bin of project.bins.values()) broken.push(...outsideLibrary(project, bin))
  return [...broken, ...outsideMedia(project), ...outOfSync(project), ...brokenNouns(project)]
}

/** A bin must lead to the top of the library, and not round in a circle. */
function outsideLibrary(project: Project, bin: Bin): string[] {
  const seen = new Set<string>([bin.id])
  for (let at = bin.parentId; at !== undefined; at = project.bins.get(at)?.parentId) {
    if (seen.has(at) || !project.bins.get(at)) return [`the bin ${bin.id} lies nowhere`]
    seen.add(at)
  }
  return []
}

const outOfOrder = (
  id: string,
  { keyframes }: { readonly keyframes: readonly { readonly frame: number }[] },
): string[] =>
  keyframes.flatMap((key, i) => {
    const next = keyframes[i + 1]
    return next && next.frame <= key.frame ? [`keyframes of ${id} are out of order`] : []
  })

interface Placed {
  readonly id: string
  readonly start: number
  readonly clip: Clip
  /** Footage seconds at the clip's media time 0. */
  readonly base: number
  readonly asset: string
}

/** Floating seconds are enough here: real mistakes are whole frames. */
const CLOSE = 1e-6

/** Linked clips on the same footage show the same moment at the same time. */
function outOfSync(project: Project): string[] {
  const groups = new Map<string, Placed[]>()
  const [timeline] = project.timelines.values()
  const rate = timeline ? timeline.rate.num / timeline.rate.den : 1
  for (const track of project.tracks.values()) {
    let start = 0
    for (const id of track.items) {
      const item = project.items.get(id)
      if (item?.kind === 'clip' && item.linkId !== undefined && item.source.kind !== 'solid') {
        const shot = item.source.kind === 'shot' ? project.shots.get(item.source.shotId) : undefined
        const base = shot?.source ? shot.source.start.num / shot.source.start.den : 0
        const asset = item.source.kind === 'asset' ? item.source.assetId : shot?.source?.assetId
        const group = groups.get(item.linkId) ?? []
        if (asset) group.push({ id, start, clip: item, base, asset })
        groups.set(item.linkId, group)
      }
      start += item?.duration ?? 0
    }
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    others
      .filter((other) => first && first.asset === other.asset)
      .filter((other) => {
        if (!first) return false
        // At every frame of the other one, and for a while behind it, both are at the same moment.
        const count = other.clip.duration + 10
        const theirs = slowTimes(other.clip, 0, count, rate)
        const ours = slowTimes(first.clip, other.start - first.start, count, rate)
        return theirs.some((time, i) => {
          const expected = (ours[i] ?? Number.NaN) + first.base
          return !(Math.abs(time + other.base - expected) <= CLOSE)
        })
      })
      .map((other) => `${other.id} is out of sync with ${first?.id}`),
  )
}

function outsideMedia(project: Project): string[] {
  const broken: string[] = []
  for (const track of project.tracks.values()) {
    const timeline = project.timelines.get(track.timelineId)
    const rate = timeline ? timeline.rate.num / timeline.rate.den : 1
    for (const id of track.items) {
      const item = project.items.get(id)
      if (item?.kind !== 'clip' || item.source.kind !== 'asset') continue
      const info = project.assets.get(item.source.assetId)?.info
      if (!info || info.kind === 'still') continue
      const times = slowTimes(item, 0, item.duration, rate)
      const [first, last] = [Math.min(...times), Math.max(...times)]
      const end = info.duration.num / info.duration.den
      if (Math.min(first, last) < -CLOSE || Math.max(first, last) > end - CLOSE / 2) {
        broken.push(`${id} shows media from ${first} to ${last}, of ${end}`)
      }
    }
  }
  return broken
}

/** Records that are equal but not the same object: a change that touched more than it changed. */
export function needlesslyCopied(before: Project, after: Project): string[] {
  const copied: string[] = []
  for (const table of TABLES) {
    for (const row of after[table]) {
      const old = before[table].get(row.id)
      if (old && old !== row && isDeepStrictEqual(old, row)) copied.push(`${table} ${row.id}`)
    }
  }
  return copied
}

/** Locked tracks whose clips are not exactly what they were. */
export function changedLockedTracks(before: Project, after: Project): string[] {
  return before.tracks
    .values()
    .filter((track) => track.locked && after.tracks.get(track.id)?.locked)
    .filter((track) => {
      const now = after.tracks.get(track.id)
      return (
        now?.items.length !== track.items.length ||
        track.items.some(
          (id, i) => now.items[i] !== id || after.items.get(id) !== before.items.get(id),
        )
      )
    })
    .map(({ name }) => name)
}

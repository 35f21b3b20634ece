/** What must hold of every document. Written against the records alone, without the verbs' own primitives. */
import { isDeepStrictEqual } from 'node:util'
import type { Bin } from '../../../shared/model/bin.ts'
import type { Animated } from '../../../shared/model/keyframe.ts'
import { type Project, TABLES } from '../../../shared/model/project.ts'

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
  return [...broken, ...outsideMedia(project), ...outOfSync(project)]
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

const outOfOrder = (id: string, { keyframes }: Animated): string[] =>
  keyframes.flatMap((key, i) => {
    const next = keyframes[i + 1]
    return next && next.frame <= key.frame ? [`keyframes of ${id} are out of order`] : []
  })

interface Placed {
  readonly id: string
  readonly start: number
  readonly speed: number
  /** Footage seconds at the clip's first frame. */
  readonly media: number
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
        const media = base + item.sourceStart.num / item.sourceStart.den
        const group = groups.get(item.linkId) ?? []
        if (asset) {
          group.push({ id, start, speed: item.speed.num / item.speed.den, media, asset })
        }
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
        const expected = first.media + (first.speed * (other.start - first.start)) / rate
        return other.speed !== first.speed || Math.abs(other.media - expected) > CLOSE
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
      const first = item.sourceStart.num / item.sourceStart.den
      const last = first + ((item.duration - 1) * item.speed.num) / item.speed.den / rate
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

/** The document as the reference painter reads it: plain tables, looked up by hand. */
import type { Asset } from '../../shared/model/asset.ts'
import type { Clip } from '../../shared/model/clip.ts'
import type { TimelineId } from '../../shared/model/ids.ts'
import type { PlainProject } from '../../shared/model/plainProject.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import type { Track } from '../../shared/model/track.ts'
import type { Transition } from '../../shared/model/transition.ts'
import { type Fraction, fraction, stored } from './fraction.ts'

export interface Placed {
  readonly clip: Clip
  readonly start: number
  readonly end: number
}

/** @throws Error for an id that nothing has. */
export function row<T>(table: Readonly<Record<string, T>>, id: string): T {
  const found = table[id]
  if (found === undefined) throw new Error(`The document has no record "${id}"`)
  return found
}

export const timelineOf = (plain: PlainProject, id: TimelineId): Timeline =>
  row(plain.timelines, id)

export const tracksOf = (plain: PlainProject, { tracks }: Timeline): Track[] =>
  tracks.map((id) => row(plain.tracks, id))

export function clipsOf(plain: PlainProject, { items }: Track): Placed[] {
  const placed: Placed[] = []
  let start = 0
  for (const id of items) {
    const item = row(plain.items, id)
    const end = start + item.duration
    if (item.kind === 'clip') placed.push({ clip: item, start, end })
    start = end
  }
  return placed
}

/** A transition of a track where it lies: `n` frames from `start`. */
export interface PlacedTransition {
  readonly transition: Transition
  readonly start: number
  readonly n: number
  readonly from: Placed | null
  readonly to: Placed | null
}

export function transitionsOf(plain: PlainProject, track: Track): PlacedTransition[] {
  const clips = clipsOf(plain, track)
  const clipOf = (id: string | null): Placed | null =>
    clips.find(({ clip }) => clip.id === id) ?? null
  return Object.values(plain.transitions)
    .filter(({ trackId }) => trackId === track.id)
    .map((transition) => {
      const { before, after } = transition
      const [from, to] = [clipOf(transition.from), clipOf(transition.to)]
      const cut = from?.end ?? to?.start ?? 0
      return { transition, start: cut - before, n: before + after, from, to }
    })
}

export type Content =
  | { readonly kind: 'media'; readonly asset: Asset; readonly offset: Fraction }
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  | { readonly kind: 'card' }
  | Exclude<Clip['source'], { readonly kind: 'asset' | 'shot' | 'timeline' }>

/** What a clip shows: a shot its take in the cut, else the footage it is made from, else a card. */
export function contentOf(plain: PlainProject, { source }: Clip): Content {
  if (source.kind === 'timeline') {
    return { kind: 'timeline', timeline: timelineOf(plain, source.timelineId) }
  }
  if (source.kind === 'asset') return mediaOf(row(plain.assets, source.assetId), fraction(0))
  if (source.kind !== 'shot') return source
  const shot = row(plain.shots, source.shotId)
  if (shot.takeId !== undefined) return mediaOf(row(plain.takes, shot.takeId).asset, fraction(0))
  if (!shot.source) return { kind: 'card' }
  return mediaOf(row(plain.assets, shot.source.assetId), stored(shot.source.start))
}

const mediaOf = (asset: Asset, offset: Fraction): Content =>
  asset.missing ? { kind: 'card' } : { kind: 'media', asset, offset }

/**
 * The items of one track as a list in order of time: the primitives that every verb is made of. Nothing here knows
 * tracks, links or limits.
 */

import type { Clip, Gap, Item } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import { advanced } from '../model/timeMap.ts'
import type { Rational } from '../time/rational.ts'
import { mapAnimated } from './animated.ts'
import { withFields } from './draft.ts'

export type Items = readonly Item[]

/** What cutting a clip needs to know, and whom it tells. */
export interface Cutter {
  /** The timeline's. */
  readonly rate: Rational
  readonly newId: () => ItemId
  /** A part that stays of `from`, which starts `offset` frames into it. */
  readonly onPart?: (part: Clip, from: Clip, offset: number) => void
}

export const gapOf = (duration: number, id: ItemId): Gap => ({ kind: 'gap', id, duration })

export const lengthOf = (items: Items): number =>
  items.reduce((length, item) => length + item.duration, 0)

/** An item with the frame it starts at. */
export interface Placed {
  readonly item: Item
  readonly start: number
  readonly end: number
}

export function placed(items: Items): Placed[] {
  let start = 0
  return items.map((item) => {
    const entry = { item, start, end: start + item.duration }
    start = entry.end
    return entry
  })
}

/**
 * The clip's frames `[from, to)`, counted from its in-point; `from` may be negative and `to` beyond the end, which
 * shows more of the media. Keyframes stay on the picture they were set on.
 *
 *     frames   0   4   8  12           from 4 to 14      0   4   8
 *     media   |a...b...c...|      →                     |b...c...d.|
 *     keys         ◆   ◆                                 ◆   ◆
 */
export function sliceClip(clip: Clip, from: number, to: number, rate: Rational): Clip {
  if (from === 0) return to === clip.duration ? clip : { ...clip, duration: to }
  return { ...onMedia(clip, from, rate), duration: to - from }
}

/** The clip as it is `by` frames further on in its media, keyframes on their picture; its length stays. */
export const onMedia = (clip: Clip, by: number, rate: Rational): Clip =>
  advanced(shiftKeyframes(clip, -by), by, rate)

/** All keyframes of values `by` frames later. Animated values without keyframes are shared. */
export const shiftKeyframes = (clip: Clip, by: number): Clip =>
  mapAnimated(clip, (animated) =>
    animated.keyframes.length === 0
      ? animated
      : {
          ...animated,
          keyframes: animated.keyframes.map((key) => ({ ...key, frame: key.frame + by })),
        },
  )

/**
 * Puts `replacement` where `[start, end)` was; what follows moves by the difference of their lengths. A clip that
 * is cut keeps its id on the part that stays first.
 *
 *     |A....|B.......|C..|      replace [3, 8) by |X.|      |A..|X.|B....|C..|
 *
 * Overwrite is a replacement of the same length, insert one of an empty range, extract one by nothing. A start
 * beyond the last item is reached with a gap.
 */
export function replaceRange(
  items: Items,
  start: number,
  end: number,
  replacement: Items,
  cutter: Cutter,
): Item[] {
  const before: Item[] = []
  const after: Item[] = []
  let length = 0
  for (const item of items) {
    const [from, to] = [length, length + item.duration]
    length = to
    const head = Math.min(to, start) - from
    const tail = to - Math.max(from, end)
    if (head >= item.duration) before.push(item)
    else if (tail >= item.duration) after.push(item)
    else {
      if (head > 0) before.push(part(item, 0, head, false, cutter))
      if (tail > 0) {
        after.push(part(item, item.duration - tail, item.duration, head > 0, cutter))
      }
    }
  }
  if (length < start && replacement.length > 0) before.push(gapOf(start - length, cutter.newId()))
  return [...before, ...replacement, ...after]
}

function part(item: Item, from: number, to: number, isSecond: boolean, cutter: Cutter): Item {
  const id = isSecond ? cutter.newId() : item.id
  if (item.kind === 'gap') return gapOf(to - from, id)
  const sliced = withFields<Clip>(
    { ...sliceClip(item, from, to, cutter.rate), id },
    // A fade belongs to its edge: it stays with the part that has that edge.
    {
      ...(from > 0 && { fadeIn: undefined }),
      ...(to < item.duration && { fadeOut: undefined }),
    },
  )
  cutter.onPart?.(sliced, item, from)
  return sliced
}

/**
 * Adjacent gaps become one, which keeps the id of the first that `isOld`, else of the first: a gap that grows stays the
 * gap it was, and its track's list of items the same. Gaps at the end fall away.
 */
export function normalise(items: Items, isOld: (id: ItemId) => boolean): Item[] {
  const result: Item[] = []
  for (const item of items) {
    const last = result.at(-1)
    if (item.kind === 'gap' && last?.kind === 'gap') {
      const kept = !isOld(last.id) && isOld(item.id) ? item : last
      result[result.length - 1] = { ...kept, duration: last.duration + item.duration }
    } else {
      result.push(item)
    }
  }
  if (result.at(-1)?.kind === 'gap') result.pop()
  return result
}

/** The ranges within `[start, end)` where there is no clip, in order; beyond the last item all is empty. */
export function emptyRanges(
  items: Items,
  start: number,
  end: number,
): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  let from = start
  for (const entry of placed(items)) {
    if (entry.item.kind === 'gap' || entry.end <= start || entry.start >= end) continue
    if (entry.start > from) ranges.push({ start: from, end: entry.start })
    from = Math.max(from, entry.end)
  }
  if (from < end) ranges.push({ start: from, end })
  return ranges
}

/** The first clip that has a frame in `[start, end)`; for an empty range, one that would be cut there. */
export function clipWithin(items: Items, start: number, end: number): Clip | undefined {
  let from = 0
  for (const item of items) {
    const to = from + item.duration
    const touches = start === end ? from < start && to > start : from < end && to > start
    if (touches && item.kind === 'clip') return item
    // Of a long cut only what comes before is looked at.
    if (from > end) break
    from = to
  }
  return undefined
}

/**
 * The timeline without a pointer. It is one tab stop, on which the arrow keys keep moving the playhead; Enter goes
 * into its clips, where they move from clip to clip, and Esc goes back.
 */
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import { linkedClips, type PlacedItem, placedItems } from '../../../shared/model/select.ts'
import { committedProject, dispatch } from '../../store/document.ts'
import { playhead } from '../../store/playhead.ts'
import { selectClips, useSession } from '../../store/session.ts'
import { clipsAmong } from './mounting.ts'
import { revealFrame } from './reveal.ts'
import type { Row, TrackRow } from './rows.ts'

const trackRows = (rows: readonly Row[]): TrackRow[] => rows.filter((row) => row.kind === 'track')

const clipsOn = (row: TrackRow): readonly PlacedItem<Clip>[] =>
  clipsAmong(placedItems(committedProject(), row.track))

/** The clip that shows at `frame`, else the nearest. */
function nearest(clips: readonly PlacedItem<Clip>[], frame: number): PlacedItem<Clip> | null {
  const distance = ({ start, end }: PlacedItem): number =>
    frame < start ? start - frame : frame >= end ? frame - end + 1 : 0
  return clips.reduce<PlacedItem<Clip> | null>(
    (best, clip) => (!best || distance(clip) < distance(best) ? clip : best),
    null,
  )
}

/** Where Enter goes from the timeline itself: the selected clip, else the topmost one at the playhead. */
export function entry(rows: readonly Row[]): PlacedItem<Clip> | null {
  const [selected] = useSession.getState().clips
  const { frame } = playhead.getState()
  const all = trackRows(rows).flatMap(clipsOn)
  return (
    all.find(({ item }) => item.id === selected) ??
    all.find(({ start, end }) => frame >= start && frame < end) ??
    nearest(all, frame)
  )
}

/** The clip that a key leads to from another one; null where it stays. */
export function neighbour(
  rows: readonly Row[],
  from: ItemId,
  key: string,
): PlacedItem<Clip> | null {
  const tracks = trackRows(rows)
  const row = tracks.find(({ track }) => track.items.includes(from))
  if (!row) return null
  const clips = clipsOn(row)
  const at = clips.findIndex(({ item }) => item.id === from)
  const here = clips[at]
  if (key === 'ArrowLeft') return clips[at - 1] ?? null
  if (key === 'ArrowRight') return clips[at + 1] ?? null
  if (key === 'Home') return clips[0] ?? null
  if (key === 'End') return clips.at(-1) ?? null
  const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (down === 0 || !here) return null
  const order = tracks.indexOf(row)
  const others = down > 0 ? tracks.slice(order + 1) : tracks.slice(0, order).reverse()
  for (const other of others) {
    const found = nearest(clipsOn(other), here.start)
    if (found) return found
  }
  return null
}

/** Scrolls a clip's start into the window and gives it the focus once it is drawn. */
export function focusClip(host: HTMLElement, { item, start }: PlacedItem<Clip>): void {
  revealFrame(start)
  useSession.setState({ focusedClip: item.id })
  requestAnimationFrame(() => {
    const cell = host.querySelector<HTMLElement>(
      `[role="gridcell"][data-item="${CSS.escape(item.id)}"]`,
    )
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest' })
  })
}

/** Enter and Space on a clip: with Ctrl it joins or leaves the selection. */
export function selectByKey(itemId: ItemId, joins: boolean): void {
  const { clips, linked } = useSession.getState()
  const own = linked ? linkedClips(committedProject(), itemId) : [itemId]
  if (!joins) selectClips(own)
  else if (clips.includes(itemId)) selectClips(clips.filter((id) => !own.includes(id)))
  else selectClips([...clips, ...own])
}

/** Alt with an arrow: the clip, or the selection it is part of, by one frame or one track. */
export function nudgeClip(itemId: ItemId, key: string, shift: boolean): void {
  const { clips, linked } = useSession.getState()
  const itemIds = clips.includes(itemId)
    ? [itemId, ...clips.filter((id) => id !== itemId)]
    : [itemId]
  const frames = shift ? 5 : 1
  const delta = key === 'ArrowRight' ? frames : key === 'ArrowLeft' ? -frames : 0
  const trackDelta = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0
  dispatch('clips.move', { itemIds, delta, trackDelta, mode: 'overwrite', linked })
}

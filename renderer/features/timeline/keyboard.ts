/**
 * The timeline without a pointer. It is one tab stop, on which the arrow keys keep moving the playhead; Enter goes
 * into its things, and Esc goes back.
 *
 * Left, Right      along the row; before its first thing its header, with its buttons
 * Up, Down         to what lies there at the same time in the next row that has something
 * Home, End        the row's first and last thing
 * Page Up, Down    as many rows as the window shows
 * Alt with arrows  moves the thing itself, with Shift five times as far
 */
import type { ItemId } from '../../../shared/model/ids.ts'
import { linkedClips, placeClip } from '../../../shared/model/select.ts'
import { activeTimeline, committedProject, dispatch } from '../../store/document.ts'
import { playhead } from '../../store/playhead.ts'
import {
  selectClips,
  selectKeyframes,
  selectPins,
  selectTransitions,
  useSession,
} from '../../store/session.ts'
import { nudgeHandle, nudgeKeyframes, nudgeOf, nudgePins } from './lanes/nudge.ts'
import { revealFrame } from './reveal.ts'
import type { Row } from './rows.ts'
import type { Surface } from './surface.ts'
import { keyOf, nearest, type Thing, type ThingRef, thingsOf } from './things.ts'
import { nudgeTransition } from './transition/nudgeTransition.ts'

interface Found {
  readonly row: Row
  readonly thing: Thing
}

/** What the keyboard asks of an element in the rows. */
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const things = (row: Row): readonly Thing[] => {
  const project = committedProject()
  return thingsOf(project, activeTimeline(project).rate, row)
}

/** Where Enter goes from the timeline itself: the selected clip, else the topmost one at the playhead. */
export function entry(rows: readonly Row[]): Found | null {
  const [selected] = useSession.getState().clips
  const { frame } = playhead.getState()
  const all = rows
    .filter(({ kind }) => kind === 'track')
    .flatMap((row) => things(row).map((thing): Found => ({ row, thing })))
    .filter(({ thing }) => thing.ref.kind === 'clip')
  const closest = nearest(
    all.map(({ thing }) => thing),
    frame,
  )
  return (
    all.find(({ thing }) => thing.ref.kind === 'clip' && thing.ref.itemId === selected) ??
    all.find(({ thing }) => frame >= thing.start && frame < thing.end) ??
    all.find(({ thing }) => thing === closest) ??
    null
  )
}

export function findThing(rows: readonly Row[], key: string): Found | null {
  for (const row of rows) {
    const thing = things(row).find(({ ref }) => keyOf(ref) === key)
    if (thing) return { row, thing }
  }
  return null
}

/** Lanes belong to their clip: from elsewhere in time nobody goes there. */
function isBeside(row: Row, { start, end }: Thing): boolean {
  if (row.kind === 'track') return true
  const clip = placeClip(committedProject(), row.itemId)
  return start < clip.end && end >= clip.start
}

/** The next row up or down that has something, and what lies there at the same time; `atLeast` so many pixels away. */
function inOtherRow(rows: readonly Row[], from: Found, by: 1 | -1, atLeast = 0): Found | null {
  let farthest: Found | null = null
  for (let order = rows.indexOf(from.row) + by; rows[order]; order += by) {
    const row = rows[order]
    const thing = row && isBeside(row, from.thing) ? nearest(things(row), from.thing.start) : null
    if (!row || !thing) continue
    farthest = { row, thing }
    if (Math.abs(row.top - from.row.top) >= atLeast) break
  }
  return farthest
}

/** What a key leads to from a thing; `page` is the height of the window in pixels. Null where it stays. */
export function neighbour(
  rows: readonly Row[],
  found: Found,
  key: string,
  page: number,
): Found | null {
  const { row, thing } = found
  const all = things(row)
  const at = all.findIndex(({ ref }) => keyOf(ref) === keyOf(thing.ref))
  const along: Readonly<Record<string, Thing | undefined>> = {
    ArrowLeft: all[at - 1],
    ArrowRight: all[at + 1],
    Home: all[0],
    End: all.at(-1),
  }
  const beside = along[key]
  if (beside) return { row, thing: beside }
  if (key === 'ArrowDown') return inOtherRow(rows, found, 1)
  if (key === 'ArrowUp') return inOtherRow(rows, found, -1)
  // One row of the page before stays in view.
  if (key === 'PageDown') return inOtherRow(rows, found, 1, page - row.height)
  if (key === 'PageUp') return inOtherRow(rows, found, -1, page - row.height)
  return null
}

/** Pictures of the page in which what was scrolled to has to be drawn. */
const PATIENCE = 30

/** Scrolls a row into the window; Rows above and below are only mounted when they are near it. */
function revealRow({ host }: Surface, { top, height }: Row): void {
  if (top < host.scrollTop) host.scrollTop = top
  else if (top + height > host.scrollTop + host.clientHeight) {
    host.scrollTop = top + height - host.clientHeight
  }
}

function focusWhenDrawn(find: () => HTMLElement | null, pictures = PATIENCE): void {
  requestAnimationFrame(() => {
    const element = find()
    if (element) element.focus({ preventScroll: true })
    else if (pictures > 0) focusWhenDrawn(find, pictures - 1)
  })
}

/** Scrolls a thing into the window and gives it the focus once it is drawn. */
export function focusThing(surface: Surface, { row, thing }: Found): void {
  revealFrame(thing.start)
  revealRow(surface, row)
  const key = keyOf(thing.ref)
  useSession.setState({ focusedThing: key })
  focusWhenDrawn(() => surface.host.querySelector<HTMLElement>(`[data-thing="${CSS.escape(key)}"]`))
}

/** The header of a row and what is in it, in order. */
const headerStops = ({ host }: Surface, row: Row): HTMLElement[] => {
  const own = [...host.querySelectorAll<HTMLElement>('[role="row"]')].find(
    ({ dataset }) => dataset.row === row.key,
  )
  const header = own?.querySelector<HTMLElement>('[role="rowheader"]')
  return header
    ? [header, ...header.querySelectorAll<HTMLElement>('button, select, [role="slider"]')]
    : []
}

function focusHeader(surface: Surface, row: Row): void {
  revealRow(surface, row)
  useSession.setState({ focusedThing: null })
  focusWhenDrawn(() => headerStops(surface, row)[0] ?? null)
}

/** Keys on a row's header and its buttons. True when one was taken. */
function onHeader(surface: Surface, target: HTMLElement, { key }: Key): boolean {
  const rows = surface.rows()
  const rowKey = target.closest<HTMLElement>('[role="row"]')?.dataset.row
  const row = rows.find((one) => one.key === rowKey)
  if (!row) return false
  const stops = headerStops(surface, row)
  const at = stops.indexOf(target)
  const isOwn = target.role === 'slider' || target instanceof HTMLSelectElement
  if (key === 'ArrowLeft') stops[at - 1]?.focus()
  else if (key === 'ArrowRight' && stops[at + 1]) stops[at + 1]?.focus()
  else if (key === 'ArrowRight' || key === 'End') {
    const all = things(row)
    const { scrollFrame } = useSession.getState()
    const thing = key === 'End' ? all.at(-1) : all.find(({ end }) => end >= scrollFrame)
    const into = thing ?? all.at(-1)
    if (into) focusThing(surface, { row, thing: into })
  } else if (isOwn) return false
  else if (key === 'ArrowDown' || key === 'ArrowUp') {
    const other = rows[rows.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)]
    if (other) focusHeader(surface, other)
  } else return key === 'Home'
  return true
}

/** A page of time on, or back, while the timeline itself has the keys. */
function turnPage(by: 1 | -1): void {
  const { scrollFrame, framesPerPixel, tracksWidth } = useSession.getState()
  useSession.setState({
    scrollFrame: Math.max(0, scrollFrame + by * tracksWidth * framesPerPixel),
  })
}

/** A key in the rows; true when it was the timeline's own. */
export function onRowsKey(surface: Surface, target: HTMLElement, event: Key): boolean {
  const { host } = surface
  const isBare = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (target === host) {
    if (!isBare) return false
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      turnPage(event.key === 'PageDown' ? 1 : -1)
      return true
    }
    const found = event.key === 'Enter' ? entry(surface.rows()) : null
    if (found) focusThing(surface, found)
    return found !== null
  }
  if (event.key === 'Escape') {
    useSession.setState({ focusedThing: null })
    host.focus()
    return true
  }
  if (target.closest('[role="rowheader"]')) return isBare && onHeader(surface, target, event)
  const key = target.dataset.thing
  const found = key === undefined ? null : findThing(surface.rows(), key)
  return found !== null && onThing(surface, found, event)
}

function onThing(surface: Surface, found: Found, event: Key): boolean {
  const { ref } = found.thing
  const isCtrl = event.ctrlKey || event.metaKey
  if ((event.key === 'Enter' || event.key === ' ') && !event.altKey && !event.shiftKey) {
    selectByKey(ref, isCtrl)
    return true
  }
  if (isCtrl) return false
  if (event.altKey) return nudge(ref, event)
  if (event.shiftKey) return false
  const next = neighbour(surface.rows(), found, event.key, surface.host.clientHeight)
  if (next) focusThing(surface, next)
  else if (event.key === 'ArrowLeft') focusHeader(surface, found.row)
  return next !== null || /^(Arrow|Page|Home|End)/.test(event.key)
}

/** The list with or without what was chosen. */
const toggled = <T>(all: readonly T[], isIt: (one: T) => boolean, own: readonly T[]): T[] =>
  all.some(isIt) ? all.filter((one) => !isIt(one)) : [...all, ...own]

/** Enter and Space: with Ctrl the thing joins or leaves the selection. */
export function selectByKey(ref: ThingRef, joins: boolean): void {
  const { clips, linked, transitions, keyframes, pins } = useSession.getState()
  if (ref.kind === 'clip') {
    const own = linked ? linkedClips(committedProject(), ref.itemId) : [ref.itemId]
    if (!joins) selectClips(own)
    else if (clips.includes(ref.itemId)) selectClips(clips.filter((id) => !own.includes(id)))
    else selectClips([...clips, ...own])
  } else if (ref.kind === 'transition') {
    const own = [ref.transitionId]
    selectTransitions(joins ? toggled(transitions, (id) => own.includes(id), own) : own)
  } else if (ref.kind === 'pin') {
    const own = [ref.pinId]
    selectPins(joins ? toggled(pins, (id) => own.includes(id), own) : own)
  } else {
    const { itemId, property, keyframeId } = ref
    const own = [{ itemId, property, keyframeId }]
    selectKeyframes(joins ? toggled(keyframes, (one) => one.keyframeId === keyframeId, own) : own)
  }
}

/** Alt with an arrow moves what has the focus, and with it the selection that it is part of. */
function nudge(ref: ThingRef, event: Key): boolean {
  const by = nudgeOf(event)
  if (!by) return false
  const { keyframes, pins } = useSession.getState()
  if (ref.kind === 'clip') nudgeClip(ref.itemId, by)
  else if (ref.kind === 'handle') nudgeHandle(ref, by)
  else if (ref.kind === 'transition') {
    const transition = committedProject().transitions.get(ref.transitionId)
    if (transition) nudgeTransition(transition, by)
  } else if (ref.kind === 'pin') {
    if (!pins.includes(ref.pinId)) selectByKey(ref, false)
    nudgePins(by)
  } else {
    if (!keyframes.some(({ keyframeId }) => keyframeId === ref.keyframeId)) selectByKey(ref, false)
    nudgeKeyframes(by)
  }
  return true
}

/** By frames, or by one track. */
function nudgeClip(itemId: ItemId, { time, value }: { time: number; value: number }): void {
  const { clips, linked } = useSession.getState()
  const itemIds = clips.includes(itemId)
    ? [itemId, ...clips.filter((id) => id !== itemId)]
    : [itemId]
  const to = { delta: time, trackDelta: Math.sign(value), mode: 'overwrite', linked } as const
  dispatch('clips.move', { itemIds, ...to })
}

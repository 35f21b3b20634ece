/** Verbs on the cut between two neighbours: rolling it, extending it to the playhead, taking it away. */
import type { Command } from '../../../../shared/commands/registry.ts'
import type { CutRef } from '../../../../shared/edit/cut.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import { isPlacedClip, type PlacedItem, placedItems } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { dispatch } from '../../../store/document.ts'
import { playhead } from '../../../store/playhead.ts'
import { useSession } from '../../../store/session.ts'
import { cutAtEdge } from '../transition/cutUnder.ts'
import { openHere, playheadFrame, recordings, selectedClips, unlockedClips } from './here.ts'

interface Edge {
  readonly clip: PlacedItem<Clip>
  readonly edge: 'start' | 'end'
  readonly frame: number
}

/** Edges that were clicked and still exist. */
function clickedEdges(): Edge[] {
  const chosen = useSession.getState().edges
  if (chosen.length === 0) return []
  const clips = unlockedClips()
  return chosen.flatMap(({ from, to }): Edge[] => {
    const clip = clips.find(({ item }) => item.id === (from ?? to))
    if (!clip) return []
    const edge = from === null ? 'start' : 'end'
    return [{ clip, edge, frame: clip[edge] }]
  })
}

/**
 * The cuts and free edges a transition would be laid on: those clicked, else between selected neighbours, else the edge
 * nearest to the playhead.
 */
export function chosenCuts(): CutRef[] {
  const here = openHere()
  if (!here) return []
  const clicked = clickedEdges()
  if (clicked.length > 0)
    return clicked.map(({ clip, edge }) => cutAtEdge(here.project, clip, edge))
  const between = selectedJoints().map(({ leftId, rightId }) => ({ from: leftId, to: rightId }))
  if (between.length > 0) return between
  const nearest = nearestEdge()
  return nearest ? [cutAtEdge(here.project, nearest.clip, nearest.edge)] : []
}

/** Cuts both of whose clips are selected. */
function selectedJoints(): { leftId: ItemId; rightId: ItemId }[] {
  const chosen = recordings(selectedClips())
  return chosen.flatMap((clip) => {
    const other = neighbour({ clip, edge: 'end', frame: clip.end })
    const isChosen = other && chosen.some(({ item }) => item.id === other.item.id)
    return isChosen ? [{ leftId: clip.item.id, rightId: other.item.id }] : []
  })
}

/** The edge nearest to the playhead, unless one was clicked, of selected clips where there are any, of the topmost picture otherwise. */
function nearestEdge(): Edge | null {
  const [clicked] = clickedEdges()
  if (clicked) return clicked
  const chosen = recordings(selectedClips()).filter(({ track }) => !track.locked)
  const pictures = unlockedClips().filter(({ track }) => track.kind === 'picture')
  const clips = chosen.length > 0 ? chosen : [...pictures].reverse()
  const at = playheadFrame()
  const edges = (clips.length > 0 ? clips : unlockedClips()).flatMap((clip): Edge[] => [
    { clip, edge: 'end', frame: clip.end },
    { clip, edge: 'start', frame: clip.start },
  ])
  return edges.reduce<Edge | null>(
    (best, edge) => (!best || Math.abs(edge.frame - at) < Math.abs(best.frame - at) ? edge : best),
    null,
  )
}

function neighbour({ clip, edge }: Edge): PlacedItem<Clip> | null {
  const here = openHere()
  const other = here
    ? placedItems(here.project, clip.track)[edge === 'end' ? clip.order + 1 : clip.order - 1]
    : undefined
  return other && isPlacedClip(other) ? other : null
}

const pointOf = ({ clip, edge }: Edge, other: PlacedItem<Clip>) => {
  const { linked } = useSession.getState()
  return edge === 'end'
    ? { leftId: clip.item.id, rightId: other.item.id, linked }
    : { leftId: other.item.id, rightId: clip.item.id, linked }
}

/** A cut with clips on both sides is rolled, a free edge trimmed. */
function moveEdge(at: Edge, delta: number): boolean {
  const other = neighbour(at)
  if (other) return dispatch('clips.roll', { ...pointOf(at, other), delta })
  const { linked } = useSession.getState()
  const { clip, edge } = at
  return dispatch('clip.trim', { itemId: clip.item.id, edge, delta, ripple: false, linked })
}

/** E: the nearest edit comes to the playhead. */
export function extendEdit(): void {
  const at = nearestEdge()
  if (at && at.frame !== playheadFrame()) moveEdge(at, playheadFrame() - at.frame)
}

/** The nearest edit by some frames; a playhead that stands on it goes along. */
export function rollBy(delta: number): void {
  const at = nearestEdge()
  if (!at) return
  const isOnIt = at.frame === playheadFrame()
  if (moveEdge(at, delta) && isOnIt) playhead.setState({ frame: at.frame + delta })
}

/** Cuts that were clicked, else neighbours that are both selected, else the two that meet at the playhead. */
function joints(): { leftId: ItemId; rightId: ItemId; linked: boolean }[] {
  const here = openHere()
  if (!here) return []
  const { linked } = useSession.getState()
  const clicked = clickedEdges().flatMap((edge) => {
    const other = neighbour(edge)
    return other ? [pointOf(edge, other)] : []
  })
  if (clicked.length > 0) return clicked
  const chosen = recordings(selectedClips())
  const found: { leftId: ItemId; rightId: ItemId; linked: boolean }[] = []
  /** The first of each run takes in the others one after another. */
  const leaders = new Map<ItemId, ItemId>()
  for (const clip of chosen) {
    const other = neighbour({ clip, edge: 'end', frame: clip.end })
    if (!other || !chosen.some(({ item }) => item.id === other.item.id)) continue
    const leftId = leaders.get(clip.item.id) ?? clip.item.id
    leaders.set(other.item.id, leftId)
    found.push({ leftId, rightId: other.item.id, linked })
  }
  if (found.length > 0) return found
  const left = [...unlockedClips()].reverse().find(({ end }) => end === playheadFrame())
  const right = left && neighbour({ clip: left, edge: 'end', frame: left.end })
  return left && right ? [pointOf({ clip: left, edge: 'end', frame: left.end }, right)] : []
}

export const canJoin = (): boolean => joints().length > 0

export function join(): void {
  const commands: Command[] = joints().map((point) => newCommand('edit.join', point))
  dispatchAll(say('label:batchJoin'), commands)
}

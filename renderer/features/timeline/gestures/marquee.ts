/** Drawing a box over empty track selects what it touches, added to the selection with Ctrl or Shift. */
import type { ItemId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { pinsOf, placeClip, placedItems } from '../../../../shared/model/select.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import { type SessionState, selectClips, useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import { laneValue } from '../lanes/laneValues.ts'
import { clipFrameOfIndex } from '../lanes/pinTime.ts'
import type { Row } from '../rows.ts'
import { HEADER_WIDTH, positionUnder, rowUnder, type Surface, yWithin } from '../surface.ts'
import { within } from '../within.ts'
import { xOf } from '../zoom.ts'
import { withAutoScroll } from './autoScroll.ts'
import { clearFeedback, showFeedback } from './feedback.ts'

/** Tracks whose rows touch `[top, bottom]`. Pure. */
export const tracksTouched = (rows: readonly Row[], top: number, bottom: number) =>
  rows.flatMap((row) =>
    row.kind === 'track' && row.top < bottom && row.top + row.height > top ? [row.track] : [],
  )

/** Keyframes and pins of the lanes that touch `[top, bottom]`, between two frames. */
function inLanes(
  rows: readonly Row[],
  project: Project,
  box: Box,
): Pick<SessionState, 'keyframes' | 'pins'> {
  const { rate } = activeTimeline(project)
  const touched = rows.filter(({ top, height }) => top < box.bottom && top + height > box.top)
  const isInside = (frame: number): boolean => frame >= box.first && frame <= box.last
  const keyframes = touched.flatMap((row) => {
    if (row.kind !== 'keyframes') return []
    const { itemId, property } = row
    const { item, start } = placeClip(project, itemId)
    return laneValue(item, property)
      .keyframes.filter(({ frame }) => isInside(start + frame))
      .map(({ id }) => ({ itemId, property, keyframeId: id }))
  })
  const pins = touched.flatMap((row) => {
    if (row.kind !== 'pins') return []
    const { item, start } = placeClip(project, row.itemId)
    if (item.source.kind !== 'shot') return []
    return pinsOf(project, item.source.shotId).flatMap(({ id, index }) => {
      const frame = clipFrameOfIndex(item, index, rate)
      return frame !== null && isInside(start + frame) ? [id] : []
    })
  })
  return { keyframes, pins }
}

interface Box {
  readonly first: number
  readonly last: number
  readonly top: number
  readonly bottom: number
}

/** Begun in a lane, it selects what lies in lanes, and clips otherwise. */
export function marquee(
  surface: Surface,
  pressedAt: PointerAt,
  click: (at: PointerAt) => void,
): Gesture {
  const { clips: before, keyframes, pins } = useSession.getState()
  const adds = pressedAt.ctrl || pressedAt.shift
  const kept = adds ? before : []
  const project = committedProject()
  const timeline = activeTimeline(project)
  const fromFrame = positionUnder(surface, pressedAt.x)
  const fromY = yWithin(surface, pressedAt.y)
  const isLane = (rowUnder(surface, pressedAt.y)?.kind ?? 'track') !== 'track'
  const selectInLanes = (box: Box): void => {
    const found = inLanes(surface.rows(), project, box)
    const key = ({ itemId, property, keyframeId }: SessionState['keyframes'][number]): string =>
      `${itemId} ${property} ${keyframeId}`
    const chosen = new Set(found.keyframes.map(key))
    const others = adds ? keyframes.filter((one) => !chosen.has(key(one))) : []
    useSession.setState({
      keyframes: [...others, ...found.keyframes],
      pins: [...new Set([...(adds ? pins : []), ...found.pins])],
    })
  }
  return withAutoScroll(surface, {
    click,
    update(at) {
      const toFrame = positionUnder(surface, at.x)
      const toY = yWithin(surface, at.y)
      const [first, last] = [Math.min(fromFrame, toFrame), Math.max(fromFrame, toFrame)]
      const [top, bottom] = [Math.min(fromY, toY), Math.max(fromY, toY)]
      if (isLane) selectInLanes({ first, last, top, bottom })
      const touched: ItemId[] = tracksTouched(isLane ? [] : surface.rows(), top, bottom)
        .filter((track) => timeline.tracks.includes(track.id) && !track.locked)
        .flatMap((track) => within(placedItems(project, track), first, last))
        .flatMap(({ item }) => (item.kind === 'clip' ? [item.id] : []))
      if (!isLane) selectClips([...new Set([...kept, ...touched])])
      const session = useSession.getState()
      const area = surface.host.getBoundingClientRect()
      const left = area.left + HEADER_WIDTH + Math.max(0, xOf(first, session))
      showFeedback({
        marquee: {
          left,
          top: area.top + top - surface.host.scrollTop,
          width: area.left + HEADER_WIDTH + xOf(last, session) - left,
          height: bottom - top,
        },
      })
    },
    cancel: () => useSession.setState({ clips: before, keyframes, pins }),
    over: clearFeedback,
  })
}

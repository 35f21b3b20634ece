/** Which lanes are open, and which of them are curve editors. */
import { create } from 'zustand'
import type { ItemId } from '../../../../shared/model/ids.ts'
import { type FocusedLane, useSession } from '../../../store/session.ts'

/** How often somebody opened lanes: what they opened is to be seen. Lanes that a project was left with do not count. */
export const useOpenings = create(() => ({ count: 0 }))

const opening = (): void => useOpenings.setState(({ count }) => ({ count: count + 1 }))

/** Opens a clip's lanes and gives one of them the focus. */
export function openLane(lane: FocusedLane): void {
  const { openLanes } = useSession.getState()
  opening()
  useSession.setState({
    focusedLane: lane,
    openLanes: openLanes.includes(lane.itemId) ? openLanes : [...openLanes, lane.itemId],
  })
}

/** A lane without keyframes, too: its line can be dragged as it is. */
export function showLane(lane: FocusedLane): void {
  const { shownLanes } = useSession.getState()
  const isShown = shownLanes.some(
    (other) => other.itemId === lane.itemId && other.lane === lane.lane,
  )
  if (!isShown) useSession.setState({ shownLanes: [...shownLanes, lane] })
  openLane(lane)
}

export function toggleCurve(rowKey: string): void {
  const { curveLanes } = useSession.getState()
  opening()
  useSession.setState({
    curveLanes: curveLanes.includes(rowKey)
      ? curveLanes.filter((key) => key !== rowKey)
      : [...curveLanes, rowKey],
  })
}

export function toggleLanes(itemId: ItemId): void {
  const { openLanes } = useSession.getState()
  opening()
  useSession.setState({
    openLanes: openLanes.includes(itemId)
      ? openLanes.filter((id) => id !== itemId)
      : [...openLanes, itemId],
  })
}

/** One track: its header and those of its clips that are in the window. */
import { memo } from 'react'
import type { Clip } from '../../../shared/model/clip.ts'
import type { Project } from '../../../shared/model/project.ts'
import {
  holdsItem,
  type PlacedItem,
  place,
  placedClips,
  placedItems,
} from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import type { Transition } from '../../../shared/model/transition.ts'
import { useSession } from '../../store/session.ts'
import { ClipView } from './clip/ClipView.tsx'
import { PaintedClips } from './clip/PaintedClips.tsx'
import { CLIP_MARGIN } from './clip/sizes.ts'
import { useFeedback } from './gestures/feedback.ts'
import { GridRow } from './grid.tsx'
import { widest } from './mounting.ts'
import type { TrackRow } from './rows.ts'
import styles from './Timeline.module.css'
import { TrackHeader } from './TrackHeader.tsx'
import { PaintedTransitions } from './transition/PaintedTransitions.tsx'
import { frameOfCut } from './transition/placedTransition.ts'
import { TransitionView } from './transition/TransitionView.tsx'
import { type PlacedTransition, transitionsWithin } from './transition/transitionsWithin.ts'
import { firstWithin, within } from './within.ts'
import { type View, xOf } from './zoom.ts'

/** The header's is the first. */
const FIRST_CLIP_COLUMN = 2

interface TrackLaneProps {
  readonly project: Project
  readonly timeline: Timeline
  readonly row: TrackRow
  readonly index: number
  readonly width: number
  readonly view: View
  /** How many of its things may be parts of the page. */
  readonly share: number
}

/** A clip or a transition as a span of the row. */
type Part =
  | { readonly start: number; readonly end: number; readonly clip: PlacedItem<Clip> }
  | { readonly start: number; readonly end: number; readonly transition: Transition }

const partsOf = (
  clips: readonly PlacedItem<Clip>[],
  transitions: readonly PlacedTransition[],
): Part[] => [
  ...clips.map((clip) => ({ start: clip.start, end: clip.end, clip })),
  ...transitions.map(({ transition, start, end }) => ({ start, end, transition })),
]

export const TrackLane = memo(function TrackLane(props: TrackLaneProps) {
  const { project, timeline, row, index, width, view, share } = props
  const { track, top, height } = row
  const { framesPerPixel, scrollFrame } = view
  const gap = useSession((state) => (state.gap?.trackId === track.id ? state.gap : null))
  const edges = useSession((state) => state.edges)
  const focused = useSession((state) => state.focusedThing)
  const isTarget = useFeedback((state) => state.target === row.key)
  const last = scrollFrame + width * framesPerPixel
  const clips = placedClips(project, track)
  const shown = within(clips, scrollFrame, last)
  const transitions = transitionsWithin(project, track, scrollFrame, last)
  const mounted = new Set<string>(
    widest(partsOf(shown, transitions), share, framesPerPixel).map((part) =>
      'clip' in part ? part.clip.item.id : part.transition.id,
    ),
  )
  const isMounted = (id: string): boolean => mounted.has(id) || id === focused
  const ownFocus = clipWithKeys(project, row, focused)
  const away = ownFocus && !shown.includes(ownFocus) ? [ownFocus] : []
  const painted = shown.filter(({ item }) => !isMounted(item.id))
  const paintedTransitions = transitions.filter(({ transition }) => !isMounted(transition.id))
  const chosenGap = gap
    ? within(placedItems(project, track), gap.frame, gap.frame + 1).find(
        ({ item }) => item.kind === 'gap',
      )
    : undefined
  const columnOf = ({ start }: { readonly start: number }): number =>
    firstWithin(clips, start) + FIRST_CLIP_COLUMN
  const inner = height - 2 * CLIP_MARGIN
  return (
    <GridRow
      aria-level={1}
      aria-rowindex={index + 1}
      aria-label={track.name}
      className={styles.row}
      data-row={row.key}
      data-kind={track.kind}
      data-locked={track.locked || undefined}
      data-hidden={track.hidden || track.muted || undefined}
      data-target={isTarget || undefined}
      style={{ top, height }}
    >
      <TrackHeader track={track} height={height} />
      <div role="presentation" className={styles.lane}>
        {chosenGap && (
          <div
            className={styles.gap}
            style={{
              left: xOf(chosenGap.start, view),
              width: (chosenGap.end - chosenGap.start) / framesPerPixel,
            }}
          />
        )}
        {painted.length > 0 && (
          <PaintedClips
            project={project}
            rate={timeline.rate}
            clips={painted}
            view={view}
            width={width}
            height={inner}
          />
        )}
        {[...shown.filter(({ item }) => isMounted(item.id)), ...away].map((one) => (
          <ClipView
            key={one.item.id}
            project={project}
            timeline={timeline}
            placed={one}
            column={columnOf(one)}
            view={view}
            width={width}
            height={inner}
          />
        ))}
        {paintedTransitions.length > 0 && (
          <PaintedTransitions
            transitions={paintedTransitions}
            isSound={track.kind === 'sound'}
            view={view}
            width={width}
            height={inner}
          />
        )}
        {transitions
          .filter(({ transition }) => isMounted(transition.id))
          .map(({ transition, order }) => (
            <TransitionView
              key={transition.id}
              column={FIRST_CLIP_COLUMN + clips.length + order}
              project={project}
              timeline={timeline}
              transition={transition}
              view={view}
            />
          ))}
        {edges.flatMap((cut) => {
          const frame = frameOfCut(project, cut)
          const own = cut.from ?? cut.to
          return frame !== null && own !== null && holdsItem(track, own)
            ? [
                <div
                  key={`${cut.from} ${cut.to}`}
                  className={styles.chosenEdge}
                  data-side={cut.from === null ? 'in' : cut.to === null ? 'out' : undefined}
                  style={{ left: xOf(frame, view) }}
                />,
              ]
            : []
        })}
      </div>
    </GridRow>
  )
})

/** The clip of this track that has the keys: it stays a part of the page though it is scrolled out of the window. */
function clipWithKeys(
  project: Project,
  { track }: TrackRow,
  focused: string | null,
): PlacedItem<Clip> | null {
  if (focused === null || !holdsItem(track, focused)) return null
  const item = project.items.get(focused)
  if (item?.kind !== 'clip') return null
  return place(project, item.id) as PlacedItem<Clip>
}

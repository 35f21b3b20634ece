/** One track: its header and those of its clips that are in the window. */
import { memo } from 'react'
import type { Project } from '../../../shared/model/project.ts'
import { isPlacedClip, placedItems } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { transitionsOf } from '../../../shared/model/transitionsOf.ts'
import { useSession } from '../../store/session.ts'
import { ClipView } from './clip/ClipView.tsx'
import { useFeedback } from './gestures/feedback.ts'
import { GridRow } from './grid.tsx'
import type { TrackRow } from './rows.ts'
import styles from './Timeline.module.css'
import { TrackHeader } from './TrackHeader.tsx'
import { frameOfCut, placeTransition, type TransitionPlace } from './transition/placedTransition.ts'
import { TransitionView } from './transition/TransitionView.tsx'
import { within } from './within.ts'
import { xOf } from './zoom.ts'

/** Pixels between a clip and its row's edges. */
const CLIP_MARGIN = 3

interface TrackLaneProps {
  readonly project: Project
  readonly timeline: Timeline
  readonly row: TrackRow
  readonly index: number
  readonly width: number
}

export const TrackLane = memo(function TrackLane(props: TrackLaneProps) {
  const { project, timeline, row, index, width } = props
  const { track, top, height } = row
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  const gap = useSession((state) => (state.gap?.trackId === track.id ? state.gap : null))
  const edges = useSession((state) => state.edges)
  const isTarget = useFeedback((state) => state.target === row.key)
  const view = { framesPerPixel, scrollFrame }
  const shown = within(
    placedItems(project, track),
    scrollFrame,
    scrollFrame + width * framesPerPixel,
  )
  const last = scrollFrame + width * framesPerPixel
  const isShown = (place: TransitionPlace | null): boolean =>
    place !== null && place.end > scrollFrame && place.start < last
  const chosenGap = gap
    ? shown.find(
        ({ item, start, end }) => item.kind === 'gap' && gap.frame >= start && gap.frame < end,
      )
    : undefined
  return (
    <GridRow
      aria-level={1}
      aria-rowindex={index + 1}
      aria-label={track.name}
      className={styles.row}
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
        {shown.filter(isPlacedClip).map((placed) => (
          <ClipView
            key={placed.item.id}
            project={project}
            timeline={timeline}
            placed={placed}
            framesPerPixel={framesPerPixel}
            scrollFrame={scrollFrame}
            width={width}
            height={height - 2 * CLIP_MARGIN}
          />
        ))}
        {transitionsOf(project, track.id)
          .filter((each) => isShown(placeTransition(project, each)))
          .map((each) => (
            <TransitionView
              key={each.id}
              project={project}
              timeline={timeline}
              transition={each}
              view={view}
            />
          ))}
        {edges.flatMap((cut) => {
          const frame = frameOfCut(project, cut)
          const own = cut.from ?? cut.to
          return frame !== null && own !== null && track.items.includes(own)
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

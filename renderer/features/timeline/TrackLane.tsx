/** One track: its header and those of its clips that are in the window. */
import { memo } from 'react'
import type { Project } from '../../../shared/model/project.ts'
import { isPlacedClip, placedItems } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { useSession } from '../../store/session.ts'
import { ClipView } from './clip/ClipView.tsx'
import { useFeedback } from './gestures/feedback.ts'
import { GridRow } from './grid.tsx'
import type { TrackRow } from './rows.ts'
import styles from './Timeline.module.css'
import { TrackHeader } from './TrackHeader.tsx'
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
  const isTarget = useFeedback((state) => state.target === row.key)
  const view = { framesPerPixel, scrollFrame }
  const shown = within(
    placedItems(project, track),
    scrollFrame,
    scrollFrame + width * framesPerPixel,
  )
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
      </div>
    </GridRow>
  )
})

/** One track: its header and those of its clips that are in the window. */
import { memo } from 'react'
import type { Project } from '../../../shared/model/project.ts'
import { holdsItem, placedItems } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { transitionsOf } from '../../../shared/model/transitionsOf.ts'
import { useSession } from '../../store/session.ts'
import { ClipView } from './clip/ClipView.tsx'
import { PaintedClips } from './clip/PaintedClips.tsx'
import { useFeedback } from './gestures/feedback.ts'
import { GridRow } from './grid.tsx'
import { clipsAmong, mounting } from './mounting.ts'
import type { TrackRow } from './rows.ts'
import styles from './Timeline.module.css'
import { TrackHeader } from './TrackHeader.tsx'
import { frameOfCut, placeTransition, type TransitionPlace } from './transition/placedTransition.ts'
import { TransitionView } from './transition/TransitionView.tsx'
import { firstWithin, within } from './within.ts'
import { xOf } from './zoom.ts'

/** The header's is the first. */
const FIRST_CLIP_COLUMN = 2
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
  const focused = useSession(({ focusedClip }) =>
    focusedClip !== null && holdsItem(track, focusedClip) ? focusedClip : null,
  )
  const isTarget = useFeedback((state) => state.target === row.key)
  const view = { framesPerPixel, scrollFrame }
  const last = scrollFrame + width * framesPerPixel
  const placed = placedItems(project, track)
  const clips = clipsAmong(placed)
  const shown = within(clips, scrollFrame, last)
  const { mounted, painted } = mounting(shown, framesPerPixel, focused)
  const isShown = (place: TransitionPlace | null): boolean =>
    place !== null && place.end > scrollFrame && place.start < last
  const chosenGap = gap
    ? within(placed, gap.frame, gap.frame + 1).find(({ item }) => item.kind === 'gap')
    : undefined
  const columnOf = ({ start }: { readonly start: number }): number =>
    firstWithin(clips, start) + FIRST_CLIP_COLUMN
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
        {painted.length > 0 && (
          <PaintedClips
            project={project}
            clips={painted}
            view={view}
            width={width}
            height={height - 2 * CLIP_MARGIN}
          />
        )}
        {mounted.map((placed) => (
          <ClipView
            key={placed.item.id}
            project={project}
            timeline={timeline}
            placed={placed}
            column={columnOf(placed)}
            framesPerPixel={framesPerPixel}
            scrollFrame={scrollFrame}
            width={width}
            height={height - 2 * CLIP_MARGIN}
          />
        ))}
        {transitionsOf(project, track.id)
          .filter((each) => isShown(placeTransition(project, each)))
          .map((each, order) => (
            <TransitionView
              key={each.id}
              column={FIRST_CLIP_COLUMN + clips.length + order}
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

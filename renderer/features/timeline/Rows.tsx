/** The rows in view. Only they are mounted; the rest is empty height. */
import type { Project } from '../../../shared/model/project.ts'
import { clipOf, placeClip, placedClips } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { useSession } from '../../store/session.ts'
import { KeyframeLane } from './lanes/KeyframeLane.tsx'
import { laneValue } from './lanes/laneValues.ts'
import { PinLane } from './lanes/PinLane.tsx'
import { type RowInView, shareOf } from './mounting.ts'
import type { Row } from './rows.ts'
import { TrackLane } from './TrackLane.tsx'
import { pinsOnClip } from './things.ts'
import { transitionsWithin } from './transition/transitionsWithin.ts'
import { firstWithin } from './within.ts'

interface RowsProps {
  readonly project: Project
  readonly timeline: Timeline
  readonly rows: readonly Row[]
  readonly shown: readonly Row[]
  readonly width: number
}

export function Rows({ project, timeline, rows, shown, width }: RowsProps) {
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  const view = { framesPerPixel, scrollFrame }
  const last = scrollFrame + width * framesPerPixel
  const share = shareOf(shown.map((row) => inView(project, timeline, row, scrollFrame, last)))
  return shown.map((row) => {
    const props = { project, timeline, index: rows.indexOf(row), width, view, share }
    if (row.kind === 'track') return <TrackLane key={row.key} {...props} row={row} />
    if (row.kind === 'pins') return <PinLane key={row.key} {...props} row={row} />
    return <KeyframeLane key={row.key} {...props} row={row} />
  })
}

/** How much of a row lies between two frames. */
function inView(
  project: Project,
  { rate }: Timeline,
  row: Row,
  first: number,
  last: number,
): RowInView {
  const { kind } = row
  const isSeen = (frame: number): boolean => frame >= first && frame <= last
  if (kind === 'track') {
    const clips = placedClips(project, row.track)
    const count = Math.min(clips.length, firstWithin(clips, last) + 1) - firstWithin(clips, first)
    return { kind, count: count + transitionsWithin(project, row.track, first, last).length }
  }
  const { start } = placeClip(project, row.itemId)
  const clip = clipOf(project, row.itemId)
  if (kind === 'pins') {
    const pins = pinsOnClip(project, clip, rate)
    return { kind, count: pins.filter(({ frame }) => isSeen(start + frame)).length }
  }
  const keyframes = laneValue(clip, row.property).keyframes.filter(({ frame }) =>
    isSeen(start + frame),
  ).length
  // A curve has two handles for each way between keyframes.
  return { kind, count: row.isCurve ? keyframes * 2 : keyframes }
}

/** The rows in view. Only they are mounted; the rest is empty height. */
import type { Project } from '../../../shared/model/project.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { KeyframeLane } from './lanes/KeyframeLane.tsx'
import { PinLane } from './lanes/PinLane.tsx'
import type { Row } from './rows.ts'
import { TrackLane } from './TrackLane.tsx'

interface RowsProps {
  readonly project: Project
  readonly timeline: Timeline
  readonly rows: readonly Row[]
  readonly shown: readonly Row[]
  readonly width: number
}

export function Rows({ project, timeline, rows, shown, width }: RowsProps) {
  return shown.map((row) => {
    const props = { project, timeline, index: rows.indexOf(row), width }
    if (row.kind === 'track') return <TrackLane key={row.key} {...props} row={row} />
    if (row.kind === 'pins') return <PinLane key={row.key} {...props} row={row} />
    return <KeyframeLane key={row.key} {...props} row={row} />
  })
}

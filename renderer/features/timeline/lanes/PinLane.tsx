/** The pictures that a shot is held to, as thumbnails on stems at their indices. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { clipOf, pinsOf, placeClip, record } from '../../../../shared/model/select.ts'
import { selectPins, useSession } from '../../../store/session.ts'
import { useFeedback } from '../gestures/feedback.ts'
import { GridCell, GridRow } from '../grid.tsx'
import type { PinRow } from '../rows.ts'
import styles from '../Timeline.module.css'
import { xOf } from '../zoom.ts'
import type { LaneProps } from './KeyframeLane.tsx'
import { LaneHeader } from './LaneHeader.tsx'
import { nudgeOf, nudgePins } from './nudge.ts'
import { PinPicture } from './PinPicture.tsx'
import { clipFrameOfIndex } from './pinTime.ts'

/** 46 pixels with the frame of 2 around it. */
const THUMBNAIL = { width: 42, height: 42 }
/** Indices nearer together than this are not drawn. */
const GRID_PIXELS = 4

export function PinLane({ project, timeline, row, index, width }: LaneProps<PinRow>) {
  const { t } = useTranslation()
  const { itemId, top, height, track } = row
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  const selected = useSession((state) => state.pins)
  const isFocused = useSession(
    ({ focusedLane }) => focusedLane?.itemId === itemId && focusedLane.lane === 'pins',
  )
  const held = useFeedback((state) => state.held)
  const isRefused = useFeedback((state) => state.refused !== null)
  const view = { framesPerPixel, scrollFrame }
  const clip = clipOf(project, itemId)
  if (clip.source.kind !== 'shot') return null
  const shot = record(project, 'shots', clip.source.shotId)
  const placed = placeClip(project, itemId)
  const { start } = placed
  const xOfIndex = (at: number): number | null => {
    const frame = clipFrameOfIndex(clip, at, timeline.rate)
    return frame === null ? null : xOf(start + frame, view)
  }
  const perIndex = Math.abs((xOfIndex(1) ?? 0) - (xOfIndex(0) ?? 0))

  const nudge = (event: KeyboardEvent): void => {
    const by = nudgeOf(event)
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    nudgePins(by)
  }
  const pins = pinsOf(project, shot.id)
  return (
    <GridRow
      aria-level={2}
      aria-rowindex={index + 1}
      aria-label={t('timeline.lanes.pinsOf', { name: shot.name })}
      className={styles.row}
      data-lane="pins"
      data-focused={isFocused || undefined}
      style={{ top, height }}
    >
      <LaneHeader
        clip={clip}
        trackKind={track.kind}
        lane="pins"
        name={t('timeline.lanes.pinsOf', { name: shot.name })}
        rowKey={row.key}
      />
      <GridCell
        aria-colindex={2}
        aria-label={t('timeline.lanes.pinsOf', { name: shot.name })}
        className={styles.lane}
        onPointerDown={() => useSession.setState({ focusedLane: { itemId, lane: 'pins' } })}
      >
        <div
          className={styles.pinSpan}
          data-grid={perIndex >= GRID_PIXELS || undefined}
          style={{
            left: xOf(start, view),
            width: clip.duration / framesPerPixel,
            backgroundSize: `${perIndex}px 100%`,
            backgroundPositionX: (xOfIndex(0) ?? 0) - xOf(start, view),
          }}
        />
        {pins.map((pin) => {
          const x = xOfIndex(held[pin.id] ?? pin.index)
          if (x === null || x < -60 || x > width + 60) return null
          return (
            <div key={pin.id} className={styles.pinPlace} style={{ left: x }}>
              <div className={styles.stem} />
              <button
                type="button"
                className={styles.pin}
                data-pin={pin.id}
                data-item={itemId}
                data-refused={(isRefused && pin.id in held) || undefined}
                aria-pressed={selected.includes(pin.id)}
                aria-label={t('timeline.pin', { index: pin.index })}
                title={t('timeline.pin', { index: pin.index })}
                onFocus={() => useSession.setState({ focusedLane: { itemId, lane: 'pins' } })}
                onKeyDown={nudge}
                onClick={(event) => {
                  if (event.detail === 0) selectPins([pin.id])
                }}
              >
                <PinPicture project={project} picture={pin.picture} {...THUMBNAIL} />
              </button>
            </div>
          )
        })}
      </GridCell>
    </GridRow>
  )
}

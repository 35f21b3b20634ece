/** The pictures that a shot is held to, as thumbnails on stems at their indices. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { clipOf, placeClip, record } from '../../../../shared/model/select.ts'
import { useSession } from '../../../store/session.ts'
import { useCanvas } from '../canvas.ts'
import { useFeedback } from '../gestures/feedback.ts'
import { GridCell, GridRow } from '../grid.tsx'
import type { PinRow } from '../rows.ts'
import styles from '../Timeline.module.css'
import { keyOf, pinsOnClip } from '../things.ts'
import { tokensOf } from '../tokens.ts'
import { xOf } from '../zoom.ts'
import type { LaneProps } from './KeyframeLane.tsx'
import { LaneHeader } from './LaneHeader.tsx'
import { inPaintingOrder, type PinMark } from './laneMarks.ts'
import { asideOf, paintPin } from './paintLane.ts'
import { usePinPictures } from './pinPictures.ts'
import { clipFrameOfIndex } from './pinTime.ts'

/** Indices nearer together than this are not drawn. */
const GRID_PIXELS = 4
/** Pixels beside the window in which pins are still drawn. */
const OVERDRAW = 60

export function PinLane(props: LaneProps<PinRow>) {
  const { project, timeline, row, index, width, view, share } = props
  const { t } = useTranslation()
  const { itemId, top, height, track } = row
  const selected = useSession((state) => state.pins)
  const focused = useSession((state) => state.focusedThing)
  const isFocused = useSession(
    ({ focusedLane }) => focusedLane?.itemId === itemId && focusedLane.lane === 'pins',
  )
  const held = useFeedback((state) => state.held)
  const isRefused = useFeedback((state) => state.refused !== null)
  const clip = clipOf(project, itemId)
  if (clip.source.kind !== 'shot') return null
  const shot = record(project, 'shots', clip.source.shotId)
  const { start } = placeClip(project, itemId)
  const name = t('timeline.lanes.pinsOf', { name: shot.name })
  const focusLane = (): void => useSession.setState({ focusedLane: { itemId, lane: 'pins' } })
  const pins = pinsOnClip(project, clip, timeline.rate).flatMap(({ id, index: at, frame }) => {
    const heldAt = held[id]
    const shown = heldAt === undefined ? frame : clipFrameOfIndex(clip, heldAt, timeline.rate)
    const x = xOf(start + (shown ?? frame), view)
    const pin = { id, index: at, x, isRefused: isRefused && id in held }
    return x < -OVERDRAW || x > width + OVERDRAW ? [] : [pin]
  })
  const keyFor = (pin: (typeof pins)[number]): string =>
    keyOf({ kind: 'pin', itemId, pinId: pin.id })
  return (
    <GridRow
      aria-level={2}
      aria-rowindex={index + 1}
      aria-label={name}
      className={styles.row}
      data-row={row.key}
      data-lane="pins"
      data-focused={isFocused || undefined}
      style={{ top, height }}
    >
      <LaneHeader clip={clip} trackKind={track.kind} lane="pins" name={name} rowKey={row.key} />
      <GridCell
        aria-colindex={2}
        aria-label={name}
        className={styles.lane}
        onPointerDown={focusLane}
        onFocus={focusLane}
      >
        <PinCanvas {...props} pins={pins} start={start} />
        {pins
          .filter((pin, order) => order < share || keyFor(pin) === focused)
          .map((pin) => (
            <button
              key={pin.id}
              type="button"
              tabIndex={-1}
              className={styles.pin}
              data-thing={keyFor(pin)}
              aria-pressed={selected.includes(pin.id)}
              aria-label={t('timeline.pin', { index: pin.index })}
              title={t('timeline.pin', { index: pin.index })}
              style={{ left: pin.x + asideOf(pin) }}
            />
          ))}
      </GridCell>
    </GridRow>
  )
}

interface PinCanvasProps extends LaneProps<PinRow> {
  readonly pins: readonly Omit<PinMark, 'isSelected'>[]
  /** The clip's first frame on the timeline. */
  readonly start: number
}

/** All that is seen of the lane: the model's indices where there is room for them, and the pins. */
function PinCanvas({ project, timeline, row, width, view, pins, start }: PinCanvasProps) {
  const { height, itemId } = row
  const { framesPerPixel, scrollFrame } = view
  const selected = useSession((state) => state.pins)
  const pictures = usePinPictures(project, pins)
  const clip = clipOf(project, itemId)
  // Positions follow from the view and the document: the same list in other words.
  const places = pins.map(({ id, x, isRefused }) => `${id} ${x} ${isRefused}`).join()
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const tokens = tokensOf(context.canvas)
      const own = { framesPerPixel, scrollFrame }
      const xOfIndex = (at: number): number =>
        xOf(start + (clipFrameOfIndex(clip, at, timeline.rate) ?? 0), own)
      const left = xOf(start, own)
      const right = xOf(start + clip.duration, own)
      context.fillStyle = tokens.of('shot-strong')
      context.globalAlpha = 0.09
      context.fillRect(left, 0, right - left, height)
      const perIndex = Math.abs(xOfIndex(1) - xOfIndex(0))
      context.globalAlpha = 0.26
      if (perIndex >= GRID_PIXELS) {
        const first = xOfIndex(0) % perIndex
        for (let x = first; x < width; x += perIndex) {
          if (x >= left && x < right) context.fillRect(x, 0, 1, height)
        }
      }
      context.globalAlpha = 1
      const marks = pins.map((pin): PinMark => ({ ...pin, isSelected: selected.includes(pin.id) }))
      for (const mark of inPaintingOrder(marks)) {
        paintPin(context, mark, height, tokens, (x, y, size) =>
          pictures(mark.id, context, x, y, size),
        )
      }
    },
    [
      clip,
      start,
      timeline.rate,
      framesPerPixel,
      scrollFrame,
      places,
      selected,
      pictures,
      width,
      height,
    ],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.curve} />
}

/** The new frame on a plane, and the source over it with its eight handles: dragged, pulled, and moved by keys. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sizeOf } from '../../../shared/generation/modelFacts.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Placement, Shot } from '../../../shared/model/shot.ts'
import { cancelPreview, preview } from '../../store/document.ts'
import { useModel } from '../../store/model.ts'
import { useSession } from '../../store/session.ts'
import { beginGesture, type PointerAt } from '../../ui/pointer.ts'
import { FootageCanvas } from './FootageCanvas.tsx'
import styles from './PlacementStage.module.css'
import {
  GRIP_NAMES,
  GRIPS,
  type GripName,
  type Guides,
  guidesOf,
  isSamePlacement,
  type Limits,
  moved,
  pulled,
  type Size,
  scaled,
  snappedMove,
  snappedPull,
  type Vector,
  type View,
  viewOf,
} from './placementGeometry.ts'

/** Its shape is that of the plane in the style sheet. */
const STAGE = { width: 16, height: 9 } as const
/** Pixels of the screen within which an edge or the middle holds the source. */
const SNAP_PIXELS = 8
/** Per press of plus or minus; with Shift ten times. */
const SCALE_STEP = 0.01

interface PlacementStageProps {
  readonly shot: Shot
  readonly asset: Asset | undefined
  readonly placement: Placement
  readonly fit: Placement
  readonly fill: Placement
  /** The new frame's shape. */
  readonly canvas: Size
  readonly limits: Limits
  readonly keepsShape: boolean
  readonly onSet: (placement: Placement | null) => void
}

interface Held {
  /** The plane stands still under the hand. */
  readonly view: View
  readonly guides: Guides
}

export function PlacementStage(props: PlacementStageProps) {
  const { shot, asset, placement, fit, fill, canvas, limits, keepsShape, onSet } = props
  const { t } = useTranslation()
  const stage = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<Held | null>(null)
  const facts = useModel((state) => state.facts)
  const view = held?.view ?? viewOf(placement, STAGE, canvas)
  const pixels = sizeOf(facts, shot.aspect, shot.resolution) ?? { width: 1000, height: 1000 }

  const press = (grip: GripName | null) => (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect()
    if (event.button !== 0 || !stage.current || !box) return
    event.stopPropagation()
    const reach = { x: SNAP_PIXELS / box.width, y: SNAP_PIXELS / box.height }
    const from = { x: event.clientX, y: event.clientY }
    let wanted = placement
    const over = (): void => {
      cancelPreview()
      setHeld(null)
    }
    beginGesture(stage.current, event.nativeEvent, {
      update(at) {
        const by = { x: (at.x - from.x) / box.width, y: (at.y - from.y) / box.height }
        const snaps = useSession.getState().snapping !== at.ctrl
        wanted = next(grip, by, at, snaps ? reach : null)
        preview('shot.update', { shotId: shot.id, patch: { placement: wanted } })
        const guides = snaps ? guidesOf(wanted) : NO_GUIDES
        setHeld({ view, guides })
      },
      drop() {
        over()
        if (!isSamePlacement(wanted, placement)) onSet(wanted)
      },
      cancel: over,
    })
  }
  const next = (
    grip: GripName | null,
    by: Vector,
    { shift, alt }: PointerAt,
    reach: Vector | null,
  ): Placement => {
    if (grip === null) {
      const along = shift ? straight(by, canvas) : by
      const free = moved(placement, along, limits)
      return reach ? snappedMove(free, reach, limits) : free
    }
    const pull = { grip: GRIPS[grip], keepsShape: keepsShape !== shift, fromCentre: alt }
    return reach
      ? snappedPull(placement, pull, by, reach, canvas, limits)
      : pulled(placement, pull, by, canvas, limits)
  }
  const onKey = (grip: GripName | null) => (event: KeyboardEvent) => {
    const wanted = event.ctrlKey || event.metaKey ? undefined : byKey(grip, event)
    if (!wanted) return
    event.preventDefault()
    event.stopPropagation()
    if (!isSamePlacement(wanted, placement)) onSet(wanted)
  }
  const byKey = (
    grip: GripName | null,
    { key, shiftKey, altKey }: KeyboardEvent,
  ): Placement | undefined => {
    const times = shiftKey ? 10 : 1
    const size = SIZE_KEYS[key]
    if (size !== undefined) {
      const middle = { grip: { x: 1, y: 1 }, fromCentre: true } as const
      return scaled(placement, middle, 1 + size * SCALE_STEP * times, limits)
    }
    const step = ARROWS[key]
    if (!step) return undefined
    const by = { x: (step.x * times) / pixels.width, y: (step.y * times) / pixels.height }
    if (grip === null) return moved(placement, by, limits)
    const pull = { grip: GRIPS[grip], keepsShape, fromCentre: altKey }
    // Across its own side an edge cannot go; a corner in the source's shape goes with whichever arrow.
    return pulled(placement, pull, by, canvas, limits)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame and a size of its own making
    <div
      ref={stage}
      role="group"
      aria-label={t('shot.placement')}
      className={styles.stage}
      onDoubleClick={() => onSet(isSamePlacement(placement, fit) ? fill : null)}
    >
      <div className={styles.source} style={placeOf(placement, view)}>
        {asset && <FootageCanvas shot={shot} asset={asset} />}
      </div>
      <div
        ref={frame}
        className={styles.frame}
        style={placeOf({ x: 0, y: 0, width: 1, height: 1 }, view)}
      >
        {held?.guides.across.map((at) => (
          <span key={at} className={styles.guide} data-way="across" style={{ left: percent(at) }} />
        ))}
        {held?.guides.down.map((at) => (
          <span key={at} className={styles.guide} data-way="down" style={{ top: percent(at) }} />
        ))}
      </div>
      <div className={styles.box} style={placeOf(placement, view)}>
        <div
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: moved and sized by keys, which no native control offers
          tabIndex={0}
          aria-label={t('shot.placedSource')}
          className={styles.body}
          onPointerDown={press(null)}
          onKeyDown={onKey(null)}
        />
        {GRIP_NAMES.map((grip) => (
          <button
            key={grip}
            type="button"
            className={styles.handle}
            data-grip={grip}
            aria-label={t(`shot.handle.${grip}`)}
            onPointerDown={press(grip)}
            onKeyDown={onKey(grip)}
          />
        ))}
      </div>
    </div>
  )
}

const NO_GUIDES: Guides = { across: [], down: [] }

const ARROWS: Readonly<Record<string, Vector>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
/** With Shift they are other characters on most keyboards. */
const SIZE_KEYS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '*': 1, '-': -1, _: -1 }

/** Along the axis that the hand went further on. */
const straight = (by: Vector, canvas: Size): Vector =>
  Math.abs(by.x * canvas.width) < Math.abs(by.y * canvas.height)
    ? { x: 0, y: by.y }
    : { x: by.x, y: 0 }

const percent = (value: number): string => `${value * 100}%`

const placeOf = ({ x, y, width, height }: Placement, view: View) => ({
  left: percent((x - view.left) / view.width),
  top: percent((y - view.top) / view.height),
  width: percent(width / view.width),
  height: percent(height / view.height),
})

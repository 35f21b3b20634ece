import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mediaUrl } from '../../../shared/ipc/api.ts'
import { displaySize } from '../../../shared/model/mediaInfo.ts'
import type { Placement, Shot } from '../../../shared/model/shot.ts'
import { dispatch, useDocument } from '../../store/document.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import styles from './Inspector.module.css'
import { centredFit, fitAspect, movePlacement, sizePlacement } from './placementGeometry.ts'

const BOX = { width: 300, height: 200 }
/** Fraction of the canvas per arrow key. */
const NUDGE = 0.01

/** The new frame with the source inside it, to drag and size; the rest is what the engine fills. */
export function ReframeCanvas({ shot }: { readonly shot: Shot }) {
  const { t } = useTranslation()
  const asset = useDocument((state) =>
    shot.source ? state.project?.assets.get(shot.source.assetId) : undefined,
  )
  const [dragged, setDragged] = useState<Placement | null>(null)
  const drag = useRef<{ x: number; y: number; start: Placement; sizes: boolean } | null>(null)
  const canvas = fitAspect(shot.aspect, BOX)
  const stream = asset?.info.video[0]
  const placement =
    dragged ??
    shot.placement ??
    centredFit(stream ? displaySize(stream) : { width: 16, height: 9 }, canvas)

  const set = (next: Placement | null): void => {
    dispatch('shot.update', { shotId: shot.id, patch: { placement: next } })
  }
  const begin = (sizes: boolean) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, y: event.clientY, start: placement, sizes }
  }
  const move = (event: PointerEvent<HTMLElement>): void => {
    const current = drag.current
    if (!current) return
    const dx = (event.clientX - current.x) / canvas.width
    const dy = (event.clientY - current.y) / canvas.height
    setDragged(
      current.sizes ? sizePlacement(current.start, dx) : movePlacement(current.start, dx, dy),
    )
  }
  const end = (): void => {
    drag.current = null
    setDragged(null)
    if (dragged) set(dragged)
  }
  const cancel = (): void => {
    if (!drag.current) return
    drag.current = null
    setDragged(null)
  }
  const handlers = (sizes: boolean) => ({
    onPointerDown: begin(sizes),
    onPointerMove: move,
    onPointerUp: end,
    onLostPointerCapture: cancel,
  })
  const percent = (value: number): string => `${value * 100}%`
  return (
    <Field
      label={t('shot.placement')}
      hint={
        <Button look="quiet" disabled={!shot.placement} onClick={() => set(null)}>
          {t('shot.centre')}
        </Button>
      }
    >
      <div className={styles.canvas} style={canvas}>
        <div
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: moved and sized by keys, which no native control offers
          tabIndex={0}
          aria-label={t('shot.placedSource')}
          className={styles.placed}
          style={{
            left: percent(placement.x),
            top: percent(placement.y),
            width: percent(placement.width),
            height: percent(placement.height),
            ...(asset && { backgroundImage: `url("${mediaUrl('poster', asset.mediaKey)}")` }),
          }}
          onKeyDown={(event) => {
            const far = event.shiftKey ? NUDGE * 5 : NUDGE
            const steps: Record<string, Placement> = {
              ArrowLeft: movePlacement(placement, -far, 0),
              ArrowRight: movePlacement(placement, far, 0),
              ArrowUp: movePlacement(placement, 0, -far),
              ArrowDown: movePlacement(placement, 0, far),
              '+': sizePlacement(placement, far),
              '-': sizePlacement(placement, -far),
            }
            const next = steps[event.key]
            if (event.key === 'Escape') cancel()
            if (!next) return
            event.preventDefault()
            event.stopPropagation()
            set(next)
          }}
          {...handlers(false)}
        >
          <span className={styles.handle} {...handlers(true)} />
        </div>
      </div>
      <div className={styles.pair}>
        {(['x', 'y', 'width', 'height'] as const).map((name) => (
          <Field key={name} label={t(`shot.place.${name}`)}>
            <NumberField
              label={t(`shot.place.${name}`)}
              value={placement[name] * 100}
              unit="%"
              step={0.5}
              decimals={1}
              min={name === 'x' || name === 'y' ? -200 : 1}
              max={200}
              onCommit={(value) => set({ ...placement, [name]: value / 100 })}
            />
          </Field>
        ))}
      </div>
    </Field>
  )
}

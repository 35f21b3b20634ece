/** The tone curves of a grade: output over input, for all channels together and for each. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectId, ItemId } from '../../../shared/model/ids.ts'
import { toneCurve } from '../../../shared/render/toneCurve.ts'
import { cancelPreview, dispatch, preview } from '../../store/document.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { beginGesture, type PointerAt } from '../../ui/pointer.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import {
  type Channel,
  movedPoint,
  type Point,
  type Points,
  STRAIGHT,
  type ToneCurves,
  withChannel,
  withoutPoint,
  withPoint,
} from './curvePoints.ts'
import styles from './Inspector.module.css'

const CHANNELS = ['master', 'red', 'green', 'blue'] as const
/** The drawing's own units; it is as wide as the panel. */
const SIZE = 100
const STEPS = 50
const STEP = 0.01
const tenth = (value: number): number => Math.round(value * 10) / 10

interface CurvesEditorProps {
  readonly itemId: ItemId
  readonly effectId: EffectId
  readonly curves: ToneCurves
}

export function CurvesEditor({ itemId, effectId, curves }: CurvesEditorProps) {
  const { t } = useTranslation()
  const [channel, setChannel] = useState<Channel>('master')
  const plane = useRef<HTMLDivElement>(null)
  const points: Points = curves[channel] ?? STRAIGHT
  const patch = (next: Points) => ({
    itemId,
    effectId,
    patch: { curves: withChannel(curves, channel, next) },
  })
  const keep = (next: Points): void => {
    if (next !== points) dispatch('effect.set', patch(next))
  }

  const pointAt = ({ x, y }: Pick<PointerAt, 'x' | 'y'>): Point => {
    const box = plane.current?.getBoundingClientRect()
    if (!box) return { input: 0, output: 0 }
    return { input: (x - box.left) / box.width, output: 1 - (y - box.top) / box.height }
  }
  /** Where a press begins: a point that is there, or one that it makes. */
  const press = (event: PointerEvent<HTMLElement>, at: number | null): void => {
    if (event.button !== 0 || !plane.current) return
    event.stopPropagation()
    const pressed = pointAt({ x: event.clientX, y: event.clientY })
    const made = at === null ? withPoint(points, pressed) : { points, at }
    if (!made) return
    let wanted: Points = made.points
    beginGesture(plane.current, event.nativeEvent, {
      update(pointer) {
        wanted = movedPoint(made.points, made.at, pointAt(pointer))
        preview('effect.set', patch(wanted))
      },
      drop() {
        cancelPreview()
        keep(wanted)
      },
      click: () => keep(made.points),
      cancel: cancelPreview,
    })
  }
  const onKey = (at: number) => (event: KeyboardEvent) => {
    const point = points[at]
    if (!point) return
    const step = event.shiftKey ? 10 * STEP : STEP
    const by: Readonly<Record<string, Point>> = {
      ArrowLeft: { input: -step, output: 0 },
      ArrowRight: { input: step, output: 0 },
      ArrowUp: { input: 0, output: step },
      ArrowDown: { input: 0, output: -step },
    }
    const move = by[event.key]
    if (move) {
      keep(
        movedPoint(points, at, {
          input: point.input + move.input,
          output: point.output + move.output,
        }),
      )
    } else if (event.key === 'Delete' || event.key === 'Backspace') keep(withoutPoint(points, at))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const curve = toneCurve([...points]) ?? ((value: number) => value)
  const path = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS)
    .map((x, i) => `${i === 0 ? 'M' : 'L'}${tenth(x * SIZE)} ${tenth((1 - curve(x)) * SIZE)}`)
    .join(' ')
  const percent = (value: number): number => Math.round(value * 100)
  return (
    <Field label={t('effect.curves')} hint={t('effect.curveHint')}>
      <Segmented<Channel>
        label={t('effect.curves')}
        value={channel}
        options={CHANNELS.map((value) => ({ value, label: t(`effect.channel.${value}`) }))}
        onChange={setChannel}
      />
      <div
        ref={plane}
        className={styles.curves}
        data-channel={channel}
        onPointerDown={(event) => press(event, null)}
      >
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 100 L100 0 M25 0 V100 M50 0 V100 M75 0 V100 M0 25 H100 M0 50 H100 M0 75 H100" />
          <path d={path} className={styles.toneCurve} />
        </svg>
        {points.map(({ input, output }, at) => (
          <button
            // Points have no ids; their place among the others is what they are.
            key={at}
            type="button"
            className={styles.curvePoint}
            aria-label={t('effect.curvePoint', {
              channel: t(`effect.channel.${channel}`),
              input: percent(input),
              output: percent(output),
            })}
            style={{ left: `${input * 100}%`, top: `${(1 - output) * 100}%` }}
            onPointerDown={(event) => press(event, at)}
            onDoubleClick={() => keep(withoutPoint(points, at))}
            onKeyDown={onKey(at)}
          />
        ))}
      </div>
      <Button
        look="quiet"
        disabled={Object.keys(curves).length === 0}
        onClick={() => dispatch('effect.set', { itemId, effectId, patch: { curves: null } })}
      >
        {t('effect.curveReset')}
      </Button>
    </Field>
  )
}

import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EditControls, editStrengthSchema } from '../../../shared/model/shot.ts'
import { Field } from '../../ui/Field.tsx'
import { beginGesture, type Gesture, type PointerAt } from '../../ui/pointer.ts'
import styles from './Inspector.module.css'

type Strength = NonNullable<EditControls['strength']>

const STRENGTHS = editStrengthSchema.options
const LAST = STRENGTHS.length - 1
/** Pixels of the slider's thumb, whose middle stands on a step. */
const THUMB = 16

interface StrengthFieldProps {
  readonly value: Strength
  /** Once for a drag, when it is let go. */
  readonly onChange: (strength: Strength) => void
}

function strengthUnder(slider: HTMLElement, { x }: PointerAt): Strength | undefined {
  const { left, width } = slider.getBoundingClientRect()
  const step = Math.round(((x - left - THUMB / 2) / (width - THUMB)) * LAST)
  return STRENGTHS[Math.min(LAST, Math.max(0, step))]
}

/** How far a transformation may go, on a scale of nine steps each of which says what it does. */
export function StrengthField({ value, onChange }: StrengthFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  /** In the hand, not yet meant. */
  const [held, setHeld] = useState<Strength | null>(null)
  const shown = held ?? value
  const means = t(`shot.strengths.${shown}`)
  const keep = (strength: Strength | undefined): void => {
    if (strength !== undefined && strength !== value) onChange(strength)
  }
  const drag = (slider: HTMLElement): Gesture => ({
    click: (at) => keep(strengthUnder(slider, at)),
    update: (at) => setHeld(strengthUnder(slider, at) ?? null),
    drop: (at) => keep(strengthUnder(slider, at)),
    over: () => setHeld(null),
  })
  return (
    <Field label={t('shot.strength')} htmlFor={id} hint={t(`shot.strengthNames.${shown}`)}>
      <input
        id={id}
        type="range"
        className={styles.scale}
        min={0}
        max={LAST}
        step={1}
        value={STRENGTHS.indexOf(shown)}
        aria-valuetext={`${t(`shot.strengthNames.${shown}`)}: ${means}`}
        onChange={(event) => keep(STRENGTHS[Number(event.target.value)])}
        // The slider's own dragging means every step on the way.
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.preventDefault()
          event.currentTarget.focus()
          beginGesture(event.currentTarget, event.nativeEvent, drag(event.currentTarget))
        }}
      />
      <div className={styles.scaleEnds} aria-hidden="true">
        <span>{t('shot.strengthLeast')}</span>
        <span>{t('shot.strengthMost')}</span>
      </div>
      <p className={styles.note}>{means}</p>
    </Field>
  )
}

import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type EditControls, editStrengthSchema } from '../../../shared/model/shot.ts'
import { Field } from '../../ui/Field.tsx'
import styles from './Inspector.module.css'

const STRENGTHS = editStrengthSchema.options

interface StrengthFieldProps {
  readonly value: NonNullable<EditControls['strength']>
  readonly onChange: (strength: NonNullable<EditControls['strength']>) => void
}

/** How far a transformation may go, on a scale of nine steps each of which says what it does. */
export function StrengthField({ value, onChange }: StrengthFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const means = t(`shot.strengths.${value}`)
  return (
    <Field label={t('shot.strength')} htmlFor={id} hint={t(`shot.strengthNames.${value}`)}>
      <input
        id={id}
        type="range"
        className={styles.scale}
        min={0}
        max={STRENGTHS.length - 1}
        step={1}
        value={STRENGTHS.indexOf(value)}
        aria-valuetext={`${t(`shot.strengthNames.${value}`)}: ${means}`}
        onChange={(event) => {
          const strength = STRENGTHS[Number(event.target.value)]
          if (strength) onChange(strength)
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

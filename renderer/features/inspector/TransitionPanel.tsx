/** The selected transition: what kind it is, how long on each side of its cut, and how it looks or sounds. */
import { useTranslation } from 'react-i18next'
import {
  newStyle,
  suitsTrack,
  TRANSITION_KINDS,
  type Transition,
  type TransitionStyle,
} from '../../../shared/model/transition.ts'
import { cancelPreview, dispatch, preview, useDocument } from '../../store/document.ts'
import { selectNothing } from '../../store/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { ColorField } from '../../ui/ColorField.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberRow } from '../../ui/NumberRow.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './Inspector.module.css'

type Alignment = 'end' | 'centre' | 'start'

function alignmentOf({ before, after }: Transition): Alignment | null {
  if (before === 0) return 'start'
  if (after === 0) return 'end'
  return Math.abs(before - after) <= 1 ? 'centre' : null
}

function aligned({ before, after }: Transition, alignment: Alignment) {
  const total = before + after
  const half = Math.floor(total / 2)
  if (alignment === 'start') return { before: 0, after: total }
  return alignment === 'end' ? { before: total, after: 0 } : { before: half, after: total - half }
}

export function TransitionPanel({ transition }: { readonly transition: Transition }) {
  const { t } = useTranslation()
  const refusal = useDocument((state) => state.refusal)
  const track = useDocument((state) => state.project?.tracks.get(transition.trackId))
  const { id: transitionId, style, from, to } = transition
  const set = (patch: { before?: number; after?: number; style?: TransitionStyle }): void => {
    dispatch('transition.set', { transitionId, patch })
  }
  const length = (side: 'before' | 'after') => (
    <NumberRow
      label={t(`transition.${side}`)}
      value={transition[side]}
      unit={t('inspector.frames')}
      step={1}
      decimals={0}
      min={0}
      onPreview={(frames) =>
        preview('transition.set', { transitionId, patch: { [side]: Math.round(frames) } })
      }
      onCancel={cancelPreview}
      onCommit={(frames) => set({ [side]: Math.round(frames) })}
    />
  )
  const kinds = TRANSITION_KINDS.filter((kind) => track && suitsTrack(newStyle(kind), track.kind))
  return (
    <div className={styles.form}>
      <Choice
        label={t('transition.kindLabel')}
        value={style.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`transition.kind.${kind}`) }))}
        onChange={(kind) => set({ style: newStyle(kind) })}
      />
      {from !== null && length('before')}
      {to !== null && length('after')}
      {from !== null && to !== null && (
        <Field label={t('transition.align')}>
          <Segmented<Alignment | ''>
            label={t('transition.align')}
            value={alignmentOf(transition) ?? ''}
            options={(['end', 'centre', 'start'] as const).map((value) => ({
              value,
              label: t(`transition.alignment.${value}`),
            }))}
            onChange={(alignment) => alignment !== '' && set(aligned(transition, alignment))}
          />
        </Field>
      )}
      <Look
        style={style}
        onPreview={(next) => preview('transition.set', { transitionId, patch: { style: next } })}
        onCommit={(next) => set({ style: next })}
      />
      {refusal !== null && (
        <p role="alert" className={styles.problems}>
          {refusal}
        </p>
      )}
      <Button
        onClick={() => {
          if (dispatch('transitions.remove', { transitionIds: [transitionId] })) selectNothing()
        }}
      >
        {t('transition.remove')}
      </Button>
    </div>
  )
}

interface LookProps {
  readonly style: TransitionStyle
  readonly onPreview: (style: TransitionStyle) => void
  readonly onCommit: (style: TransitionStyle) => void
}

/** What only one kind has. */
function Look({ style, onPreview, onCommit }: LookProps) {
  const { t } = useTranslation()
  if (style.kind === 'dip') {
    return (
      <Field label={t('transition.color')}>
        <ColorField
          label={t('transition.color')}
          value={style.color}
          onPreview={(color) => onPreview({ ...style, color })}
          onCancel={cancelPreview}
          onCommit={(color) => onCommit({ ...style, color })}
        />
      </Field>
    )
  }
  if (style.kind === 'wipe') {
    return (
      <>
        <NumberRow
          label={t('transition.angle')}
          value={style.angle}
          unit="°"
          step={1}
          decimals={0}
          min={-360}
          max={360}
          onPreview={(angle) => onPreview({ ...style, angle })}
          onCancel={cancelPreview}
          onCommit={(angle) => onCommit({ ...style, angle })}
        />
        <NumberRow
          label={t('transition.softness')}
          value={style.softness * 100}
          unit="%"
          step={0.5}
          decimals={1}
          min={0}
          max={100}
          onPreview={(value) => onPreview({ ...style, softness: value / 100 })}
          onCancel={cancelPreview}
          onCommit={(value) => onCommit({ ...style, softness: value / 100 })}
        />
      </>
    )
  }
  if (style.kind === 'crossfade') {
    return (
      <Field label={t('transition.curve')}>
        <Segmented<'equalPower' | 'linear'>
          label={t('transition.curve')}
          value={style.curve}
          options={(['equalPower', 'linear'] as const).map((value) => ({
            value,
            label: t(`transition.curves.${value}`),
          }))}
          onChange={(curve) => onCommit({ ...style, curve })}
        />
      </Field>
    )
  }
  return null
}

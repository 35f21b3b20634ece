/** The effects of a clip in the order in which they apply, each with its parameters and their keyframes. */
import { ChevronDown, ChevronUp, Eye, EyeOff, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { effectParam } from '../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import { EFFECT_KINDS, type Effect, type EffectKind } from '../../../shared/model/effect.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import { paramName } from '../../i18n/valueName.ts'
import { cancelPreview, dispatch, preview } from '../../store/document.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { ColorField } from '../../ui/ColorField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { CurvesEditor } from './CurvesEditor.tsx'
import styles from './Inspector.module.css'
import { PropertyRow } from './PropertyRow.tsx'

export function EffectsPanel({ placed }: { readonly placed: PlacedItem<Clip> }) {
  const { t } = useTranslation()
  const { id: itemId, name, effects = [] } = placed.item
  return (
    <div className={styles.form}>
      <Choice<EffectKind | ''>
        label={t('effect.add')}
        value=""
        options={[
          { value: '', label: t('effect.choose') },
          ...EFFECT_KINDS.map((kind) => ({ value: kind, label: t(`effect.kind.${kind}`) })),
        ]}
        onChange={(kind) => kind !== '' && dispatch('effect.add', { itemId, kind })}
      />
      {effects.length === 0 && <EmptyState text={t('effect.none')} />}
      <ol aria-label={t('effect.list', { name })} className={styles.effects}>
        {effects.map((effect, index) => (
          <EffectForm
            key={effect.id}
            placed={placed}
            effect={effect}
            index={index}
            isLast={index === effects.length - 1}
          />
        ))}
      </ol>
    </div>
  )
}

interface EffectFormProps {
  readonly placed: PlacedItem<Clip>
  readonly effect: Effect
  readonly index: number
  readonly isLast: boolean
}

function EffectForm({ placed, effect, index, isLast }: EffectFormProps) {
  const { t } = useTranslation()
  const itemId = placed.item.id
  const { id: effectId, enabled } = effect
  const name = t(`effect.kind.${effect.kind}`)
  const move = (to: number) => () => dispatch('effect.move', { itemId, effectId, index: to })
  // How much of a look-up table shows means nothing without one.
  const params = Object.keys(effect.params).filter(
    (param) => param !== 'lutStrength' || (effect.kind === 'grade' && effect.lutId !== undefined),
  )
  return (
    <li className={styles.effect} data-off={!enabled || undefined}>
      <div className={styles.effectHead}>
        <b>{name}</b>
        <IconButton
          label={t(enabled ? 'effect.on' : 'effect.off', { name })}
          icon={enabled ? <Eye size={14} /> : <EyeOff size={14} />}
          isOn={enabled}
          onClick={() => dispatch('effect.set', { itemId, effectId, patch: { enabled: !enabled } })}
        />
        <IconButton
          label={t('effect.up', { name })}
          icon={<ChevronUp size={14} />}
          disabled={index === 0}
          onClick={move(index - 1)}
        />
        <IconButton
          label={t('effect.down', { name })}
          icon={<ChevronDown size={14} />}
          disabled={isLast}
          onClick={move(index + 1)}
        />
        <IconButton
          label={t('effect.remove', { name })}
          icon={<X size={14} />}
          onClick={() => dispatch('effect.remove', { itemId, effectId })}
        />
      </div>
      {effect.kind === 'key' && (
        <Field label={t('effect.color')}>
          <ColorField
            label={t('effect.color')}
            value={effect.color}
            onPreview={(color) => preview('effect.set', { itemId, effectId, patch: { color } })}
            onCancel={cancelPreview}
            onCommit={(color) => {
              cancelPreview()
              dispatch('effect.set', { itemId, effectId, patch: { color } })
            }}
          />
        </Field>
      )}
      {params.map((param) => (
        <PropertyRow
          key={param}
          placed={placed}
          property={effectParam(effectId, param)}
          name={paramName(param)}
        />
      ))}
      {effect.kind === 'grade' && (
        <CurvesEditor itemId={itemId} effectId={effectId} curves={effect.curves ?? {}} />
      )}
    </li>
  )
}

import { ChevronLeft, ChevronRight, Diamond } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { valueAt } from '../../../shared/model/animate.ts'
import type { Clip, Property } from '../../../shared/model/clip.ts'
import type { Animated } from '../../../shared/model/keyframe.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import { cancelPreview, dispatch, preview } from '../../store/document.ts'
import { seek } from '../../store/playhead.ts'
import { IconButton } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import styles from './Inspector.module.css'
import { usePlayheadFrame } from './usePlayheadFrame.ts'

export interface PropertyForm {
  readonly property: Property
  readonly unit: string
  /** Shown value = stored value × factor. */
  readonly factor: number
  readonly step: number
  readonly decimals: number
  readonly min?: number
  readonly max?: number
}

interface PropertyRowProps {
  readonly placed: PlacedItem<Clip>
  readonly form: PropertyForm
}

const animatedOf = (clip: Clip, property: Property): Animated =>
  property === 'volume' || property === 'pan' ? clip.sound[property] : clip.picture[property]

/** One animated value at the playhead, with its keyframes: previous, add or remove, next. */
export function PropertyRow({ placed, form }: PropertyRowProps) {
  const { t } = useTranslation()
  const { property, factor } = form
  const frame = usePlayheadFrame() - placed.start
  const animated = animatedOf(placed.item, property)
  const here = animated.keyframes.find((keyframe) => keyframe.frame === frame)
  const before = animated.keyframes.filter((keyframe) => keyframe.frame < frame).at(-1)
  const after = animated.keyframes.find((keyframe) => keyframe.frame > frame)
  const isKeyed = animated.keyframes.length > 0
  const isInside = frame >= 0 && frame < placed.item.duration
  const name = t(`property.${property}`)
  const itemId = placed.item.id
  const change = (value: number) => ({ itemId, property, value: value / factor, frame })
  const toggle = (): void => {
    if (here)
      dispatch('keyframes.remove', { itemId, keyframes: [{ property, keyframeId: here.id }] })
    else dispatch('keyframe.add', { itemId, property, frame })
  }
  return (
    <div className={styles.row}>
      <span className={isKeyed ? styles.keyed : styles.label}>{name}</span>
      <NumberField
        label={name}
        value={valueAt(animated, frame) * factor}
        unit={form.unit}
        step={form.step}
        decimals={form.decimals}
        {...(form.min !== undefined && { min: form.min })}
        {...(form.max !== undefined && { max: form.max })}
        isDisabled={isKeyed && !isInside}
        onPreview={(value) => preview('property.set', change(value))}
        onCancel={cancelPreview}
        onCommit={(value) => dispatch('property.set', change(value))}
      />
      <div className={styles.keys}>
        <IconButton
          label={t('keyframe.previous', { name })}
          icon={<ChevronLeft size={14} />}
          disabled={!before}
          onClick={() => before && seek(placed.start + before.frame)}
        />
        <IconButton
          label={t(here ? 'keyframe.remove' : 'keyframe.add', { name })}
          icon={<Diamond size={12} fill={here ? 'currentColor' : 'none'} />}
          isOn={here !== undefined}
          disabled={!isInside}
          onClick={toggle}
        />
        <IconButton
          label={t('keyframe.next', { name })}
          icon={<ChevronRight size={14} />}
          disabled={!after}
          onClick={() => after && seek(placed.start + after.frame)}
        />
      </div>
    </div>
  )
}

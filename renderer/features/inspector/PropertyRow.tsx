import { ChevronLeft, ChevronRight, Diamond } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { animatedOf } from '../../../shared/edit/animated.ts'
import { valueAt } from '../../../shared/model/animate.ts'
import type { AnimatedPath } from '../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import { valueName } from '../../i18n/valueName.ts'
import { cancelPreview, dispatch, preview } from '../../store/document.ts'
import { seek } from '../../store/playhead.ts'
import { IconButton } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { valueForm } from '../../ui/valueForms.ts'
import styles from './Inspector.module.css'
import { usePlayheadFrame } from './usePlayheadFrame.ts'

interface PropertyRowProps {
  readonly placed: PlacedItem<Clip>
  readonly property: AnimatedPath
  /** In place of the value's own name: inside an effect the effect need not be named. */
  readonly name?: string
}

/** One animated value at the playhead, with its keyframes: previous, add or remove, next. */
export function PropertyRow({ placed, property, name: called }: PropertyRowProps) {
  const { t } = useTranslation()
  const form = valueForm(placed.item, property)
  const { factor } = form
  const frame = usePlayheadFrame() - placed.start
  const animated = animatedOf(placed.item, property)
  const here = animated.keyframes.find((keyframe) => keyframe.frame === frame)
  const before = animated.keyframes.filter((keyframe) => keyframe.frame < frame).at(-1)
  const after = animated.keyframes.find((keyframe) => keyframe.frame > frame)
  const isKeyed = animated.keyframes.length > 0
  const isInside = frame >= 0 && frame < placed.item.duration
  const full = valueName(placed.item, property)
  const name = called ?? full
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
        label={full}
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
          label={t('keyframe.previous', { name: full })}
          icon={<ChevronLeft size={14} />}
          disabled={!before}
          onClick={() => before && seek(placed.start + before.frame)}
        />
        <IconButton
          label={t(here ? 'keyframe.remove' : 'keyframe.add', { name: full })}
          icon={<Diamond size={12} fill={here ? 'currentColor' : 'none'} />}
          isOn={here !== undefined}
          disabled={!isInside}
          onClick={toggle}
        />
        <IconButton
          label={t('keyframe.next', { name: full })}
          icon={<ChevronRight size={14} />}
          disabled={!after}
          onClick={() => after && seek(placed.start + after.frame)}
        />
      </div>
    </div>
  )
}

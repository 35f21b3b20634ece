import { useTranslation } from 'react-i18next'
import { type Clip, PICTURE_PROPERTIES } from '../../../shared/model/clip.ts'
import { type BlendMode, blendModeSchema } from '../../../shared/model/effect.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import { dispatch } from '../../store/document.ts'
import { Choice } from '../../ui/Choice.tsx'
import { FadeRows } from './FadeRows.tsx'
import styles from './Inspector.module.css'
import { PropertyRow } from './PropertyRow.tsx'

const [X, Y, SCALE, ROTATION, OPACITY, ...CROP] = PICTURE_PROPERTIES
const PLACEMENT = [SCALE, X, Y, ROTATION] as const

/** How a picture stands and how it is laid over what is below. An adjustment is as large as the canvas, always. */
export function TransformPanel({ placed }: { readonly placed: PlacedItem<Clip> }) {
  const { t } = useTranslation()
  const { item } = placed
  const isPlaced = item.source.kind !== 'adjustment'
  const properties = isPlaced ? [...PLACEMENT, OPACITY, ...CROP] : [OPACITY]
  return (
    <div className={styles.form}>
      {properties.map((property) => (
        <PropertyRow key={property} placed={placed} property={property} />
      ))}
      <Choice<BlendMode>
        label={t('inspector.blend')}
        value={item.blendMode ?? 'normal'}
        options={blendModeSchema.options.map((value) => ({
          value,
          label: t(`inspector.blendMode.${value}`),
        }))}
        onChange={(blendMode) => dispatch('clips.blend', { itemIds: [item.id], blendMode })}
      />
      <FadeRows clip={item} />
    </div>
  )
}

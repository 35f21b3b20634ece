import type { Clip } from '../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import styles from './Inspector.module.css'
import { type PropertyForm, PropertyRow } from './PropertyRow.tsx'

const percent = { unit: '%', factor: 100, step: 0.5, decimals: 1 } as const
const FORMS: readonly PropertyForm[] = [
  { property: 'scale', ...percent, min: 0, max: 1000 },
  { property: 'positionX', ...percent, min: -400, max: 400 },
  { property: 'positionY', ...percent, min: -400, max: 400 },
  { property: 'rotation', unit: '°', factor: 1, step: 0.5, decimals: 1 },
  { property: 'opacity', ...percent, min: 0, max: 100 },
  { property: 'cropLeft', ...percent, min: 0, max: 100 },
  { property: 'cropTop', ...percent, min: 0, max: 100 },
  { property: 'cropRight', ...percent, min: 0, max: 100 },
  { property: 'cropBottom', ...percent, min: 0, max: 100 },
]

export function TransformPanel({ placed }: { readonly placed: PlacedItem<Clip> }) {
  return (
    <div className={styles.form}>
      {FORMS.map((form) => (
        <PropertyRow key={form.property} placed={placed} form={form} />
      ))}
    </div>
  )
}

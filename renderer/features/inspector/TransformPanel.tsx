import type { Clip } from '../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import styles from './Inspector.module.css'
import { PropertyRow } from './PropertyRow.tsx'

const PROPERTIES = [
  'scale',
  'positionX',
  'positionY',
  'rotation',
  'opacity',
  'cropLeft',
  'cropTop',
  'cropRight',
  'cropBottom',
] as const

export function TransformPanel({ placed }: { readonly placed: PlacedItem<Clip> }) {
  return (
    <div className={styles.form}>
      {PROPERTIES.map((property) => (
        <PropertyRow key={property} placed={placed} property={property} />
      ))}
    </div>
  )
}

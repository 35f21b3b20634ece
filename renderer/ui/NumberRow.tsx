import type { ComponentProps } from 'react'
import { NumberField } from './NumberField.tsx'
import styles from './NumberRow.module.css'

/** A named number, as the inspector has them one below the other. */
export function NumberRow(field: ComponentProps<typeof NumberField>) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{field.label}</span>
      <NumberField {...field} />
    </div>
  )
}

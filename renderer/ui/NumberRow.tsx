import type { ReactNode } from 'react'
import { NumberField } from './NumberField.tsx'
import styles from './NumberRow.module.css'

interface NumberRowProps extends React.ComponentProps<typeof NumberField> {
  /** Buttons of the row. */
  readonly children?: ReactNode
}

/** A named number, as the inspector has them one below the other. */
export function NumberRow({ children, ...field }: NumberRowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{field.label}</span>
      <NumberField {...field} />
      {children}
    </div>
  )
}

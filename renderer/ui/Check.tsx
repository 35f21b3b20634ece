import type { ReactNode } from 'react'
import styles from './Field.module.css'

interface CheckProps {
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

/** A box to tick, with its words beside it. */
export function Check({ isOn, isDisabled = false, onChange, children }: CheckProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  )
}

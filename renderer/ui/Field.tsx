import type { ReactNode } from 'react'
import styles from './Field.module.css'

interface FieldProps {
  readonly label: string
  /** Ties the label to its control; a group of controls labels itself. */
  readonly htmlFor?: string
  readonly hint?: ReactNode
  readonly problem?: string | undefined
  readonly isWarning?: boolean | undefined
  readonly children: ReactNode
}

/** A labelled control with its hint on the right and its problem underneath. */
export function Field({ label, htmlFor, hint, problem, isWarning, children }: FieldProps) {
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        {htmlFor === undefined ? (
          <span aria-hidden="true">{label}</span>
        ) : (
          <label htmlFor={htmlFor}>{label}</label>
        )}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </div>
      {children}
      {problem !== undefined && (
        <p
          role={isWarning ? 'note' : 'alert'}
          className={isWarning ? styles.warning : styles.problem}
        >
          {problem}
        </p>
      )}
    </div>
  )
}

export const inputClass = styles.input

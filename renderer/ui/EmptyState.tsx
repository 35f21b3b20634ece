import type { ReactNode } from 'react'
import styles from './small.module.css'

/** Teaches the next step: one sentence and at most one button. */
export function EmptyState({
  text,
  action,
}: {
  readonly text: string
  readonly action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {action}
    </div>
  )
}

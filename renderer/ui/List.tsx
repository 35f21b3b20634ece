import type { ReactNode } from 'react'
import styles from './List.module.css'

export function List({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <ul aria-label={label} className={styles.list}>
      {children}
    </ul>
  )
}

interface ListRowProps {
  readonly main: ReactNode
  readonly side?: ReactNode
  readonly action?: ReactNode
  readonly isCurrent?: boolean
}

/** A name that gives way, facts that do not, and what can be done with it. */
export function ListRow({ main, side, action, isCurrent = false }: ListRowProps) {
  return (
    <li className={styles.row} data-current={isCurrent} aria-current={isCurrent || undefined}>
      <span className={styles.main}>{main}</span>
      {side !== undefined && <span className={styles.side}>{side}</span>}
      {action}
    </li>
  )
}

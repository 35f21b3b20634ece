import type { ReactNode } from 'react'
import styles from './small.module.css'

interface BadgeProps {
  readonly tone?: 'normal' | 'accent' | 'good' | 'warning' | 'error'
  readonly title?: string
  readonly children: ReactNode
}

export function Badge({ tone = 'normal', title, children }: BadgeProps) {
  return (
    <span title={title} className={`${styles.badge} ${tone === 'normal' ? '' : styles[tone]}`}>
      {children}
    </span>
  )
}

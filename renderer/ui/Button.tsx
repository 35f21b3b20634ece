import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './Button.module.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is the one amber action of a view; `quiet` has no frame. */
  readonly look?: 'normal' | 'primary' | 'quiet'
  readonly children: ReactNode
}

export function Button({ look = 'normal', className, ...rest }: ButtonProps) {
  const looks = { normal: '', primary: styles.primary, quiet: styles.quiet }
  return (
    <button
      type="button"
      className={`${styles.button} ${looks[look]} ${className ?? ''}`}
      {...rest}
    />
  )
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Spoken and shown as the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly isOn?: boolean
}

export function IconButton({ label, icon, isOn, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      className={`${styles.button} ${styles.quiet} ${styles.icon} ${className ?? ''}`}
      {...rest}
    >
      {icon}
    </button>
  )
}

import styles from './small.module.css'

interface ProgressBarProps {
  readonly label: string
  /** 0..1, or null while the work gives no measure. */
  readonly fraction: number | null
}

export function ProgressBar({ label, fraction }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={fraction === null ? undefined : Math.round(fraction * 100)}
      className={styles.track}
    >
      <div
        className={fraction === null ? `${styles.bar} ${styles.moving}` : styles.bar}
        style={fraction === null ? {} : { width: `${fraction * 100}%` }}
      />
    </div>
  )
}

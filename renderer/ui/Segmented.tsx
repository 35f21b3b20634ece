import { useRef } from 'react'
import styles from './Segmented.module.css'

export interface SegmentOption<V extends string> {
  readonly value: V
  readonly label: string
  /** Why it cannot be chosen now; shown as its tooltip. */
  readonly disabledReason?: string | undefined
}

interface SegmentedProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly SegmentOption<V>[]
  readonly onChange: (value: V) => void
}

/** One choice of a few, all in view: a radio group with one tab stop and arrow keys. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedProps<V>) {
  const group = useRef<HTMLDivElement>(null)
  const step = (from: SegmentOption<V>, by: number): void => {
    const enabled = options.filter((option) => option.disabledReason === undefined)
    const current = enabled.indexOf(from)
    const next = enabled[(current + by + enabled.length) % enabled.length]
    if (!next) return
    onChange(next.value)
    group.current?.querySelectorAll('button')[options.indexOf(next)]?.focus()
  }
  return (
    <div ref={group} role="radiogroup" aria-label={label} className={styles.group}>
      {options.map((option) => (
        // A native radio cannot be drawn as one segment with its reason as a tooltip.
        // biome-ignore lint/a11y/useSemanticElements: see above
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          className={styles.option}
          disabled={option.disabledReason !== undefined}
          title={option.disabledReason}
          onClick={() => onChange(option.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight' || event.key === 'ArrowDown') step(option, 1)
            else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') step(option, -1)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}

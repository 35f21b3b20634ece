import { useEffect, useRef, useState } from 'react'
import styles from './Field.module.css'

interface ColorFieldProps {
  readonly label: string
  /** `#rrggbb`. */
  readonly value: string
  /** While the picker is open; the colour is not yet meant. */
  readonly onPreview?: (value: string) => void
  /** The picker went as it came. */
  readonly onCancel?: () => void
  readonly onCommit: (value: string) => void
}

const HEX = /^#?([0-9a-f]{6})$/i

/** A colour from the system's picker, or typed as `#rrggbb`. */
export function ColorField({ label, value, onPreview, onCancel, onCommit }: ColorFieldProps) {
  const picker = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const latest = useRef({ value, onCancel, onCommit })
  latest.current = { value, onCancel, onCommit }
  /** Before the picker's first movement; meanwhile the field may be given what it previews. */
  const kept = useRef<string | null>(null)
  useEffect(() => setText(value), [value])
  // The picker's own `change` comes once, when it closes; React's comes with every movement in it.
  useEffect(() => {
    const input = picker.current
    const keep = (): void => {
      if (!input) return
      const before = kept.current ?? latest.current.value
      kept.current = null
      if (input.value === before) latest.current.onCancel?.()
      else latest.current.onCommit(input.value)
    }
    input?.addEventListener('change', keep)
    return () => input?.removeEventListener('change', keep)
  }, [])
  const commitText = (): void => {
    const [, hex] = HEX.exec(text.trim()) ?? []
    if (hex === undefined) setText(value)
    else if (`#${hex}`.toLowerCase() !== value) onCommit(`#${hex}`.toLowerCase())
  }
  return (
    <div className={styles.color}>
      <input
        ref={picker}
        type="color"
        aria-label={label}
        value={value}
        onChange={(event) => {
          kept.current ??= value
          onPreview?.(event.target.value)
        }}
      />
      <input
        className={styles.input}
        aria-label={`${label} #`}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={commitText}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') commitText()
          if (event.key === 'Escape') setText(value)
        }}
      />
    </div>
  )
}

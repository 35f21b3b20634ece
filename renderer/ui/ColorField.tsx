import { useEffect, useRef, useState } from 'react'
import styles from './Field.module.css'

interface ColorFieldProps {
  readonly label: string
  /** `#rrggbb`. */
  readonly value: string
  /** While the picker is open; the colour is not yet meant. */
  readonly onPreview?: (value: string) => void
  readonly onCommit: (value: string) => void
}

const HEX = /^#?([0-9a-f]{6})$/i

/** A colour from the system's picker, or typed as `#rrggbb`. */
export function ColorField({ label, value, onPreview, onCommit }: ColorFieldProps) {
  const picker = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const latest = useRef({ value, onCommit })
  latest.current = { value, onCommit }
  useEffect(() => setText(value), [value])
  // The picker's own `change` comes once, when it closes; React's comes with every movement in it.
  useEffect(() => {
    const input = picker.current
    const keep = (): void => {
      if (input && input.value !== latest.current.value) latest.current.onCommit(input.value)
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
        onChange={(event) => onPreview?.(event.target.value)}
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

import { useEffect, useRef } from 'react'
import { chordOf } from '../../store/keymap.ts'
import { isMac } from '../../store/platform.ts'
import styles from './Shortcuts.module.css'

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta']

interface KeyCaptureProps {
  readonly label: string
  readonly onKey: (chord: string) => void
  readonly onCancel: () => void
}

/** Takes the next key that is pressed, whatever it otherwise does; Escape and leaving give up. */
export function KeyCapture({ label, onKey, onCancel }: KeyCaptureProps) {
  const field = useRef<HTMLButtonElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <button
      ref={field}
      type="button"
      className={styles.capture}
      onBlur={onCancel}
      onKeyDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
        event.nativeEvent.stopImmediatePropagation()
        if (event.key === 'Escape') onCancel()
        else if (!MODIFIERS.includes(event.key)) onKey(chordOf(event.nativeEvent, isMac))
      }}
    >
      {label}
    </button>
  )
}

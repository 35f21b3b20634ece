import { useEffect, useRef, useState } from 'react'
import { number } from '../i18n/numbers.ts'
import styles from './Field.module.css'
import { beginGesture, type Gesture } from './pointer.ts'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly unit?: string
  /** Change per pixel of dragging and per arrow key; with Shift ten times. */
  readonly step: number
  readonly decimals: number
  readonly min?: number
  readonly max?: number
  readonly isDisabled?: boolean
  /** While dragging; the value is not yet meant. */
  readonly onPreview?: (value: number) => void
  readonly onCommit: (value: number) => void
  readonly onCancel?: () => void
}

/** A number to type or to drag sideways. Enter and letting go keep it, Escape and a lost pointer give the old one back. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, unit, step, decimals, min = -Infinity, max = Infinity } = props
  const written = (value: number): string =>
    number(value, { least: decimals, most: decimals, grouped: false })
  const shown = written(value)
  const [text, setText] = useState(shown)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => setText(shown), [shown])

  const clamp = (next: number): number =>
    Math.min(max, Math.max(min, Number(next.toFixed(decimals + 3))))
  const commit = (next: number): void => {
    const clamped = clamp(next)
    setText(written(clamped))
    if (clamped !== value) props.onCommit(clamped)
  }
  /** From the value at the press: meanwhile the field may be given what it previews. */
  const drag = (pressedX: number): Gesture => {
    let last = clamp(value)
    const cancel = (): void => {
      setText(shown)
      props.onCancel?.()
    }
    return {
      click: () => input.current?.select(),
      update({ x, shift }) {
        last = clamp(value + (x - pressedX) * step * (shift ? 10 : 1))
        setText(written(last))
        props.onPreview?.(last)
      },
      drop() {
        if (last === clamp(value)) cancel()
        else commit(last)
      },
      cancel,
    }
  }
  const commitText = (): void => {
    const typed = Number(text.replace(',', '.'))
    if (text.trim() === '' || Number.isNaN(typed)) setText(shown)
    else if (text !== shown) commit(typed)
  }

  return (
    <div className={styles.number}>
      <input
        ref={input}
        aria-label={label}
        inputMode="decimal"
        value={text}
        disabled={props.isDisabled}
        onChange={(event) => setText(event.target.value)}
        onBlur={commitText}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') commitText()
          else if (event.key === 'Escape') {
            setText(shown)
            input.current?.blur()
          } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault()
            const sign = event.key === 'ArrowUp' ? 1 : -1
            commit(value + sign * step * (event.shiftKey ? 10 : 1))
          }
        }}
        onPointerDown={(event) => {
          if (document.activeElement === input.current || event.button !== 0) return
          event.preventDefault()
          beginGesture(event.currentTarget, event.nativeEvent, drag(event.clientX))
        }}
      />
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
    </div>
  )
}

import { useId, useState } from 'react'
import type { Rational } from '../../shared/time/rational.ts'
import { formatTimecode, parseTimecode } from '../../shared/time/timecode.ts'
import { Field, inputClass } from './Field.tsx'

interface DurationFieldProps {
  readonly label: string
  /** Frames. */
  readonly value: number
  readonly rate: Rational
  /** Shown while what was typed is no length. */
  readonly problem: string
  /** Null while what was typed is no length. */
  readonly onChange: (frames: number | null) => void
}

/** A length, typed as timecode is: `1500`, `2.5`, `+10`. At least one frame. */
export function DurationField({ label, value, rate, problem, onChange }: DurationFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const frames = typed === null ? value : parseTimecode(typed, rate, value, false)
  const isWrong = frames === null || frames < 1
  return (
    <Field label={label} htmlFor={id} problem={isWrong ? problem : undefined}>
      <input
        id={id}
        className={inputClass}
        value={typed ?? formatTimecode(value, rate, false)}
        aria-invalid={isWrong}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          const next = parseTimecode(text, rate, value, false)
          onChange(next !== null && next >= 1 ? next : null)
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  )
}

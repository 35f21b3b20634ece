/** Words of several lines, seen while they are typed and kept as one change when they are done. */
import { useEffect, useId, useRef, useState } from 'react'
import { Field, inputClass } from '../../ui/Field.tsx'

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  readonly onPreview: (value: string) => void
  readonly onCancel: () => void
  readonly onCommit: (value: string) => void
}

/** Ctrl+Enter and leaving keep them, Escape gives the old ones back. */
export function WordsField({ label, value, onPreview, onCancel, onCommit }: WordsFieldProps) {
  const id = useId()
  /** Null while nobody is typing: what is shown is what is kept. */
  const [typed, setTyped] = useState<string | null>(null)
  const before = useRef(value)
  useEffect(() => {
    if (typed === null) before.current = value
  }, [typed, value])
  const keep = (): void => {
    if (typed === null) return
    setTyped(null)
    onCancel()
    if (typed !== before.current) onCommit(typed)
  }
  return (
    <Field label={label} htmlFor={id}>
      <textarea
        id={id}
        className={inputClass}
        rows={3}
        maxLength={5000}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value)
          onPreview(event.target.value)
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') {
            setTyped(null)
            onCancel()
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
        }}
      />
    </Field>
  )
}

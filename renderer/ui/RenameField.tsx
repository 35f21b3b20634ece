import { inputClass } from './Field.tsx'

interface RenameFieldProps {
  readonly label: string
  readonly name: string
  /** Only with a new name that is not empty. */
  readonly onRename: (name: string) => void
  readonly onDone: () => void
}

/** A name in the place where it stands: Enter or leaving keeps it, Escape gives the old one back. */
export function RenameField({ label, name, onRename, onDone }: RenameFieldProps) {
  const keep = (typed: string): void => {
    const next = typed.trim()
    if (next !== '' && next !== name) onRename(next)
    onDone()
  }
  return (
    <input
      ref={(input) => {
        if (input && document.activeElement !== input) input.select()
      }}
      className={inputClass}
      aria-label={label}
      defaultValue={name}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') keep(event.currentTarget.value)
        if (event.key === 'Escape') {
          event.currentTarget.value = name
          onDone()
        }
      }}
    />
  )
}

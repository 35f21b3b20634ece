/** From key events to actions. Keys are compared by code, so that layouts do not move the tools. */
import { ACTIONS, type ActionId } from '../../shared/actions/catalogue.ts'

type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** `Mod+Shift+KeyZ`, modifiers in that fixed order; Mod is Command on a Mac, Ctrl elsewhere. */
export function chordOf(event: KeyPress, isMac: boolean): string {
  const parts: string[] = []
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('Mod')
  if (event.shiftKey) parts.push('Shift')
  if (event.altKey) parts.push('Alt')
  return [...parts, event.code].join('+')
}

const normal = (chord: string): string => {
  const pieces = chord.split('+')
  const code = pieces.at(-1) ?? ''
  return [...['Mod', 'Shift', 'Alt'].filter((modifier) => pieces.includes(modifier)), code].join(
    '+',
  )
}

/** Chord → action. @throws Error when two actions want one chord, which is a mistake in the catalogue. */
export function keymap(): ReadonlyMap<string, ActionId> {
  const map = new Map<string, ActionId>()
  for (const [id, { keys }] of Object.entries(ACTIONS)) {
    for (const key of keys) {
      const chord = normal(key)
      const taken = map.get(chord)
      if (taken !== undefined) throw new Error(`${chord} is the key of both ${taken} and ${id}`)
      map.set(chord, id as ActionId)
    }
  }
  return map
}

/** Letters typed into a field belong to the field, undo included. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return (
    target instanceof HTMLInputElement &&
    !['button', 'checkbox', 'radio', 'range'].includes(target.type)
  )
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Equal: '=',
  Minus: '-',
  Backslash: '\\',
  Slash: '/',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** How a chord is written for people: `Ctrl+Shift+Z`, on a Mac `⌘⇧Z`. */
export function formatChord(chord: string, isMac: boolean): string {
  const pieces = chord.split('+').map((piece) => {
    if (piece === 'Mod') return isMac ? '⌘' : 'Ctrl'
    if (piece === 'Shift' && isMac) return '⇧'
    if (piece === 'Alt' && isMac) return '⌥'
    return KEY_NAMES[piece] ?? piece.replace(/^(Key|Digit)/, '')
  })
  return pieces.join(isMac ? '' : '+')
}

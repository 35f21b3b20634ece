/** From key events to actions. Letters are those on the keys, other keys stand where they are on an English keyboard. */
import { ACTIONS, type ActionId } from '../../shared/actions/catalogue.ts'
import { PRESET_KEYS, type Preset } from '../../shared/actions/presets.ts'
import { i18n } from '../i18n/i18n.ts'
import { isMac } from './platform.ts'
import { usePreferences } from './preferences.ts'

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** `Mod+Shift+KeyZ`, modifiers in that fixed order; Mod is Command on a Mac, Ctrl elsewhere. */
export function chordOf(event: KeyPress, isMac: boolean): string {
  const parts: string[] = []
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('Mod')
  if (event.shiftKey) parts.push('Shift')
  if (event.altKey) parts.push('Alt')
  return [...parts, keyOf(event)].join('+')
}

/** German keyboards have Z where English ones have Y: Undo is where its letter is. Alt and other scripts give no letter. */
const keyOf = ({ key, code }: KeyPress): string =>
  /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code

const normal = (chord: string): string => {
  const pieces = chord.split('+')
  const code = pieces.at(-1) ?? ''
  return [...['Mod', 'Shift', 'Alt'].filter((modifier) => pieces.includes(modifier)), code].join(
    '+',
  )
}

export interface OwnKeys {
  readonly preset: Preset
  /** What was changed by hand, by action; an empty list: no key. */
  readonly keys: Readonly<Record<string, readonly string[]>>
}

/**
 * The keys of every action: those set by hand, else the preset's, else the catalogue's. A key that a preset gives to one
 * action leaves the action of the catalogue that had it.
 */
export function allKeys({ preset, keys }: OwnKeys): Readonly<Record<ActionId, readonly string[]>> {
  const named: Partial<Record<ActionId, readonly string[]>> = { ...PRESET_KEYS[preset], ...keys }
  const taken = new Set(Object.values(PRESET_KEYS[preset]).flat().map(normal))
  const found = (Object.keys(ACTIONS) as ActionId[]).map((id) => {
    const own = named[id]
    if (own) return [id, own.map(normal)] as const
    return [id, ACTIONS[id].keys.map(normal).filter((chord) => !taken.has(chord))] as const
  })
  return Object.fromEntries(found) as unknown as Record<ActionId, readonly string[]>
}

/** Chord → action. Of two that want one chord the one set by hand has it, and {@link conflicts} names both. */
export function keymap(own: OwnKeys): ReadonlyMap<string, ActionId> {
  const map = new Map<string, ActionId>()
  const all = Object.entries(allKeys(own))
  const byHand = all.filter(([id]) => own.keys[id] !== undefined)
  for (const [id, keys] of [...byHand, ...all]) {
    for (const chord of keys) if (!map.has(chord)) map.set(chord, id as ActionId)
  }
  return map
}

/** Every chord that more than one action wants. */
export function conflicts(own: OwnKeys): ReadonlyMap<string, readonly ActionId[]> {
  const wanted = new Map<string, ActionId[]>()
  for (const [id, keys] of Object.entries(allKeys(own))) {
    for (const chord of keys) wanted.set(chord, [...(wanted.get(chord) ?? []), id as ActionId])
  }
  return new Map([...wanted].filter(([, ids]) => ids.length > 1))
}

/** The keys of an action as they are set now; the first one is shown in menus. */
export const keysOf = (id: ActionId): readonly string[] =>
  allKeys(usePreferences.getState().shortcuts)[id]

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
  BracketLeft: '[',
  BracketRight: ']',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/** Keys with a word on them, which differs by language: `Ctrl`, `Strg`. */
const WORDED_KEYS = new Set([
  ...['Mod', 'Shift', 'Alt', 'Space', 'Enter', 'Tab', 'Escape', 'Delete', 'Backspace', 'Insert'],
  ...['Home', 'End', 'PageUp', 'PageDown'],
])

/** How a chord is written for people: `Ctrl+Shift+Z`, on a Mac `⌘⇧Z`. */
export function formatChord(chord: string, isMac: boolean): string {
  const pieces = chord.split('+').map((piece) => {
    const sign = KEY_NAMES[piece] ?? (isMac ? MAC_SIGNS[piece] : undefined)
    if (sign !== undefined) return sign
    return WORDED_KEYS.has(piece) ? i18n.t(`key.${piece}`) : piece.replace(/^(Key|Digit)/, '')
  })
  return pieces.join(isMac ? '' : '+')
}

/** A hint with the key of its action behind it: `Snap (S)`. */
export function withKey(hint: string, id: ActionId): string {
  const [key] = keysOf(id)
  return key === undefined ? hint : `${hint} (${formatChord(key, isMac)})`
}

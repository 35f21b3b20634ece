import { describe, expect, it } from 'vitest'
import { chordOf, formatChord, keymap } from '../../../renderer/store/keymap.ts'
import { ACTIONS } from '../../../shared/actions/catalogue.ts'

const press = (
  code: string,
  modifiers: Partial<Record<'ctrl' | 'meta' | 'shift' | 'alt', true>> = {},
) => ({
  code,
  ctrlKey: modifiers.ctrl ?? false,
  metaKey: modifiers.meta ?? false,
  shiftKey: modifiers.shift ?? false,
  altKey: modifiers.alt ?? false,
})

describe('the keymap', () => {
  it('finds an action for every key of the catalogue', () => {
    const keys = Object.values(ACTIONS).flatMap((action) => action.keys)
    expect(keymap().size).toBe(keys.length)
  })

  it('reads a chord by code, with Mod as Ctrl or Command', () => {
    expect(chordOf(press('KeyZ', { ctrl: true, shift: true }), false)).toBe('Mod+Shift+KeyZ')
    expect(chordOf(press('KeyZ', { meta: true, shift: true }), true)).toBe('Mod+Shift+KeyZ')
    expect(chordOf(press('KeyZ', { ctrl: true }), true)).toBe('KeyZ')
    expect(keymap().get(chordOf(press('KeyZ', { ctrl: true }), false))).toBe('edit.undo')
    expect(keymap().get(chordOf(press('KeyK', { ctrl: true, alt: true }), false))).toBe(
      'keyframe.add',
    )
  })

  it('writes chords as people know them', () => {
    expect(formatChord('Mod+Shift+KeyZ', false)).toBe('Ctrl+Shift+Z')
    expect(formatChord('Mod+Shift+KeyZ', true)).toBe('⌘⇧Z')
    expect(formatChord('ArrowLeft', false)).toBe('←')
  })
})

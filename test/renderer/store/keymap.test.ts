import { describe, expect, it } from 'vitest'
import { allKeys, chordOf, conflicts, formatChord, keymap } from '../../../renderer/store/keymap.ts'
import { ACTIONS } from '../../../shared/actions/catalogue.ts'
import { PRESETS } from '../../../shared/actions/presets.ts'

const press = (
  code: string,
  modifiers: Partial<Record<'ctrl' | 'meta' | 'shift' | 'alt', true>> = {},
  key = '',
) => ({
  key,
  code,
  ctrlKey: modifiers.ctrl ?? false,
  metaKey: modifiers.meta ?? false,
  shiftKey: modifiers.shift ?? false,
  altKey: modifiers.alt ?? false,
})

const OWN = { preset: 'premiere', keys: {} } as const

describe('the keymap', () => {
  it('finds an action for every key of the catalogue', () => {
    const keys = Object.values(ACTIONS).flatMap((action) => action.keys)
    expect(keymap(OWN).size).toBe(keys.length)
  })

  it('reads a chord by code, with Mod as Ctrl or Command', () => {
    expect(chordOf(press('KeyZ', { ctrl: true, shift: true }), false)).toBe('Mod+Shift+KeyZ')
    expect(chordOf(press('KeyZ', { meta: true, shift: true }), true)).toBe('Mod+Shift+KeyZ')
    expect(chordOf(press('KeyZ', { ctrl: true }), true)).toBe('KeyZ')
    expect(keymap(OWN).get(chordOf(press('KeyZ', { ctrl: true }), false))).toBe('edit.undo')
    expect(keymap(OWN).get(chordOf(press('KeyK', { ctrl: true, alt: true }), false))).toBe(
      'keyframe.add',
    )
  })

  it('follows the letters of a German keyboard, whose Z lies at the code of Y', () => {
    const undo = press('KeyY', { ctrl: true }, 'z')
    expect(keymap(OWN).get(chordOf(undo, false))).toBe('edit.undo')
    // AltGr+E writes a euro, and other scripts have no Latin letters: there the place counts.
    expect([
      chordOf(press('KeyE', { alt: true }, '€'), false),
      chordOf(press('KeyZ', { ctrl: true }, 'я'), false),
      chordOf(press('BracketLeft', {}, 'ü'), false),
    ]).toEqual(['Alt+KeyE', 'Mod+KeyZ', 'BracketLeft'])
  })

  it.each(PRESETS)('gives each key of %s to one command', (preset) => {
    expect([...conflicts({ preset, keys: {} })]).toEqual([])
  })

  it('takes a preset’s key from the command that has it in ours', () => {
    const avid = allKeys({ preset: 'avid', keys: {} })
    expect([avid['clip.insert'], avid['tool.select'], avid['play.toggle']]).toEqual([
      ['KeyV'],
      [],
      ['Space'],
    ])
  })

  it('puts keys set by hand first, and names those that two commands want', () => {
    const own = {
      preset: 'premiere',
      keys: { 'clip.group': ['Mod+KeyK'], 'clip.split': ['Mod+KeyK'] },
    } as const
    expect(allKeys(own)['clip.group']).toEqual(['Mod+KeyK'])
    expect([...conflicts(own)]).toEqual([['Mod+KeyK', ['clip.split', 'clip.group']]])
    const { preset } = own
    const grouped = { preset, keys: { 'clip.group': ['KeyV'] } }
    expect([...conflicts(grouped)]).toEqual([['KeyV', ['clip.group', 'tool.select']]])
    expect(keymap(grouped).get('KeyV')).toBe('clip.group')
  })

  it('writes chords as people know them', () => {
    expect(formatChord('Mod+Shift+KeyZ', false)).toBe('Ctrl+Shift+Z')
    expect(formatChord('Mod+Shift+KeyZ', true)).toBe('⌘⇧Z')
    expect(formatChord('ArrowLeft', false)).toBe('←')
    expect(formatChord('Mod+PageUp', false)).toBe('Ctrl+Page Up')
  })
})

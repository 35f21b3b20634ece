import { useEffect } from 'react'
import type { ActionId } from '../../shared/actions/catalogue.ts'
import type { ShuttleKey } from '../playback/shuttle.ts'
import * as transport from '../playback/transport.ts'
import { chordOf, isTyping, keymap } from '../store/keymap.ts'
import { isMac } from '../store/platform.ts'
import { usePreferences } from '../store/preferences.ts'
import { runAction } from './runAction.ts'

/** Actions whose keys mean something for as long as they are held. */
const SHUTTLE: Readonly<Partial<Record<ActionId, ShuttleKey>>> = {
  'play.backward': 'backward',
  'play.stop': 'stop',
  'play.forward': 'forward',
}

/** Facts that can be marked, like those in the inspector, are copied as text. */
const hasSelectedText = (): boolean => window.getSelection()?.isCollapsed === false

/**
 * Listens for the catalogue's keys on the window. A control that uses a key itself stops it from getting here, and
 * an open dialog keeps all of them.
 */
export function useKeys(): void {
  const shortcuts = usePreferences((state) => state.shortcuts)
  useEffect(() => {
    const actions = keymap(shortcuts)
    /** By code: the modifiers may be gone when it is let go. */
    const held = new Map<string, ShuttleKey>()
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"], [role="menu"]')) return
      const action = actions.get(chordOf(event, isMac))
      if (action === undefined) return
      if (action === 'edit.copy' && hasSelectedText()) return
      event.preventDefault()
      const shuttleKey = SHUTTLE[action]
      if (shuttleKey) {
        // A held key repeats itself, which is no further tap.
        if (event.repeat) return
        held.set(event.code, shuttleKey)
      }
      runAction(action)
    }
    const letGo = (event: KeyboardEvent): void => {
      const shuttleKey = held.get(event.code)
      if (!shuttleKey) return
      held.delete(event.code)
      transport.letGo(shuttleKey)
    }
    /** Keys let go in another window are not heard of here. */
    const letAllGo = (): void => {
      for (const shuttleKey of held.values()) transport.letGo(shuttleKey)
      held.clear()
    }
    window.addEventListener('keydown', listen)
    window.addEventListener('keyup', letGo)
    window.addEventListener('blur', letAllGo)
    return () => {
      letAllGo()
      window.removeEventListener('keydown', listen)
      window.removeEventListener('keyup', letGo)
      window.removeEventListener('blur', letAllGo)
    }
  }, [shortcuts])
}

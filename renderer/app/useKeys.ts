import { useEffect } from 'react'
import { chordOf, isTyping, keymap } from '../store/keymap.ts'
import { isMac } from '../store/platform.ts'
import { usePreferences } from '../store/preferences.ts'
import { runAction } from './actions.ts'

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
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"], [role="menu"]')) return
      const action = actions.get(chordOf(event, isMac))
      if (action === undefined) return
      if (action === 'edit.copy' && hasSelectedText()) return
      event.preventDefault()
      runAction(action)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [shortcuts])
}

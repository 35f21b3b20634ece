/** Puts a window where it was in the last run, and remembers where it is when it closes. */
import { type BrowserWindow, screen } from 'electron'
import type { PreferencesRepository } from '../database/repositories/preferences.ts'
import { placeWindow } from './windowBounds.ts'

const BOUNDS = 'window.bounds'

/** To be called while the window is hidden. Answers the way to show it. */
export function remember(window: BrowserWindow, preferences: PreferencesRepository): () => void {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const stored = preferences.find(BOUNDS)
  const { isMaximized, ...place } = placeWindow(stored, screens)
  if (stored !== undefined) window.setBounds(place)
  window.on('close', () => {
    preferences.write(BOUNDS, { ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  })
  return () => (isMaximized ? window.maximize() : window.show())
}

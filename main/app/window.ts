/** The one window. */
import { BrowserWindow, screen } from 'electron'
import type { PreferencesRepository } from '../database/repositories/preferences.ts'
import { MINIMUM, placeWindow } from './windowBounds.ts'

const BOUNDS = 'window.bounds'
/** The darkest surface of the interface: no flash of white before the page is there. */
const BACKGROUND = '#0e0f12'

export interface WindowOptions {
  readonly preloadFile: string
  readonly icon: string | undefined
  readonly preferences: PreferencesRepository
  /** False for the self-test. */
  readonly isShown: boolean
}

export function createWindow({
  preloadFile,
  icon,
  preferences,
  isShown,
}: WindowOptions): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { isMaximized, ...bounds } = placeWindow(preferences.find(BOUNDS), screens)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'Keyreel',
    backgroundColor: BACKGROUND,
    show: false,
    autoHideMenuBar: true,
    ...(icon === undefined ? {} : { icon }),
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // A hidden or covered editor goes on playing and rendering previews.
      backgroundThrottling: false,
      spellcheck: false,
    },
  })
  if (isMaximized) window.maximize()
  if (isShown) window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    preferences.write(BOUNDS, { ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  })
  return window
}

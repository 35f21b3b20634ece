/** The one window. */
import { BrowserWindow, screen } from 'electron'
import { MINIMUM, standardSize } from './windowSize.ts'

/** The darkest surface of the interface: no flash of white before the page is there. */
const BACKGROUND = '#0e0f12'

/** Hidden, so that its page can load while the store is being opened that knows where the window belongs. */
export function createWindow(preloadFile: string): BrowserWindow {
  return new BrowserWindow({
    ...standardSize(screen.getAllDisplays().map(({ workArea }) => workArea)),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'Keyreel',
    backgroundColor: BACKGROUND,
    show: false,
    autoHideMenuBar: true,
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
}

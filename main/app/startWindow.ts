/**
 * The windowed program: one instance for each store and its window at once; the services behind it are loaded and
 * opened while the page is on its way.
 */
import { once } from 'node:events'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, Menu, session } from 'electron'
import { handleCalls } from '../ipc/handle.ts'
import { fileLog } from '../log/fileLog.ts'
import { defaultLibrary, type Library, libraryAt } from '../services/library.ts'
import type { BehindWindow } from './behindWindow.ts'
import { watchCrashes } from './crashes.ts'
import { APP_ORIGIN } from './csp.ts'
import { serveProtocols } from './protocols.ts'
import { pageFolder, preloadFile } from './resources.ts'
import { secureContents, secureSession } from './security.ts'
import { createWindow } from './window.ts'

export interface WindowedOptions {
  readonly library: string | undefined
  readonly isSelfTest: boolean
  /** Of the environment, for this run only. */
  readonly runwareKey: string | undefined
}

const libraryOf = (given: string | undefined): Library =>
  libraryAt(
    given ?? defaultLibrary({ platform: process.platform, home: homedir(), env: process.env }),
  )

/** electron-vite's server, while the page is developed. */
const devServer = (): string | undefined =>
  app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL || undefined

export async function startWindow(options: WindowedOptions): Promise<void> {
  const { library: given, isSelfTest, runwareKey } = options
  const library = libraryOf(given)
  // Each store has a profile, and with it a lock, of its own.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(library.folder, 'profile'))
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const windows = new Set<BrowserWindow>()
  app.on('second-instance', () => {
    const window = [...windows].at(-1)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  // Said before Electron makes a menu of its own. On macOS ours comes with the services.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  await app.whenReady()

  let behind: BehindWindow | undefined
  let opening: Promise<BehindWindow> | undefined
  /** Begins with whoever asks first: the page may be faster than we are. */
  const opened = (): Promise<BehindWindow> => {
    opening ??= openBehind().then((ready) => {
      behind = ready
      return ready
    })
    return opening
  }
  const secrets = (): readonly string[] => behind?.services.hidden() ?? []
  const log = fileLog({ folder: library.logs, now: () => new Date(), secrets })
  const openBehind = async (): Promise<BehindWindow> => {
    const { openBehindWindow } = await import('./behindWindow.ts')
    return openBehindWindow({ library, log, windows, runwareKey })
  }
  const origin = devServer() ?? APP_ORIGIN
  watchCrashes(log)
  secureContents(log, origin)
  secureSession(session.defaultSession, origin, log)
  serveProtocols(session.defaultSession, {
    pageFolder: pageFolder(),
    origin: new URL(origin).origin === 'null' ? APP_ORIGIN : new URL(origin).origin,
    findMedia: async (what, mediaKey) => (await opened()).services.media.served(what, mediaKey),
    holdMedia: (path) => behind?.services.media.hold(path) ?? (() => undefined),
    log,
  })
  handleCalls({
    answer: async (name, input) => (await opened()).answer(name, input),
    expected: () => ({
      origin,
      webContentsIds: new Set([...windows].map(({ webContents }) => webContents.id)),
    }),
    log,
  })

  const open = async (): Promise<BrowserWindow> => {
    const window = createWindow(preloadFile())
    windows.add(window)
    window.on('closed', () => windows.delete(window))
    const painted = once(window, 'ready-to-show')
    const loaded = window.loadURL(devServer() ?? `${APP_ORIGIN}/index.html`)
    const { place } = await opened()
    const show = place(window)
    if (!isSelfTest) void painted.then(show)
    await loaded
    return window
  }
  const window = await open()
  const { services } = await opened()
  if (isSelfTest) {
    const { selfTest } = await import('./selfTest.ts')
    const { isPassed, report } = await selfTest(services, window)
    await services.close()
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`, () => app.exit(isPassed ? 0 : 1))
    return
  }
  app.on('activate', () => {
    if (windows.size === 0) void open()
  })
}

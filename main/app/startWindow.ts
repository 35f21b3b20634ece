/** The windowed program: one instance for each store, its services, its window, and an orderly end. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, session, shell } from 'electron'
import { compose, type Services } from '../compose.ts'
import { handleCalls } from '../ipc/handle.ts'
import { handlersOf } from '../ipc/handlers.ts'
import type { SystemPorts } from '../ipc/SystemPorts.ts'
import { sendEvent } from '../ipc/sendEvent.ts'
import { fileLog } from '../log/fileLog.ts'
import type { Log } from '../log/Log.ts'
import { defaultLibrary, type Library, libraryAt } from '../services/library.ts'
import { watchCrashes } from './crashes.ts'
import { APP_ORIGIN } from './csp.ts'
import { chooseArchive, chooseMedia, chooseTarget } from './dialogs.ts'
import { setMenu } from './menu.ts'
import { serveProtocols } from './protocols.ts'
import { pageFolder, preloadFile, sampleFootage, windowIcon } from './resources.ts'
import { keyringSecrets } from './secrets.ts'
import { secureContents, secureSession } from './security.ts'
import { selfTest } from './selfTest.ts'
import { createWindow } from './window.ts'

export interface WindowedOptions {
  readonly library: string | undefined
  readonly isSelfTest: boolean
}

const libraryOf = (given: string | undefined): Library =>
  libraryAt(
    given ?? defaultLibrary({ platform: process.platform, home: homedir(), env: process.env }),
  )

/** electron-vite's server, while the page is developed. */
const devServer = (): string | undefined =>
  app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL || undefined

export async function startWindow({ library: given, isSelfTest }: WindowedOptions): Promise<void> {
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
  const current = (): BrowserWindow | undefined => [...windows].at(-1)
  app.on('second-instance', () => {
    const window = current()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  await app.whenReady()

  const early = fileLog({ folder: library.logs, now: () => new Date(), secrets: () => [] })
  watchCrashes(early)
  const services = await openServices(library, early, windows)
  const origin = devServer() ?? APP_ORIGIN
  secureContents(services.log, origin)
  secureSession(session.defaultSession, origin, services.log)
  serveProtocols(session.defaultSession, {
    pageFolder: pageFolder(),
    origin: new URL(origin).origin === 'null' ? APP_ORIGIN : new URL(origin).origin,
    findMedia: services.media.served,
    log: services.log,
  })
  handleCalls(
    {
      handlers: handlersOf(services, systemPorts(current)),
      log: services.log,
      secrets: services.hidden,
    },
    () => ({
      origin,
      webContentsIds: new Set([...windows].map(({ webContents }) => webContents.id)),
    }),
  )
  setMenu((action) => sendEvent(contentsOf(windows), 'menu:action', { action }))
  endOrderly(services)

  const open = async (): Promise<BrowserWindow> => {
    const window = createWindow({
      preloadFile: preloadFile(),
      icon: windowIcon(),
      preferences: services.store.preferences,
      isShown: !isSelfTest,
    })
    windows.add(window)
    window.on('closed', () => windows.delete(window))
    await window.loadURL(devServer() ?? `${APP_ORIGIN}/index.html`)
    return window
  }
  const window = await open()
  if (isSelfTest) {
    const { isPassed, report } = await selfTest(services, window)
    await services.close()
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`, () => app.exit(isPassed ? 0 : 1))
    return
  }
  services.queue.start()
  app.on('activate', () => {
    if (windows.size === 0) void open()
  })
}

async function openServices(
  library: Library,
  log: Log,
  windows: ReadonlySet<BrowserWindow>,
): Promise<Services> {
  const secrets = await keyringSecrets(
    join(library.folder, 'runware.key'),
    process.env.KEYREEL_RUNWARE_KEY,
    log,
  )
  // Not the page's session: that one reaches nothing but this program.
  const network = session.fromPartition('network')
  return compose({
    library: library.folder,
    secrets,
    sampleFootage: sampleFootage(),
    fetch: (input, init) => network.fetch(input instanceof URL ? input.href : input, init),
    announce: (name, payload) => sendEvent(contentsOf(windows), name, payload),
  })
}

const contentsOf = (windows: ReadonlySet<BrowserWindow>) =>
  [...windows].filter((window) => !window.isDestroyed()).map(({ webContents }) => webContents)

const systemPorts = (current: () => BrowserWindow | undefined): SystemPorts => ({
  version: app.getVersion(),
  versions: {
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
    node: process.versions.node,
  },
  chooseMedia: chooseMedia(current),
  chooseArchive: chooseArchive(current),
  chooseTarget: chooseTarget(current),
  copyText: (text) => clipboard.writeText(text),
  openFolder: async (path) => void (await shell.openPath(path)),
  reveal: (path) => shell.showItemInFolder(path),
})

/** Jobs let go and the store is closed before the program ends; what ran goes on at the next start. */
function endOrderly(services: Services): void {
  let isEnding = false
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (isEnding) return
    isEnding = true
    event.preventDefault()
    services
      .close()
      .catch((error: unknown) => services.log.write('error', 'The store did not close', error))
      .finally(() => app.exit(0))
  })
}

/** What works behind the window: the services, who answers its calls, and an orderly end. */
import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, session, shell } from 'electron'
import type { CallName } from '../../shared/ipc/names.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { compose, type Services } from '../compose.ts'
import { answer } from '../ipc/answer.ts'
import { handlersOf } from '../ipc/handlers.ts'
import type { SystemPorts } from '../ipc/SystemPorts.ts'
import { sendEvent } from '../ipc/sendEvent.ts'
import type { Log } from '../log/Log.ts'
import type { Library } from '../services/library.ts'
import type { Words } from '../services/spoken.ts'
import { chooseArchive, chooseFolder, chooseMedia, chooseRequest, chooseTarget } from './dialogs.ts'
import { setMenu } from './menu.ts'
import { sampleFootage, windowIcon } from './resources.ts'
import { keyringSecrets } from './secrets.ts'
import { remember } from './windowMemory.ts'

export interface BehindWindow {
  readonly services: Services
  /** Never rejects: the window always gets a Result. */
  readonly answer: (name: CallName, input: unknown) => Promise<Result<unknown>>
  /** Puts a hidden window where it belongs; answers the way to show it. */
  readonly place: (window: BrowserWindow) => () => void
}

export interface Surroundings {
  readonly library: Library
  readonly log: Log
  readonly windows: ReadonlySet<BrowserWindow>
  /** For this run only; absent: the one that is kept. */
  readonly runwareKey: string | undefined
}

/** @throws StorageError when the store cannot be opened */
export async function openBehindWindow(surroundings: Surroundings): Promise<BehindWindow> {
  const { windows } = surroundings
  const services = await openServices(surroundings)
  const { words } = services.spoken
  const ports = {
    handlers: handlersOf(
      services,
      systemPorts(() => [...windows].at(-1), words),
    ),
    log: services.log,
    secrets: services.hidden,
  }
  const showMenu = (): void =>
    setMenu(words, (action) => sendEvent(contentsOf(windows), 'menu:action', { action }))
  showMenu()
  services.spoken.onChange(showMenu)
  endOrderly(services)
  return {
    services,
    answer: (name, input) => answer(ports, name, input),
    place(window) {
      const icon = windowIcon()
      if (icon !== undefined && process.platform !== 'darwin') window.setIcon(icon)
      return remember(window, services.store.preferences)
    },
  }
}

async function openServices({
  library,
  log,
  windows,
  runwareKey,
}: Surroundings): Promise<Services> {
  const secrets = await keyringSecrets(join(library.folder, 'runware.key'), runwareKey, log)
  return compose({
    library: library.folder,
    secrets,
    sampleFootage: sampleFootage(),
    systemLanguage: app.getLocale(),
    // Not the page's session: that one reaches nothing but this program. Made by the first call that needs it.
    fetch: (input, init) =>
      session.fromPartition('network').fetch(input instanceof URL ? input.href : input, init),
    announce: (name, payload) => sendEvent(contentsOf(windows), name, payload),
  })
}

const contentsOf = (windows: ReadonlySet<BrowserWindow>) =>
  [...windows].filter((window) => !window.isDestroyed()).map(({ webContents }) => webContents)

const systemPorts = (current: () => BrowserWindow | undefined, words: Words): SystemPorts => ({
  version: app.getVersion(),
  versions: {
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
    node: process.versions.node,
  },
  chooseMedia: chooseMedia(current, words),
  chooseFolder: chooseFolder(current, words),
  chooseArchive: chooseArchive(current, words),
  chooseRequest: chooseRequest(current, words),
  chooseTarget: chooseTarget(current, words),
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

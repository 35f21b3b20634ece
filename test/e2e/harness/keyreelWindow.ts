/** Starts the built program in a real window with a store of its own, and ends it as a person would. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { resolveElectron } from '../../../build/electron/resolveElectron.ts'
import { root } from '../../../build/paths.ts'
import { openStore } from '../../../main/database/store.ts'
import { libraryAt } from '../../../main/services/library.ts'

/** `KEYREEL_SLOWER=4 npm run e2e` is the window on a processor a quarter as fast: what races is found there. */
export const SLOWER = Number(process.env.KEYREEL_SLOWER ?? 1)

export interface LaunchOptions {
  /** The store's folder: give the same one to come back later. */
  readonly library: string
  readonly env?: Readonly<Record<string, string>>
  /** Whether first footage opens its dialog; absent: no, timelines are kept as they are. */
  readonly asksAboutFootage?: boolean
  readonly width?: number
  readonly height?: number
  /** Of Chromium's. */
  readonly switches?: readonly string[]
}

export interface KeyreelWindow {
  readonly app: ElectronApplication
  readonly page: Page
  /** Where its store lies. */
  readonly library: string
  /** Faults that reached the page's console. */
  readonly faults: readonly string[]
  /** Everything that page and program said, with the time. */
  readonly said: readonly string[]
  /** Pixels of the window; of the page where that is not enlarged. */
  readonly resize: (width: number, height: number) => Promise<void>
  /** Keeps a picture for the eye under test-output. */
  readonly screenshot: (name: string) => Promise<void>
  readonly close: () => Promise<void>
}

const open = new Set<KeyreelWindow>()

/** Those that nobody has closed yet. */
export const openWindows = (): readonly KeyreelWindow[] => [...open]

export async function launchKeyreel(options: LaunchOptions): Promise<KeyreelWindow> {
  const electron = await resolveElectron()
  prefer(options.library, 'firstFootage', options.asksAboutFootage ? 'ask' : 'keep')
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, ...(options.switches ?? []), root],
    env: {
      ...inherited(),
      ...electron.env,
      // Found by English words, whatever the machine speaks.
      ...{ LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' },
      KEYREEL_LIBRARY: options.library,
      ...options.env,
    },
  })
  const said: string[] = []
  const hear = (who: string, what: unknown): void => {
    said.push(`${new Date().toISOString()} ${who}: ${String(what).trimEnd()}`)
  }
  const program = app.process()
  program.stdout?.on('data', (text) => hear('program', text))
  program.stderr?.on('data', (text) => hear('program', text))
  const page = await app.firstWindow()
  await slowDown(page)
  const faults: string[] = []
  page.on('pageerror', (error) => {
    faults.push(error.message)
    hear('page, thrown', error.stack)
  })
  page.on('console', (message) => {
    const { url, lineNumber } = message.location()
    hear(`page, ${message.type()}`, `${message.text()} (${url}:${lineNumber})`)
    if (message.type() === 'error') faults.push(message.text())
  })
  const resize = async (width: number, height: number): Promise<void> => {
    const setSize = (): Promise<void> =>
      app.evaluate(
        ({ BrowserWindow }, size) => {
          const [window] = BrowserWindow.getAllWindows()
          window?.setContentSize(size.width, size.height)
        },
        { width, height },
      )
    // A collection of garbage may take the driver's own promise along while the program starts; again does no harm.
    for (let attempt = 1; ; attempt++) {
      const failure = await setSize().then(
        () => null,
        (error: unknown) => error,
      )
      if (failure === null) break
      if (attempt === 10 || !String(failure).includes('garbage collected')) throw failure
    }
    const scale = await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 1,
    )
    // Whole pixels of the page, which an enlarged one has fewer of.
    await page.waitForFunction((wanted) => Math.abs(window.innerWidth - wanted) < 1, width / scale)
  }
  const keyreel: KeyreelWindow = {
    ...{ app, page, library: options.library, faults, said, resize },
    screenshot: async (name) => {
      const folder = join(root, 'test-output', 'screenshots')
      await mkdir(folder, { recursive: true })
      // Of an enlarged page the driver would cut off what its own pixels are more of.
      const devtools = await page.context().newCDPSession(page)
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' })
      await devtools.detach()
      await writeFile(join(folder, `${name}.png`), Buffer.from(data, 'base64'))
    },
    close: async () => {
      open.delete(keyreel)
      await app.close()
    },
  }
  open.add(keyreel)
  await resize(options.width ?? 1440, options.height ?? 900)
  return keyreel
}

async function slowDown(page: Page): Promise<void> {
  if (SLOWER === 1) return
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}

/** As if somebody had chosen so in the settings before. */
function prefer(folder: string, key: string, value: unknown): void {
  const store = openStore(libraryAt(folder).database)
  store.preferences.write(key, value)
  store.close()
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )

/** Records what the main process says to its windows, answers and events alike, on main's side of the wall. */
import type { ElectronApplication } from 'playwright-core'

/** Everything recorded by {@link tapMessages} is kept here, inside the main process. */
interface Tapped {
  keyreelTap?: string[]
}

export async function tapMessages(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain, webContents }) => {
    const tapped = globalThis as Tapped
    const said: string[] = []
    tapped.keyreelTap = said
    // Electron's own table of what answers the page's calls.
    const handlers = (
      ipcMain as unknown as { _invokeHandlers: Map<string, (...all: unknown[]) => unknown> }
    )._invokeHandlers
    for (const [channel, answer] of handlers) {
      handlers.set(channel, async (...all) => {
        const value = await answer(...all)
        said.push(`${channel} ${JSON.stringify(value)}`)
        return value
      })
    }
    for (const contents of webContents.getAllWebContents()) {
      const send = contents.send.bind(contents)
      contents.send = (channel, ...all) => {
        said.push(`${channel} ${JSON.stringify(all)}`)
        send(channel, ...all)
      }
    }
  })
}

export const tappedMessages = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as Tapped).keyreelTap ?? [])

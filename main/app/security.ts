/** Walls around the window, for every page that is ever shown in this program. */
import { app, type Session, type WebContents } from 'electron'
import { MEDIA_SCHEME } from '../../shared/ipc/api.ts'
import { originOf } from '../ipc/sender.ts'
import type { Log } from '../log/Log.ts'
import { APP_SCHEME } from './csp.ts'

const LOCAL_SCHEMES = [APP_SCHEME, MEDIA_SCHEME, 'devtools', 'blob', 'data']

/**
 * Denies every permission but that of filling the screen, and every address that is not ours. `origin` is the page's own.
 */
export function secureSession(session: Session, origin: string, log: Log): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    if (permission === 'fullscreen' && originOf(contents.getURL()) === originOf(origin)) {
      answer(true)
      return
    }
    log.write('warn', `The page asked for "${permission}" and was denied`)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url)
    const isOurs =
      LOCAL_SCHEMES.includes(protocol.replace(/:$/, '')) || isSameHost(details.url, origin)
    if (!isOurs) log.write('warn', 'The page tried to reach another address', details.url)
    answer({ cancel: !isOurs })
  })
}

/** The dev server's socket has another scheme than its page. */
const isSameHost = (address: string, origin: string): boolean =>
  URL.canParse(origin) && new URL(address).host === new URL(origin).host

/** No page leads away, opens windows or embeds others. */
export function secureContents(log: Log, origin: string): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event, url) => {
      if (originOf(url) === originOf(origin)) return
      event.preventDefault()
      log.write('warn', 'A navigation was stopped', url)
    })
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame) return
      event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      log.write('warn', 'A new window was stopped', url)
      return { action: 'deny' }
    })
  })
}

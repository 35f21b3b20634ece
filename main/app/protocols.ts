/** The two schemes of the window: its own page, and the store's media. */
import { protocol, type Session } from 'electron'
import { MEDIA_SCHEME } from '../../shared/ipc/api.ts'
import type { Log } from '../log/Log.ts'
import type { MediaRequest } from '../services/media.ts'
import { APP_SCHEME } from './csp.ts'
import { answerMedia } from './mediaAnswer.ts'
import { answerPage } from './pageAnswer.ts'

/** Must run before the application is ready, hence synchronously while the program loads. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    {
      scheme: MEDIA_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        stream: true,
      },
    },
  ])
}

export function serveProtocols(
  { protocol }: Session,
  ports: {
    /** The built page. */
    readonly pageFolder: string
    readonly origin: string
    readonly findMedia: (what: MediaRequest, mediaKey: string) => Promise<string | undefined>
    readonly holdMedia: (path: string) => () => void
    readonly log: Log
  },
): void {
  const { pageFolder, origin, findMedia: find, holdMedia: hold, log } = ports
  protocol.handle(APP_SCHEME, (request) => answerPage(request, pageFolder))
  protocol.handle(MEDIA_SCHEME, (request) => answerMedia(request, { find, hold, origin, log }))
}

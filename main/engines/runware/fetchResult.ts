/** Brings a finished task's files into the working folder, asking for fresh links where the old ones died. */

import { extname, join } from 'node:path'
import { GenerationError } from '../../../shared/generation/failure.ts'
import type { VideoInferenceResult } from '../../../shared/generation/request.ts'
import { say } from '../../../shared/words/say.ts'
import { backoff } from './clock.ts'
import { checkAddress, type DownloadEnd, type DownloadPorts, download } from './download.ts'
import { freshResult } from './poll.ts'
import type { CallPorts } from './submit.ts'

/** How often a fresh link is asked for before the take is given up for now. */
const FRESH_LINKS = 5

export interface FetchedResult {
  /** With the links that worked. */
  readonly result: VideoInferenceResult
  readonly video: string
  readonly extras: readonly string[]
}

/** @throws GenerationError, always with `mayBeBilled`: the take exists and was paid for. */
export async function fetchResult(
  first: VideoInferenceResult,
  folder: string,
  ports: CallPorts,
  limits: Pick<DownloadPorts, 'fetch' | 'allowsLoopback' | 'maxBytes'>,
): Promise<FetchedResult> {
  const downloadPorts = { ...ports, ...limits }
  let result = first
  let end: DownloadEnd = 'expired'
  for (let attempt = 0; attempt <= FRESH_LINKS; attempt++) {
    if (attempt > 0) {
      ports.note(say('progress:freshLink'))
      await ports.clock.wait(backoff(attempt), ports.signal)
      result = (await freshResult(result.taskUUID, ports)) ?? result
    }
    end = await fetchAll(result, folder, downloadPorts)
    if (end === 'whole') {
      const extras = extraFiles(result).map(({ name }) => join(folder, name))
      return { result, video: join(folder, 'result.mp4'), extras }
    }
  }
  if (end === 'foreign') {
    const addresses = [result.videoURL, ...extraFiles(result).map(({ url }) => url)]
    for (const address of addresses) checkAddress(address, limits.allowsLoopback)
  }
  throw new GenerationError(
    end === 'expired' ? say('engine:linksExpired') : say('engine:notVideo'),
    { kind: 'provider', mayBeBilled: true },
  )
}

async function fetchAll(
  result: VideoInferenceResult,
  folder: string,
  ports: DownloadPorts,
): Promise<DownloadEnd> {
  const picture = { folder, name: 'result.mp4', isVideo: true }
  const end = await download(result.videoURL, picture, ports)
  if (end !== 'whole') return end
  for (const { url, name } of extraFiles(result)) {
    const extra = await download(url, { folder, name, isVideo: false }, ports)
    if (extra !== 'whole') return extra
  }
  return 'whole'
}

/** Further files get names of our own: the service's words never reach the file system. */
function extraFiles(result: VideoInferenceResult): { url: string; name: string }[] {
  return (result.outputs?.files ?? [])
    .filter(({ url }) => url !== result.videoURL)
    .map(({ url }, i) => {
      const extension = URL.canParse(url) ? extname(new URL(url).pathname) : ''
      const safe = /^\.\w{1,5}$/.test(extension) ? extension.toLowerCase() : '.bin'
      return { url, name: `extra-${i + 1}${safe}` }
    })
}

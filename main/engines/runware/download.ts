/**
 * Fetches a result: only from the service's own hosts, only so large, only if it is what it should be, taken up
 * again where it broke off, and under its final name only once it is whole.
 */

import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { GenerationError } from '../../../shared/generation/failure.ts'
import { mediaTypeOf, SIGNATURE_BYTES } from '../../../shared/generation/mediaType.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import type { Fetch } from './client.ts'
import { backoff, type Clock } from './clock.ts'

export interface DownloadPorts {
  readonly fetch: Fetch
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly note: (note: Said) => void
  /** Results may also lie on this computer; only where the service itself does. */
  readonly allowsLoopback: boolean
  /** Bytes. */
  readonly maxBytes: number
}

/** `foreign`: the address is not one of the service's, so nothing was asked for there. */
export type DownloadEnd = 'whole' | 'expired' | 'wrong' | 'foreign'

const HOSTS = /(^|\.)runware\.ai$/
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
const TRIES = 10
const REDIRECTIONS = 3

const failed = (said: Said, detail: string): GenerationError =>
  new GenerationError(said, { kind: 'provider', detail, mayBeBilled: true })

function isOfService(address: string, allowsLoopback: boolean): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  const isService = url?.protocol === 'https:' && HOSTS.test(url.hostname)
  const isLoopback = allowsLoopback && url?.protocol === 'http:' && LOOPBACK.has(url.hostname)
  return isService || isLoopback
}

/** @throws GenerationError unless the address belongs to the service. */
export function checkAddress(address: string, allowsLoopback: boolean): URL {
  if (isOfService(address, allowsLoopback)) return new URL(address)
  const url = URL.canParse(address) ? new URL(address) : null
  throw failed(say('engine:strangeAddress'), `address: ${url?.origin ?? 'unreadable'}`)
}

interface Partial {
  readonly path: string
  size: number
  etag: string | null
}

/**
 * Fetches `address` to `name` in `folder`. `expired` and `wrong` (not the media it should be) ask for a fresh
 * address; a connection that fails is tried again here.
 * @throws GenerationError when the file is too large, the host is foreign, or nothing arrives after many tries.
 */
export async function download(
  address: string,
  target: { readonly folder: string; readonly name: string; readonly isVideo: boolean },
  ports: DownloadPorts,
): Promise<DownloadEnd> {
  if (!isOfService(address, ports.allowsLoopback)) return 'foreign'
  const path = join(target.folder, target.name)
  const partial: Partial = { path: `${path}.part`, size: 0, etag: null }
  await rm(partial.path, { force: true })
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = partial.size
    const end = await fetchPart(address, partial, target.isVideo, ports)
    if (end === 'whole') {
      if (!(await isAsNamed(partial.path, target))) return discard(partial, 'wrong')
      await rename(partial.path, path)
      return 'whole'
    }
    if (end !== 'broken') return discard(partial, end)
    // Progress is worth any number of tries: only a connection that gives nothing is given up.
    if (partial.size > before) attempt = 0
    ports.note(say('progress:downloadAgain'))
    await ports.clock.wait(backoff(attempt), ports.signal)
  }
  throw new GenerationError(say('engine:notDownloaded'), { kind: 'connection', mayBeBilled: true })
}

async function discard(partial: Partial, end: DownloadEnd): Promise<DownloadEnd> {
  await rm(partial.path, { force: true })
  return end
}

/** A video is known by its beginning; of further files only EXR is known, others are kept as they come. */
async function isAsNamed(
  path: string,
  { name, isVideo }: { readonly name: string; readonly isVideo: boolean },
): Promise<boolean> {
  const start = new Uint8Array(SIGNATURE_BYTES)
  const handle = await open(path)
  try {
    await handle.read(start, 0, SIGNATURE_BYTES, 0)
  } finally {
    await handle.close()
  }
  const type = mediaTypeOf(start)
  if (isVideo) return type?.startsWith('video/') === true
  return !name.endsWith('.exr') || type === 'image/x-exr'
}

async function fetchPart(
  address: string,
  partial: Partial,
  isVideo: boolean,
  ports: DownloadPorts,
): Promise<DownloadEnd | 'broken'> {
  try {
    const response = await request(address, partial, ports)
    if (response.status === 416 && partial.size > 0) {
      partial.size = 0
      return 'broken'
    }
    if ([401, 403, 404, 410].includes(response.status)) return 'expired'
    if (!response.ok || !response.body) return 'broken'
    const type = response.headers.get('content-type')
    if (isVideo ? !isVideoType(type) : isPage(type)) {
      await response.body.cancel()
      return 'wrong'
    }
    return await writeBody(response, response.body, partial, ports)
  } catch (fault) {
    ports.signal.throwIfAborted()
    if (fault instanceof GenerationError || isDiskFault(fault)) throw fault
    return 'broken'
  }
}

/** What is shown instead of a file: a sign-in, an error. */
const isPage = (type: string | null): boolean => /^text\/html/i.test(type ?? '')

/** File servers often know only bytes, and the content is looked at anyway. */
const isVideoType = (type: string | null): boolean =>
  type === null || /^(video\/|(application|binary)\/octet-stream)/i.test(type)

const isDiskFault = (fault: unknown): boolean =>
  fault instanceof Error &&
  'syscall' in fault &&
  ['open', 'write', 'ftruncate'].includes(String(fault.syscall))

async function request(
  address: string,
  partial: Partial,
  { fetch, signal, allowsLoopback }: DownloadPorts,
): Promise<Response> {
  let url = checkAddress(address, allowsLoopback)
  const headers =
    partial.size > 0
      ? {
          Range: `bytes=${partial.size}-`,
          ...(partial.etag === null ? {} : { 'If-Range': partial.etag }),
        }
      : undefined
  for (let hop = 0; ; hop++) {
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      ...(headers ? { headers } : {}),
    })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) return response
    await response.body?.cancel()
    if (hop >= REDIRECTIONS) throw failed(say('engine:circles'), '')
    url = checkAddress(new URL(location, url).href, allowsLoopback)
  }
}

async function writeBody(
  response: Response,
  body: ReadableStream<Uint8Array>,
  partial: Partial,
  { maxBytes }: DownloadPorts,
): Promise<'whole' | 'broken'> {
  const isContinued = response.status === 206
  if (!isContinued) partial.size = 0
  partial.etag = response.headers.get('etag')
  const announced = Number(response.headers.get('content-length') ?? Number.NaN)
  const total = partial.size + announced
  const tooLarge = (): GenerationError =>
    failed(
      say('engine:tooLarge', { megabytes: Math.round(maxBytes / 1024 / 1024) }),
      `announced: ${announced}`,
    )
  if (total > maxBytes) throw tooLarge()
  const handle = await open(partial.path, isContinued ? 'r+' : 'w')
  try {
    for await (const chunk of body) {
      if (partial.size + chunk.length > maxBytes) throw tooLarge()
      await handle.write(chunk, 0, chunk.length, partial.size)
      partial.size += chunk.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return Number.isNaN(total) || partial.size === total ? 'whole' : 'broken'
}

/** Answers `keyreel-media://store/<what>/<mediaKey>`: known media and cache entries only, with byte ranges. Electron-free. */
import { type FileHandle, open } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { MEDIA_SCHEME } from '../../shared/ipc/api.ts'
import type { Log } from '../log/Log.ts'
import type { MediaRequest } from '../services/media.ts'
import { parseRange } from './byteRange.ts'

/** Shorter ranges are read before they are answered: a stream of them costs more than they do. */
const AT_ONCE_BYTES = 1024 * 1024

const WHATS: readonly MediaRequest[] = [
  ...(['original', 'proxy', 'poster', 'filmstrip', 'peaks', 'thumbnail', 'tiles'] as const),
]

const TYPES: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mkv': 'video/x-matroska',
  '.webm': 'video/webm',
  '.avi': 'video/x-msvideo',
  '.ts': 'video/mp2t',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
}

/** Undefined for whatever is no address of the store. */
export function parseMediaAddress(
  address: string,
): { readonly what: MediaRequest; readonly mediaKey: string } | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, pathname } = new URL(address)
  if (protocol !== `${MEDIA_SCHEME}:` || host !== 'store') return undefined
  const [, what, key, ...rest] = pathname.split('/')
  const known = WHATS.find((name) => name === what)
  if (!known || !key || rest.length > 0) return undefined
  // A content key is a size and hexadecimal digits and needs no escapes; whatever could be a path is refused already.
  const form = known === 'tiles' ? /^[\w-]+\.\d+-\d+$/ : /^[\w-]+$/
  return form.test(key) ? { what: known, mediaKey: key } : undefined
}

export interface MediaAnswerPorts {
  /** The file behind an address; undefined for what the store did not make or approve. */
  readonly find: (what: MediaRequest, mediaKey: string) => Promise<string | undefined>
  /** Keeps the file from being removed while it is read; answers the function that lets it go. */
  readonly hold: (path: string) => () => void
  /** The page that may read the answers. */
  readonly origin: string
  readonly log: Log
}

export async function answerMedia(request: Request, ports: MediaAnswerPorts): Promise<Response> {
  const shared = {
    'Access-Control-Allow-Origin': ports.origin,
    'Access-Control-Allow-Headers': 'Range',
    'Access-Control-Expose-Headers': 'Content-Range, Content-Length, Accept-Ranges',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
  }
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: shared })
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { ...shared, Allow: 'GET, HEAD' } })
  }
  const address = parseMediaAddress(request.url)
  const found = address && (await openedAt(() => ports.find(address.what, address.mediaKey), ports))
  if (!found) return new Response(null, { status: 404, headers: shared })
  const { file, size, path } = found
  const headers = {
    ...shared,
    'Accept-Ranges': 'bytes',
    'Content-Type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    // Content of a key never changes, but derived files can be made anew.
    'Cache-Control': 'no-cache',
  }
  const range = parseRange(request.headers.get('Range'), size)
  if (range === 'unsatisfiable') {
    await file.close()
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${size}` },
    })
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range
  const described = {
    ...headers,
    'Content-Length': String(end - start + 1),
    ...(range === 'whole' ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  }
  const status = range === 'whole' ? 200 : 206
  if (request.method === 'HEAD' || size === 0) {
    await file.close()
    return new Response(null, { status, headers: described })
  }
  if (end - start < AT_ONCE_BYTES) {
    const bytes = await readAt(found, start, end, ports)
    return bytes
      ? new Response(atOnce(bytes), { status, headers: described })
      : new Response(null, { status: 404, headers: shared })
  }
  const letGo = ports.hold(path)
  return new Response(streamOf(file, start, end, ports.log, letGo), { status, headers: described })
}

interface Opened {
  readonly path: string
  readonly file: FileHandle
  /** Bytes. */
  readonly size: number
}

/**
 * The file that is read from then on, whatever happens to its name: what is being made is replaced under its readers by a
 * fuller one, and gets its own name when it is whole. Where that came between finding and opening it is found once more.
 */
async function openedAt(
  find: () => Promise<string | undefined>,
  { log }: Pick<MediaAnswerPorts, 'log'>,
): Promise<Opened | undefined> {
  let missed: string | undefined
  for (;;) {
    const path = await find()
    if (path === undefined || path === missed) return undefined
    try {
      const file = await open(path)
      const found = await file.stat()
      if (found.isFile()) return { path, file, size: found.size }
      await file.close()
    } catch (error) {
      log.write('info', 'A file that the window asked for is not there', error)
    }
    missed = path
  }
}

/** As a body; bytes that are handed to Response itself are copied by it. */
const atOnce = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(body) {
      body.enqueue(bytes)
      body.close()
    },
  })

/** Undefined where the file has become shorter meanwhile, or cannot be read. */
async function readAt(
  { file }: Opened,
  start: number,
  end: number,
  { log }: Pick<MediaAnswerPorts, 'log'>,
): Promise<Uint8Array | undefined> {
  try {
    const bytes = new Uint8Array(end - start + 1)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    return bytesRead === bytes.length ? bytes : undefined
  } catch (error) {
    log.write('warn', 'A medium could not be read', error)
    return undefined
  } finally {
    await file.close()
  }
}

/** Closing the reader's end closes the file: players drop most requests half-way. */
function streamOf(
  opened: FileHandle,
  start: number,
  end: number,
  log: Log,
  letGo: () => void,
): ReadableStream<Uint8Array> {
  const file = opened.createReadStream({ start, end, highWaterMark: 256 * 1024 })
  file.on('close', letGo)
  file.on('error', (error) => {
    if (error.name !== 'AbortError')
      log.write('warn', 'A medium could not be read to its end', error)
  })
  return Readable.toWeb(file) as ReadableStream<Uint8Array>
}

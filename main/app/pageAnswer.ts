/** Answers `keyreel-app://app/…` from the built page's folder, each answer with the content security policy. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { MEDIA_SCHEME } from '../../shared/ipc/api.ts'
import { APP_ORIGIN, contentSecurityPolicy } from './csp.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The file behind an address; undefined for whatever lies outside the folder or is of no kind that we ship. */
export function pageFile(folder: string, address: string): string | undefined {
  if (!URL.canParse(address) || !address.startsWith(`${APP_ORIGIN}/`)) return undefined
  const path = new URL(address).pathname
  // Names that we ship need no escapes, and escapes could hide a way out.
  if (path.includes('%')) return undefined
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  return file.startsWith(folder + sep) && extname(file) in TYPES ? file : undefined
}

export async function answerPage(request: Request, folder: string): Promise<Response> {
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(MEDIA_SCHEME),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
  const file = pageFile(folder, request.url)
  if (request.method !== 'GET' || file === undefined) {
    return new Response('Not found', { status: 404, headers })
  }
  try {
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { ...headers, 'Content-Type': type },
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return new Response('Not found', { status: 404, headers })
  }
}

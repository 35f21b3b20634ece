/** The files behind the media strings of a request. The local engine never leaves the machine to get one. */

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GenerationError } from '../../../shared/generation/failure.ts'
import { mediaTypeOf } from '../../../shared/generation/mediaType.ts'
import { say } from '../../../shared/words/say.ts'
import type { LocalInputs } from '../GenerationEngine.ts'

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
}

const DATA_URI = /^data:[^,]*?(;base64)?,/i

/** %41 -> A, byte by byte: decodeURIComponent would read the bytes as UTF-8. */
const decodePercent = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

/** What to call a media string in a sentence: whole when short. */
const shown = (reference: string): string =>
  reference.length > 80 ? `${reference.slice(0, 77)}...` : reference

/** @throws GenerationError when the bytes are no media. */
function decodeDataUri(reference: string, field: string): { bytes: Buffer; extension: string } {
  const isBase64 = DATA_URI.exec(reference)?.[1] !== undefined
  const body = reference.slice(reference.indexOf(',') + 1)
  const bytes = Buffer.from(isBase64 ? body : decodePercent(body), isBase64 ? 'base64' : 'latin1')
  const extension = EXTENSIONS[mediaTypeOf(bytes) ?? '']
  if (extension !== undefined) return { bytes, extension }
  throw new GenerationError(say('engine:dataUriUnknown', { field }), { kind: 'input' })
}

/**
 * The file for one media string; a data URI is written to `folder` as `name`.
 * @throws GenerationError 'input' for addresses and identifiers, which only the service can reach.
 */
export async function resolveInput(
  reference: string,
  where: { readonly inputs: LocalInputs; readonly folder: string },
  field: string,
  name: string,
): Promise<string> {
  const given = where.inputs.get(reference)
  if (given !== undefined) return given
  if (DATA_URI.test(reference)) {
    const { bytes, extension } = decodeDataUri(reference, field)
    const path = join(where.folder, `${name}.${extension}`)
    await writeFile(path, bytes)
    return path
  }
  if (/^https?:/i.test(reference)) {
    throw new GenerationError(say('engine:noNetwork', { field, reference: shown(reference) }), {
      kind: 'input',
    })
  }
  throw new GenerationError(say('engine:noStoredMedia', { field, reference: shown(reference) }), {
    kind: 'input',
  })
}

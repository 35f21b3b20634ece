/** An .otio file with the media it names, as a project. */
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OtioUnreadable, parseOtio } from '../../shared/interchange/otio.ts'
import { mediaUrls, sequenceRates } from '../../shared/interchange/otioMedia.ts'
import type { OtioPorts } from '../../shared/interchange/otioReading.ts'
import { type OtioReading, readOtio } from '../../shared/interchange/readOtio.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { AssetId } from '../../shared/model/ids.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Media } from '../services/media.ts'
import { CommandFailed, EXIT, exitCodeOf } from './exitCodes.ts'
import { isFile } from './isFile.ts'
import { readTextFile } from './readTextFile.ts'

export interface TimelineFile extends OtioReading {
  /** The file behind an asset of the project. */
  readonly fileOf: (asset: Asset) => string
}

/** @throws CommandFailed for an unreadable file and for missing media, naming each; MediaError for broken media. */
export async function readTimeline(
  path: string,
  media: Pick<Media, 'look'>,
  format: OtioPorts['format'],
  signal: AbortSignal,
): Promise<TimelineFile> {
  const root = await readRoot(path)
  const urls = mediaUrls(root)
  const places = new Map(urls.map((url) => [url, placeOf(url, dirname(resolve(path)))]))
  await requireAll(basename(path), places)
  const rates = sequenceRates(root)
  const files = new Map<string, string>()
  const assets = new Map<string, Asset>()
  const byPlace = new Map<string, Asset>()
  for (const [url, place] of places) {
    if (place === undefined) continue
    const known = byPlace.get(place)
    if (known) {
      assets.set(url, known)
      continue
    }
    const id = `asset${byPlace.size + 1}` as AssetId
    const looked = await media.look(place, signal, rates.get(url))
    const asset: Asset = {
      ...{ id, name: basename(place), mediaKey: id, origin: 'footage' },
      info: looked.info,
    }
    byPlace.set(place, asset)
    files.set(id, looked.path)
    assets.set(url, asset)
  }
  let count = 0
  const reading = readOtio(root, {
    assetFor: (url) => assets.get(url),
    makeId: <T extends string>() => `id${++count}` as T,
    words: inEnglish,
    ...(format && { format }),
  })
  return { ...reading, fileOf: (asset) => files.get(asset.id) ?? '' }
}

async function readRoot(path: string): Promise<ReturnType<typeof parseOtio>> {
  const content = await readTextFile(path, 'an OTIO timeline')
  try {
    return parseOtio(content)
  } catch (error) {
    if (!(error instanceof OtioUnreadable)) throw error
    throw new CommandFailed(
      `"${basename(path)}" cannot be read as an OTIO timeline: ${error.message}.`,
      exitCodeOf(error),
    )
  }
}

/** The local file a URL or path means, relative to the timeline's folder; undefined for the network. */
function placeOf(url: string, folder: string): string | undefined {
  if (/^file:\/\//i.test(url)) {
    try {
      return fileURLToPath(url)
    } catch (error) {
      // `file://a.mov`, as some programs write: a relative path behind the scheme.
      if (error instanceof TypeError) return resolve(folder, url.slice('file://'.length))
      throw error
    }
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(url) && !/^[a-z]:[\\/]/i.test(url)) return undefined
  return resolve(folder, url)
}

async function requireAll(
  name: string,
  places: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const missing: string[] = []
  for (const [url, place] of places) {
    const found = place !== undefined && (await isFile(place))
    if (!found) missing.push(place ?? `${url} (not a local file)`)
  }
  if (missing.length === 0) return
  const [first, ...others] = missing
  const more = others.length === 0 ? '' : ` and ${others.length} more (${others.join(', ')})`
  throw new CommandFailed(
    `"${name}" names media that is not there: ${first}${more}. Put it back or correct the timeline; nothing was written.`,
    EXIT.missingMedia,
  )
}

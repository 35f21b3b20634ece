/** Image sequences: numbered pictures as one medium with a rate, which can be changed. */
import { realpath } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { AssetId } from '../../shared/model/ids.ts'
import { holesIn, type ImageSequence, pictureName } from '../../shared/model/imageSequence.ts'
import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import { atRate, sequenceInfo } from '../../shared/model/sequenceInfo.ts'
import { type Rational, rational } from '../../shared/time/rational.ts'
import { say } from '../../shared/words/say.ts'
import type { MediaRow } from '../database/repositories/media.ts'
import { absent } from '../files/absent.ts'
import type { ApprovedPaths } from '../files/approvedPaths.ts'
import { type NumberedRun, namesIn } from '../files/numberedRuns.ts'
import { keepSequence, numbersOf, picturesOf, readSequence } from '../files/sequenceFolder.ts'
import { keyAtRate, sequenceKey } from '../files/sequenceKey.ts'
import { type MediaEngine, MediaError } from '../media/MediaEngine.ts'
import { ServiceError } from './ServiceError.ts'

/** Pictures a second where nobody says. */
const USUAL_RATE = rational(24)

/** Of the formats that sequences may have, by the codec that probing finds: names may be wrong. */
const ENDINGS: Readonly<Record<string, string>> = {
  ...{ png: '.png', mjpeg: '.jpg', tiff: '.tif', exr: '.exr', dpx: '.dpx' },
}

export const nameOfRun = ({ numbers, ...run }: NumberedRun): string =>
  nameOf(run, numbers[0] ?? 0, numbers.at(-1) ?? 0)

/** Of a medium that is one. */
export const nameOfSequence = (sequence: ImageSequence, length: number): string =>
  nameOf(sequence, sequence.first, sequence.first + length - 1)

type Named = Pick<ImageSequence, 'prefix' | 'suffix' | 'digits'>

/** What a sequence is called: `shot.[1001-1100].png`. */
function nameOf({ prefix, suffix, digits }: Named, first: number, last: number): string {
  const bare = { prefix: '', suffix: '', digits }
  return `${prefix}[${pictureName(bare, first)}-${pictureName(bare, last)}]${suffix}`
}

/** A medium as it is kept: by which path, and what it holds. */
export interface KeptSequence {
  readonly mediaKey: string
  readonly path: string
  readonly info: MediaInfo
  readonly name: string
}

export interface SequencePorts {
  readonly engine: Pick<MediaEngine, 'probe'>
  readonly paths: ApprovedPaths
  /** In which each sequence has a folder. */
  readonly folder: string
}

/** @throws MediaError, PathError, NodeJS.ErrnoException */
export async function bringInRun(
  { engine, paths, folder }: SequencePorts,
  run: NumberedRun,
  rate: Rational = USUAL_RATE,
): Promise<KeptSequence> {
  const [firstName = ''] = namesIn(run)
  // Approved as every file is; the others are plain files beside it.
  const real = paths.resolve(await paths.approve(join(run.folder, firstName)))
  const still = await engine.probe(real)
  const ending = ENDINGS[still.video[0]?.codec ?? '']
  if (still.kind !== 'still' || ending === undefined) {
    throw new MediaError(say('media:notMedia', { name: firstName }), 'notMedia')
  }
  const { mediaKey, byteSize } = await sequenceKey(run, rate)
  const sequence: ImageSequence = {
    ...{ prefix: run.prefix, suffix: run.suffix, digits: run.digits },
    ...{ first: run.numbers[0] ?? 0, missing: holesIn(run.numbers) },
  }
  const length = (run.numbers.at(-1) ?? 0) - sequence.first + 1
  const info = sequenceInfo(still, { sequence, length, byteSize }, rate)
  const kept = { ...run, folder: dirname(real) }
  const path = await keepSequence(folder, mediaKey, kept, info, ending)
  return { mediaKey, path, info, name: nameOfRun(run) }
}

/**
 * The same pictures at another rate: a medium of its own, since all that is made of it has its times.
 * @throws ServiceError for what is no sequence, or whose pictures are not there
 */
export async function interpretRun(
  { folder }: Pick<SequencePorts, 'folder'>,
  row: MediaRow | undefined,
  rate: Rational,
): Promise<KeptSequence> {
  if (!row?.info.sequence) throw new ServiceError('badInput', say('media:noSequence'))
  const facts = await readSequence(row.path)
  const pictures = await realpath(picturesOf(row.path)).catch(absent)
  if (!facts?.sequence || pictures === undefined) {
    throw new ServiceError('media', say('media:gone', { name: row.info.sequence.prefix }))
  }
  const { prefix, suffix, digits } = facts.sequence
  const run = { folder: pictures, prefix, suffix, digits, numbers: numbersOf(facts) }
  const mediaKey = keyAtRate(row.mediaKey, rate)
  const info = atRate(facts, rate)
  const path = await keepSequence(folder, mediaKey, run, info, extname(row.path))
  return { mediaKey, path, info, name: nameOfRun(run) }
}

/** The document's side of a sequence that was brought in. */
export const assetOfSequence = ({ mediaKey, info, name }: KeptSequence) => ({
  id: crypto.randomUUID() as AssetId,
  ...{ name, mediaKey, origin: 'footage' as const, info },
})

/** Which medium a file is: by size and samples of its content, and by all of it where that alone would take two for one. */
import { stat } from 'node:fs/promises'
import type { MediaRow } from '../database/repositories/media.ts'
import type { Store } from '../database/store.ts'
import { absent } from '../files/absent.ts'
import { contentKey, fullHash, keyWithHash, SAMPLED_WHOLE } from '../files/identity.ts'

/** SHA-256 of a medium's whole content, once the job that makes it has ended. */
export const hashOf = ({ preparations }: Pick<Store, 'preparations'>, mediaKey: string) =>
  preparations.of(mediaKey).find(({ what, state }) => what === 'hash' && state === 'ready')?.facts
    ?.sha256

async function knownHash(store: Pick<Store, 'preparations'>, row: MediaRow) {
  const known = hashOf(store, row.mediaKey)
  if (known !== undefined) return known
  const found = await stat(row.path).catch(absent)
  return found?.size === row.byteSize ? fullHash(row.path) : undefined
}

/**
 * Recordings of one length that are silent, or black, where samples are taken have one content key; the second of them gets
 * another. Only then is the file read whole.
 * @throws NodeJS.ErrnoException when the file cannot be read.
 */
export async function keyOf(
  store: Pick<Store, 'media' | 'preparations'>,
  path: string,
): Promise<string> {
  const [key, { size, mtimeMs }] = await Promise.all([contentKey(path), stat(path)])
  const rows = store.media.sharing(key)
  if (rows.length === 0 || size <= SAMPLED_WHOLE) return key
  const unchanged = rows.find(
    (row) => row.path === path && row.modifiedAt === Math.trunc(mtimeMs) && row.byteSize === size,
  )
  if (unchanged) return unchanged.mediaKey
  const mine = await fullHash(path)
  for (const row of rows) {
    const other = await knownHash(store, row)
    // Of a file that is gone and was never read whole, nothing tells it apart.
    if (other === mine || other === undefined) return row.mediaKey
  }
  return keyWithHash(key, mine)
}

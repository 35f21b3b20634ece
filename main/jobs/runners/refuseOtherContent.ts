import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { say } from '../../../shared/words/say.ts'
import type { MediaRow } from '../../database/repositories/media.ts'
import { absent } from '../../files/absent.ts'
import { isContent } from '../../files/identity.ts'
import { isSequenceThere } from '../../files/sequenceFolder.ts'
import { MediaError } from '../../media/MediaEngine.ts'

/**
 * What is made of a file is kept by the content it had, so it must still have it: neither grown nor overwritten meanwhile.
 * @throws MediaError
 */
export async function refuseOtherContent({ path, mediaKey, byteSize, modifiedAt, info }: MediaRow) {
  const name = basename(path)
  const found = await stat(path).catch(absent)
  if (info.sequence && !(await isSequenceThere(path))) {
    throw new MediaError(say('media:pictureGone', { name: info.sequence.prefix }), 'missing')
  }
  if (!found) throw new MediaError(say('media:gone', { name }), 'missing')
  if (found.size === byteSize && Math.trunc(found.mtimeMs) === modifiedAt) return
  if (found.size === byteSize && (await isContent(path, mediaKey))) return
  throw new MediaError(say('media:otherContent', { name }), 'unreadable')
}

import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import type { MediaRow } from '../../database/repositories/media.ts'
import { contentKey } from '../../files/identity.ts'
import type { MediaStore } from '../../files/mediaStore.ts'
import { type Clock, isoTime } from '../../services/Clock.ts'

/** Moves a finished result into the media store; the row is for the transaction that keeps it. */
export async function keepResult(
  { files, clock }: { readonly files: MediaStore; readonly clock: Clock },
  video: string,
  info: MediaInfo,
): Promise<MediaRow> {
  const { path } = await files.put(video, extname(video).slice(1) || 'mp4', { move: true })
  const { size, mtimeMs } = await stat(path)
  return {
    mediaKey: await contentKey(path),
    path,
    byteSize: size,
    modifiedAt: Math.trunc(mtimeMs),
    info,
    approvedAt: isoTime(clock),
  }
}

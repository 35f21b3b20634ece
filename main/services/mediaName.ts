/** What a medium is called where nobody gave it a name. */
import { basename, extname } from 'node:path'
import type { MediaRow } from '../database/repositories/media.ts'
import { nameOfSequence } from './sequences.ts'

export const nameOf = ({ path, info }: Pick<MediaRow, 'path' | 'info'>): string =>
  info.sequence
    ? nameOfSequence(info.sequence, info.video[0]?.frameCount ?? 1)
    : basename(path, extname(path)) || basename(path)

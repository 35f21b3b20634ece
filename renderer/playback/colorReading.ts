/**
 * As which colours the numbers of decoded pictures are read. A decoder goes by tags in the stream, guesses where they are not complete
 * (by the kind of stream, never by the size), and bends the picture where they name an unusual transfer; exports, proxies and
 * stills go by the rule of docs/media.md. So pictures are told anew what they are.
 */
import { type ColorMatrix, colorMatrix, isFullRange } from '../../shared/model/colorMatrix.ts'
import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import type { MediaCopy } from './MediaCopy.ts'

/** In the words of WebCodecs. */
export interface ColorReading {
  readonly matrix: 'bt709' | 'smpte170m' | 'bt2020-ncl'
  readonly fullRange: boolean
}

/** The window has no other words. */
const MATRICES: Readonly<Partial<Record<ColorMatrix, ColorReading['matrix']>>> = {
  ...{ bt709: 'bt709', bt601: 'smpte170m', bt2020: 'bt2020-ncl' },
}

/** How proxies are written. */
const PROXY: ColorReading = { matrix: 'bt709', fullRange: false }

/** Null where the decoder knows best. */
export function readingOf(
  copy: MediaCopy,
  { video: [picture] }: Pick<MediaInfo, 'video'>,
): ColorReading | null {
  if (copy === 'proxy') return PROXY
  const tagged = picture && colorMatrix(picture)
  const matrix = tagged && MATRICES[tagged]
  return matrix ? { matrix, fullRange: isFullRange(picture) } : null
}

/** By these a picture is drawn with the colours that its matrix makes, which are meant for the screen as they are. */
const PLAIN_PRIMARIES = ['bt709', 'smpte170m']
const PLAIN_TRANSFERS = ['bt709', 'smpte170m', 'iec61966-2-1']

/** What WebCodecs tells of a picture. */
interface Told {
  readonly primaries?: string | null | undefined
  readonly transfer?: string | null | undefined
  readonly matrix?: string | null | undefined
  readonly fullRange?: boolean | null | undefined
}

export function isReadAs(
  { primaries, transfer, matrix, fullRange }: Told,
  reading: ColorReading,
): boolean {
  return (
    // Two names for one matrix.
    (matrix === 'bt470bg' ? 'smpte170m' : matrix) === reading.matrix &&
    fullRange === reading.fullRange &&
    PLAIN_PRIMARIES.includes(primaries ?? '') &&
    PLAIN_TRANSFERS.includes(transfer ?? '')
  )
}

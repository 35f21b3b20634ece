/** Looks at the pictures that two neighbouring spans share. */
import { DISSOLVE } from '../../../shared/generation/joinPlan.ts'
import {
  alignment,
  type ColourMatch,
  colourMatch,
  type Likeness,
  likenessOf,
  matched,
  pairsAt,
  REACH,
  type SmallFilm,
} from '../../../shared/generation/joint.ts'
import { SPAN_OVERLAP } from '../../../shared/generation/spans.ts'
import type { TakeSpan } from '../../../shared/model/take.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'

const SIZE = { width: 192, height: 108 } as const

export interface MeasuredJoint {
  /** The later result's `offset`: whatever the earlier one's is, it is reckoned with. */
  readonly shift: number
  /** What gives the later result the colours of the earlier one, as both came. */
  readonly match: ColourMatch
  readonly before: Likeness
  readonly after: Likeness
}

export type Measured = Pick<TakeSpan, 'start' | 'fileFrames'> & { readonly path: string }

/**
 * @param earlier with its own `offset`, which is known by then
 * @throws MediaError when a file cannot be read
 */
export async function measureJoint(
  engine: MediaEngine,
  earlier: Measured & Pick<TakeSpan, 'offset'>,
  later: Measured,
  signal: AbortSignal,
): Promise<MeasuredJoint> {
  const base = later.start - earlier.start - earlier.offset
  const from = Math.max(0, base - REACH)
  const first = await smallFilm(engine, earlier.path, from, base + SPAN_OVERLAP + REACH, signal)
  const second = await smallFilm(engine, later.path, 0, SPAN_OVERLAP, signal)
  const shift = alignment(first, second, base - from)
  // Only what is dissolved: at the ends of a result that came too early or too late a picture is often held.
  const skipped = Math.max(0, -shift)
  const pictures = second.pictures.slice(skipped, skipped + DISSOLVE)
  const pairs = pairsAt(first, { ...second, pictures }, base - from + shift + skipped)
  const match = colourMatch(pairs)
  const after = pairs.map((pair) => ({ ...pair, later: matched(pair.later, match) }))
  return { shift, match, before: likenessOf(pairs, SIZE), after: likenessOf(after, SIZE) }
}

/** Pictures [from, to) of a file, as many as there are. */
async function smallFilm(
  engine: MediaEngine,
  path: string,
  from: number,
  to: number,
  signal: AbortSignal,
): Promise<SmallFilm> {
  const chunks: Uint8Array[] = []
  const args = [
    ...['-i', `file:${path}`, '-map', '0:v:0', '-vf'],
    `trim=start_frame=${from}:end_frame=${to},scale=${SIZE.width}:${SIZE.height}:flags=area,format=rgb24`,
    ...['-fps_mode', 'passthrough', '-f', 'rawvideo', 'pipe:1'],
  ]
  for await (const chunk of engine.stream(args, { signal })) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const length = SIZE.width * SIZE.height * 3
  const pictures = Array.from({ length: Math.floor(bytes.length / length) }, (_, i) =>
    bytes.subarray(i * length, (i + 1) * length),
  )
  return { ...SIZE, pictures }
}

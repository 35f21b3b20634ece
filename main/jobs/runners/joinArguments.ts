/** The command that makes one film of the results of spans. Pure. */
import type { JoinPart, JoinPlan, Piece } from '../../../shared/generation/joinPlan.ts'
import { type ColourMatch, isChange } from '../../../shared/generation/joint.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { colorMatrix } from '../../../shared/model/colorMatrix.ts'
import type { VideoStream } from '../../../shared/model/mediaInfo.ts'
import { decimal, expression } from '../../../shared/render/escape.ts'
import { type Rational, toNumber } from '../../../shared/time/rational.ts'

export interface JoinedFilm {
  /** The results in order, with how many pictures each holds. */
  readonly results: readonly { readonly path: string; readonly fileFrames: number }[]
  readonly plan: JoinPlan
  /** What is done to each result's colours. */
  readonly matches: readonly ColourMatch[]
  /** The first result's picture: all others are brought to its size and kind. */
  readonly picture: Pick<VideoStream, 'width' | 'height' | 'bitDepth' | 'color'>
  readonly frames: number
  /** Whose sound goes along, from where; absent: the film is silent. */
  readonly sound?: { readonly path: string; readonly start: Rational } | undefined
}

const RATE = toNumber(RAY_3_2.rate)
const CHANNELS = ['r', 'g', 'b'] as const

/** Twelve bits while the colours are changed, so that no bands appear. */
function colourFilters(match: ColourMatch | undefined, matrix: string, pixels: string): string[] {
  if (!match || !isChange(match)) return []
  const tables = CHANNELS.map((channel, i) => {
    const [gain, offset] = [decimal(match.gain[i] ?? 1), decimal((match.offset[i] ?? 0) / 255)]
    return `${channel}=${expression(`clip(val*${gain}+maxval*(${offset}),minval,maxval)`)}`
  })
  return [
    `scale=in_color_matrix=${matrix}:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp`,
    'format=gbrp12',
    `lutrgb=${tables.join(':')}`,
    `scale=out_color_matrix=${matrix}:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp`,
    `format=${pixels}`,
  ]
}

const piecesOf = (part: JoinPart): readonly Piece[] =>
  part.kind === 'alone' ? [part.piece] : [part.earlier, part.later]

export function joinGraph({ results, plan, matches, picture }: JoinedFilm): string {
  const { width, height, bitDepth } = picture
  const pixels = bitDepth > 8 ? 'yuv420p10le' : 'yuv420p'
  // The way there is the way back: where the tag is none of ours, any does.
  const matrix = colorMatrix(picture) ?? 'bt709'
  const pieces = plan.parts.flatMap(piecesOf)
  const names = new Map(pieces.map((piece, i) => [piece, `p${i}`]))
  const sources = results.flatMap(({ fileFrames }, index) => {
    const own = pieces.filter(({ of }) => of === index)
    if (own.length === 0) return []
    const beyond = Math.max(0, ...own.map((p) => p.fileFrom + p.frames - fileFrames))
    const filters = [
      `settb=1/${RATE}`,
      'setpts=N',
      ...(beyond > 0 ? [`tpad=stop_mode=clone:stop=${beyond}`] : []),
      `scale=${width}:${height}:flags=bicubic+accurate_rnd`,
      ...['setsar=1', `format=${pixels}`],
      ...colourFilters(matches[index], matrix, pixels),
    ].join(',')
    const outs = own.map((piece) => `[s${names.get(piece)}]`).join('')
    const cuts = own.map((piece) => {
      const name = names.get(piece)
      const end = piece.fileFrom + piece.frames
      return `[s${name}]trim=start_frame=${piece.fileFrom}:end_frame=${end},setpts=PTS-STARTPTS[${name}]`
    })
    return [`[${index}:v:0]${filters},split=${own.length}${outs}`, ...cuts]
  })
  const parts = plan.parts.map((part, i) => {
    if (part.kind === 'alone') return { label: `[${names.get(part.piece)}]`, filters: [] }
    const share = `(T*${RATE}+1)/${part.later.frames + 1}`
    const blend = expression(`A*(1-${share})+B*${share}`)
    const pair = `[${names.get(part.earlier)}][${names.get(part.later)}]`
    return { label: `[d${i}]`, filters: [`${pair}blend=all_expr=${blend}[d${i}]`] }
  })
  const joined = parts.map(({ label }) => label).join('')
  const end = `${joined}concat=n=${parts.length}:v=1:a=0,settb=1/${RATE},setpts=N[film]`
  return [...sources, ...parts.flatMap(({ filters }) => filters), end].join(';')
}

const tagged = (option: string, value: string | undefined): string[] =>
  value === undefined ? [] : [option, value]

export function joinArguments(film: JoinedFilm, out: string): string[] {
  const { results, frames, sound, picture } = film
  const { primaries, transfer, matrix, range } = picture.color
  const isDeep = picture.bitDepth > 8
  const seconds = decimal(frames / RATE)
  const soundInput = sound
    ? ['-ss', decimal(toNumber(sound.start)), '-t', seconds, '-i', `file:${sound.path}`]
    : []
  const soundOutput = sound
    ? [
        ...['-map', `${results.length}:a:0`, '-c:a', 'aac', '-b:a', '256k'],
        // Sound that begins later than the picture is led in by silence, so that both stay together.
        ...['-af', 'aresample=async=1:first_pts=0'],
      ]
    : ['-an']
  return [
    ...results.flatMap(({ path }) => ['-i', `file:${path}`]),
    ...soundInput,
    ...['-filter_complex', joinGraph(film), '-map', '[film]', ...soundOutput],
    ...['-frames:v', String(frames), '-r', String(RATE)],
    ...['-c:v', 'libx264', '-preset', 'fast', '-crf', '14'],
    ...['-profile:v', isDeep ? 'high10' : 'high', '-pix_fmt', isDeep ? 'yuv420p10le' : 'yuv420p'],
    ...tagged('-color_primaries', primaries),
    ...tagged('-color_trc', transfer),
    ...tagged('-colorspace', matrix),
    ...tagged('-color_range', range),
    ...['-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4', `file:${out}`],
  ]
}

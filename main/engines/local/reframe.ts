/** A reframe: the source untouched at its place in the new frame, and the rest made from its own edges. */

import { join } from 'node:path'
import { GenerationError } from '../../../shared/generation/failure.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import {
  centredFit,
  type FractionRect,
  readSourcePosition,
  toPixels,
} from '../../../shared/generation/sourcePosition.ts'
import { displaySize } from '../../../shared/model/mediaInfo.ts'
import { say } from '../../../shared/words/say.ts'
import { generationSize } from './outputSize.ts'
import { enlarged, grey, paintedInput, type Shade } from './smallPicture.ts'
import { checkedFilm, onGrid, toRgb } from './sourceFilters.ts'
import type { Rendering, Size, Work } from './Work.ts'

export interface Box extends Size {
  readonly x: number
  readonly y: number
}

/** Where the source goes, in whole even pixels of the canvas (so that chroma fits too). */
export interface Placement {
  /** The whole source; may hang over the canvas. */
  readonly whole: Box
  /** The part of it inside the canvas, in the canvas's coordinates. */
  readonly seen: Box
}

const even = (value: number): number => Math.round(value / 2) * 2

/**
 * The source keeps its shape: it is fitted into `rect` and centred there.
 * @throws GenerationError when nothing of it would be seen.
 */
export function placeSource(rect: FractionRect, source: Size, canvas: Size): Placement {
  const wanted = toPixels(rect, canvas)
  const scale = Math.min(wanted.width / source.width, wanted.height / source.height)
  // A rectangle of the source's own shape is taken as it is, whatever rounding says.
  const size = (part: number, whole: number): number =>
    Math.abs(part / whole - 1) < 0.02 ? whole : part
  const [width, height] = [
    size(source.width * scale, wanted.width),
    size(source.height * scale, wanted.height),
  ]
  const left = even(wanted.x + (wanted.width - width) / 2)
  const top = even(wanted.y + (wanted.height - height) / 2)
  const whole = {
    x: left,
    y: top,
    width: Math.max(2, even(width)),
    height: Math.max(2, even(height)),
  }
  const x = Math.max(0, whole.x)
  const y = Math.max(0, whole.y)
  const seen = {
    x,
    y,
    width: Math.min(canvas.width, whole.x + whole.width) - x,
    height: Math.min(canvas.height, whole.y + whole.height) - y,
  }
  if (seen.width < 2 || seen.height < 2) {
    throw new GenerationError(say('engine:sourceOutside'), { kind: 'validation' })
  }
  return { whole, seen }
}

/** Share of the canvas's shorter side over which the mirrored edge melts into soft light. */
const SEAM = 0.1
const MELT = 0.3
/** Blur of the two layers, as shares of the shorter side. */
const NEAR_BLUR = 0.01
const FAR_BLUR = 0.065
/** The blurred layers are made this many times smaller. */
const SMALLER = 4

/** Distance from `seen` in shares of the shorter side. */
export const distanceFrom =
  (seen: Box, canvas: Size) =>
  (x: number, y: number): number => {
    const [px, py] = [x * canvas.width, y * canvas.height]
    const across = Math.max(seen.x - px, px - (seen.x + seen.width), 0)
    const down = Math.max(seen.y - py, py - (seen.y + seen.height), 0)
    return Math.hypot(across, down) / Math.min(canvas.width, canvas.height)
  }

const smooth = (t: number): number => {
  const u = Math.min(1, Math.max(0, t))
  return u * u * (3 - 2 * u)
}

/** Where the softly blurred layer has taken over from the mirrored edge, and the wide one from that. */
export const seamShade =
  (seen: Box, canvas: Size): Shade =>
  (x, y) =>
    grey(smooth(distanceFrom(seen, canvas)(x, y) / SEAM))
export const meltShade =
  (seen: Box, canvas: Size): Shade =>
  (x, y) =>
    grey(smooth((distanceFrom(seen, canvas)(x, y) - SEAM / 2) / MELT))

/** One picture grown to the left and right (or up and down) by its own mirror image, as far as it reaches. */
function mirrored(
  axis: 'h' | 'v',
  from: string,
  to: string,
  { length, before, after }: { length: number; before: number; after: number },
): string[] {
  const crop = (size: number, at: number): string =>
    axis === 'h' ? `crop=${size}:ih:${at}:0:exact=1` : `crop=iw:${size}:0:${at}:exact=1`
  const [lead, trail] = [Math.min(length, before), Math.min(length, after)]
  if (lead <= 0 && trail <= 0) return [`[${from}]null[${to}]`]
  const parts = [
    ...(lead > 0
      ? [{ name: `${to}before`, chain: `${axis}flip,${crop(lead, length - lead)}` }]
      : []),
    { name: `${to}middle`, chain: 'null' },
    ...(trail > 0 ? [{ name: `${to}after`, chain: `${axis}flip,${crop(trail, 0)}` }] : []),
  ]
  return [
    `[${from}]split=${parts.length}${parts.map(({ name }) => `[${name}0]`).join('')}`,
    ...parts.map(({ name, chain }) => `[${name}0]${chain}[${name}]`),
    `${parts.map(({ name }) => `[${name}]`).join('')}${axis}stack=inputs=${parts.length}[${to}]`,
  ]
}

/**
 * ```
 *   stretched source, blurred wide    ◂ far away
 *   + mirror image, blurred softly    ◂ near
 *   + mirror image                    ◂ at the seam
 *   + source                          ◂ exact
 * ```
 * Inputs: 0 the film, 1 the seam mask, 2 the melt mask.
 */
export function reframeGraph(
  source: readonly string[],
  { whole, seen }: Placement,
  canvas: Size,
  frameCount: number,
): string {
  const cut = `crop=${seen.width}:${seen.height}:${seen.x - whole.x}:${seen.y - whole.y}:exact=1`
  if (seen.width === canvas.width && seen.height === canvas.height) {
    return `[0:v]${[...source, cut].join(',')}[picture]`
  }
  const right = canvas.width - seen.x - seen.width
  const below = canvas.height - seen.y - seen.height
  const small = {
    width: Math.max(2, Math.round(canvas.width / SMALLER)),
    height: Math.max(2, Math.round(canvas.height / SMALLER)),
  }
  const sigma = (share: number): string =>
    ((share * Math.min(canvas.width, canvas.height)) / SMALLER).toFixed(2)
  const shrink = `scale=${small.width}:${small.height}:flags=area`
  const grow = `scale=${canvas.width}:${canvas.height}:flags=bicubic`
  const mask = enlarged(canvas, 'gbrp', frameCount).join(',')
  return [
    `[0:v]${[...source, cut].join(',')},split=3[inside][edge][spread]`,
    ...mirrored('h', 'edge', 'wide', { length: seen.width, before: seen.x, after: right }),
    ...mirrored('v', 'wide', 'mirror', { length: seen.height, before: seen.y, after: below }),
    `[spread]scale=${small.width}:${small.height}:flags=area,${grow}[bed]`,
    `[bed][mirror]overlay=${Math.max(0, seen.x - seen.width)}:${Math.max(0, seen.y - seen.height)}:format=gbrp,split=2[sharp][soft]`,
    `[soft]${shrink},split=2[a][b]`,
    `[a]gblur=sigma=${sigma(NEAR_BLUR)},${grow},format=gbrp[near]`,
    `[b]gblur=sigma=${sigma(FAR_BLUR)}:steps=3,${grow},format=gbrp[far]`,
    `[1:v]${mask}[seam]`,
    `[2:v]${mask}[melt]`,
    '[sharp]format=gbrp[edges]',
    '[edges][near][seam]maskedmerge[closer]',
    '[closer][far][melt]maskedmerge[round]',
    `[round][inside]overlay=${seen.x}:${seen.y}:format=gbrp:shortest=1[picture]`,
  ].join(';')
}

export interface Reframing {
  readonly request: VideoInferenceRequest
  readonly video: string
}

export async function renderReframe(work: Work, { request, video }: Reframing): Promise<Rendering> {
  const info = await work.media.probe(video, work.signal)
  const { stream, frameCount } = checkedFilm(info, RAY_3_2.limits.reframeSource, 'reframe')
  const { filters } = await work.media.capabilities()
  const shape = displaySize(stream)
  const canvas = generationSize(request)
  const wire = request.settings?.sourcePosition
  const placed = wire && readSourcePosition(wire)
  const rect = placed?.rect ?? centredFit(shape, canvas)
  const placement = placeSource(rect, shape, canvas)
  const small = {
    width: Math.max(2, Math.round(canvas.width / SMALLER)),
    height: Math.max(2, Math.round(canvas.height / SMALLER)),
  }
  const masks = [
    await paintedInput(join(work.folder, 'seam.raw'), small, seamShade(placement.seen, canvas)),
    await paintedInput(join(work.folder, 'melt.raw'), small, meltShade(placement.seen, canvas)),
  ]
  const isWhole = placement.seen.width === canvas.width && placement.seen.height === canvas.height
  const wanted = toPixels(rect, canvas)
  const isFitted = Math.abs(wanted.width / wanted.height / (shape.width / shape.height) - 1) >= 0.03
  const { x, y, width, height } = placement.seen
  return {
    inputs: [{ options: [], path: video }, ...(isWhole ? [] : masks)],
    graph: reframeGraph(
      [...onGrid(frameCount), ...toRgb(stream, placement.whole, 'gbrp', filters)],
      placement,
      canvas,
      frameCount,
    ),
    frameCount,
    size: canvas,
    method: say('method:reframe'),
    notes: [
      ...(placed?.note === undefined ? [] : [placed.note]),
      ...(isFitted ? [say('take:fittedInto')] : []),
      say('take:sourceFills', { width, height, x, y }),
      ...(isWhole ? [] : [say('take:mirroredEdge')]),
    ],
  }
}

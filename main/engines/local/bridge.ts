/** The pictures between two pinned pictures: RIFE, or ffmpeg's motion interpolation, or a dissolve. */

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decimal } from '../../../shared/render/escape.ts'
import { say } from '../../../shared/words/say.ts'
import { inputArguments, pictureRun, pngInput } from './filmInput.ts'
import { likeness } from './likeness.ts'
import { fileNumber, type RifeState, runRife } from './rife.ts'
import { RATE } from './sourceFilters.ts'
import type { Size, Work } from './Work.ts'

export type BridgeMethod = 'rife' | 'minterpolate' | 'dissolve'

export interface BridgeJob {
  /** Two pictures of `size`. */
  readonly a: string
  readonly b: string
  /** Frames from one to the other, at least 2. */
  readonly span: number
  /** The size to work at, as {@link bridgeSize} gives it. */
  readonly size: Size
  /** For the folder's name. */
  readonly name: string
}

export interface Bridge {
  /** Pictures as `%08d.png`; picture k of the way is `firstNumber + k - 1`, for k from 1. */
  readonly folder: string
  readonly firstNumber: number
  readonly method: BridgeMethod
  /** Whether the two pictures look alike enough for motion between them to mean anything. */
  readonly isSameScene: boolean
}

/**
 * RIFE needs about 1.2 s per million pixels on two quiet cores, so the working size shrinks until all the frames of the
 * shot together hold no more than this: about half a minute. The figure counts pixels, not time, so that every machine
 * makes the same film.
 */
const BUDGET_PIXELS = 28e6
/** RIFE fills up to this with black, which would show as a dark line: the pictures are squeezed to it instead. */
const STEP = 32
/** Below this the motion is no longer found well. */
const LEAST_LONG_SIDE = 448
/** Above this memory grows past 1.5 GB. */
const GREATEST_LONG_SIDE = 1280
/** Under this the two pictures do not show one scene. Measured: two views of one shot 0.6 to 1, a cut -0.2 to 0.4. */
const SAME_SCENE = 0.45

/** The size at which `pictures` frames are interpolated for a result of `size`; the shape changes by a few pixels. */
export function bridgeSize(size: Size, pictures: number): Size {
  const long = Math.max(size.width, size.height)
  const byBudget = Math.sqrt(BUDGET_PIXELS / Math.max(1, pictures) / (size.width * size.height))
  const scale = Math.min(
    1,
    GREATEST_LONG_SIDE / long,
    Math.max(byBudget, Math.min(1, LEAST_LONG_SIDE / long)),
  )
  const fit = (value: number): number => Math.ceil(Math.round(value * scale) / STEP) * STEP
  return { width: fit(size.width), height: fit(size.height) }
}

/** Both pictures twice, so that the interpolator has neighbours on both sides; then the stretch between them. */
export function motionGraph(span: number): string {
  const held = (input: number, label: string): string =>
    `[${input}:v]loop=loop=1:size=1,setpts=N/TB/${RATE}*${span}[${label}]`
  return [
    held(0, 'a'),
    held(1, 'b'),
    [
      `[a][b]concat=n=2,settb=1/${RATE},setpts=N*${span},format=yuv444p`,
      `minterpolate=fps=${RATE}:mi_mode=mci:mc_mode=aobmc:me_mode=bidir:vsbmc=1:scd=none`,
      `trim=start_frame=${span + 1}:end_frame=${2 * span}`,
      'setpts=PTS-STARTPTS,format=rgb24[picture]',
    ].join(','),
  ].join(';')
}

export function dissolveGraph(span: number): string {
  const held = (input: number, label: string): string =>
    `[${input}:v]format=gbrp,loop=loop=${span - 2}:size=1,setpts=N/(${RATE}*TB)[${label}]`
  // By time: N runs ahead of the pictures.
  const share = `((T*${RATE}+1)/${decimal(span)})`
  return [
    held(0, 'a'),
    held(1, 'b'),
    `[a][b]blend=all_expr='A*(1-${share})+B*${share}',format=rgb24[picture]`,
  ].join(';')
}

/** @throws GenerationError and MediaError of the programs; the signal's reason after a cancel. */
export async function bridgeFrames(
  work: Work,
  rife: RifeState,
  { a, b, span, size, name }: BridgeJob,
): Promise<Bridge> {
  const { media, signal } = work
  const isSameScene = (await likeness(media, a, b, signal)) >= SAME_SCENE
  const method = rife.isReady ? 'rife' : isSameScene ? 'minterpolate' : 'dissolve'
  const [from, folder] = [join(work.folder, `${name}-pair`), join(work.folder, `${name}-frames`)]
  await mkdir(from)
  await mkdir(folder)
  const pair = [join(from, '1.png'), join(from, '2.png')] as const
  for (const [index, path] of [a, b].entries()) {
    await media.run(
      [
        ...inputArguments(pngInput(path)),
        ...['-vf', `scale=${size.width}:${size.height}:flags=area+accurate_rnd,format=rgb24`],
        ...['-frames:v', '1', '-update', '1', '-c:v', 'png', `file:${pair[index]}`],
      ],
      { signal },
    )
  }
  if (rife.isReady) {
    await runRife(rife.paths, { from, to: folder, span }, signal, (fraction) =>
      work.progress(fraction, say('progress:rifeBridge')),
    )
    return { folder, firstNumber: fileNumber(1), method, isSameScene }
  }
  await media.run(
    [
      ...pair.flatMap((path) => inputArguments(pngInput(path, ['-framerate', `${RATE}`]))),
      ...['-filter_complex', method === 'dissolve' ? dissolveGraph(span) : motionGraph(span)],
      ...['-map', '[picture]', '-frames:v', `${span - 1}`, '-fps_mode', 'passthrough'],
      ...['-c:v', 'png', '-f', 'image2', `file:${pictureRun(folder)}`],
    ],
    {
      signal,
      onFrame: (frame) => work.progress(Math.min(1, frame / span), say('progress:ffmpegBridge')),
    },
  )
  return { folder, firstNumber: 1, method, isSameScene }
}

/** A transformation: the source's own pictures in the colours and light of a guide, or of the prompt's plain words. */

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { EDIT_STRENGTHS, type VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { displaySize, type MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { optionValue } from '../../../shared/render/escape.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { type ColourStatistics, statisticsOf, transfer } from './colorTransfer.ts'
import { type ColourChange, cubeText } from './cube.ts'
import { inputArguments, probedInput } from './filmInput.ts'
import { sizeNote, transformSize } from './outputSize.ts'
import { colourOf, type Look, lookOf } from './promptLook.ts'
import { enlarged, grey, paintedInput, type Shade } from './smallPicture.ts'
import { checkedFilm, onGrid, toRgb } from './sourceFilters.ts'
import type { FilmInput, Rendering, Size, Work } from './Work.ts'

/** Twelve bits while the colours are changed, so that no bands appear. */
const DEEP = 'gbrp12'
/** Pictures of the source that are looked at, spread evenly. */
const SAMPLES = 24
const SAMPLE_SIZE: Size = { width: 64, height: 36 }
const LIGHT_SIZE: Size = { width: 64, height: 36 }
/** Without a strength in the request (automatic controls). */
const DEFAULT_SHARE = 0.7

/** adhere_1 goes a fifth of the way, reimagine_3 all of it. */
export function shareOf(request: VideoInferenceRequest): number {
  const strength = request.settings?.edit?.strength
  if (strength === undefined) return DEFAULT_SHARE
  return (EDIT_STRENGTHS.indexOf(strength) + 2) / (EDIT_STRENGTHS.length + 1)
}

export interface Transformation {
  readonly request: VideoInferenceRequest
  readonly video: string
  /** One file per frameImage. */
  readonly guides: readonly string[]
}

export async function renderTransformation(
  work: Work,
  { request, video, guides }: Transformation,
): Promise<Rendering> {
  const info = await work.media.probe(video, work.signal)
  const { stream, frameCount } = checkedFilm(info, RAY_3_2.limits.transformSource, 'transformation')
  const { filters } = await work.media.capabilities()
  const size = transformSize(request, displaySize(stream))
  const share = shareOf(request)
  const chosen = await chooseLook(work, { request, video, guides, info, frameCount, share })
  const cube = join(work.folder, 'look.cube')
  await writeFile(cube, await cubeText(chosen.change))
  work.progress(1, say('progress:lookKnown'))
  const light = chosen.light
    ? [await paintedInput(join(work.folder, 'light.raw'), LIGHT_SIZE, chosen.light)]
    : []
  const film: FilmInput = { options: [], path: video }
  return {
    inputs: [film, ...light],
    graph: lookGraph({
      source: [...onGrid(frameCount), ...toRgb(stream, size, DEEP, filters)],
      cube,
      size,
      frameCount,
      hasLight: light.length > 0,
    }),
    frameCount,
    size,
    method: chosen.method,
    notes: [...chosen.notes, say('take:lookOnly'), ...sizeNote(request)],
  }
}

export function lookGraph(look: {
  readonly source: readonly string[]
  readonly cube: string
  readonly size: Size
  readonly frameCount: number
  readonly hasLight: boolean
}): string {
  const coloured = `${look.source.join(',')},lut3d=file=${optionValue(look.cube)}:interp=tetrahedral`
  if (!look.hasLight) return `[0:v]${coloured}[picture]`
  return [
    `[0:v]${coloured}[coloured]`,
    `[1:v]${enlarged(look.size, DEEP, look.frameCount).join(',')}[light]`,
    '[coloured][light]blend=all_mode=multiply:shortest=1[picture]',
  ].join(';')
}

interface ChosenLook {
  readonly change: ColourChange
  readonly light?: Shade
  readonly method: Said
  readonly notes: readonly Said[]
}

async function chooseLook(
  work: Work,
  from: Transformation & {
    readonly info: MediaInfo
    readonly frameCount: number
    readonly share: number
  },
): Promise<ChosenLook> {
  const percent = Math.round(from.share * 100)
  if (from.guides.length > 0) {
    const every = Math.max(1, Math.floor(from.frameCount / SAMPLES))
    const source = await lookAt(work, [from.video], every)
    work.progress(0.7, say('progress:lookingAtColours'))
    const guide = await lookAt(work, from.guides, 1)
    return {
      change: transfer(source, guide, from.share),
      method: say('method:lookMatch'),
      notes: [
        say('take:lookMatched', { percent, count: from.guides.length }),
        ...(from.guides.length > 1 ? [say('take:guidesTogether')] : []),
      ],
    }
  }
  const { look, found } = lookOf(from.request.positivePrompt)
  return {
    change: colourOf(look, from.share / DEFAULT_SHARE),
    ...(look.vignette > 0 || look.side > 0
      ? { light: lightOf(look, from.share / DEFAULT_SHARE) }
      : {}),
    method: say('method:lookFromWords'),
    notes: found.length > 0 ? [say('take:wordsUsed', { words: found })] : [say('take:noWords')],
  }
}

/** Darker towards the corners, and away from a light on the left. */
export const lightOf =
  ({ vignette, side }: Pick<Look, 'vignette' | 'side'>, strength: number): Shade =>
  (x, y) => {
    const radius = Math.hypot(x - 0.5, y - 0.5) / Math.SQRT1_2
    const corner = Math.max(0, (radius - 0.35) / 0.65) ** 2
    const away = x * x * (3 - 2 * x)
    return grey((1 - vignette * strength * corner) * (1 - side * strength * away))
  }

/** Every `every`-th picture of the files, small. */
async function lookAt(
  work: Work,
  files: readonly string[],
  every: number,
): Promise<ColourStatistics> {
  const chunks: Uint8Array[] = []
  for (const path of files) {
    const args = [
      ...inputArguments(probedInput(await work.media.probe(path, work.signal), path)),
      '-vf',
      `select='not(mod(n,${every}))',scale=${SAMPLE_SIZE.width}:${SAMPLE_SIZE.height}:flags=area,format=rgb24`,
      ...['-fps_mode', 'passthrough', '-frames:v', `${SAMPLES}`, '-f', 'rawvideo', 'pipe:1'],
    ]
    for await (const chunk of work.media.stream(args, { signal: work.signal })) chunks.push(chunk)
  }
  return statisticsOf(Buffer.concat(chunks))
}

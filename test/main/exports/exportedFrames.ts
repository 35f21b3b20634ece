/** A document rendered by the product and compared with the reference painter, frame by frame. */
import { renderTimeline } from '../../../main/exports/renderTimeline.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import type { FileOf } from '../../reference/drawn.ts'
import { decodedPictures, type Likeness, likeness } from '../../reference/likeness.ts'
import { paintFrame } from '../../reference/paintFrame.ts'

const engine = createFfmpegEngine()

export interface Compared extends Likeness {
  readonly frame: number
}

/**
 * Renders the whole timeline to `out` (ProRes, whose colours have half of the columns' resolution) and compares `frames`.
 */
export async function comparedExport(
  { project, timeline }: { readonly project: Project; readonly timeline: Timeline },
  out: string,
  fileOf: FileOf,
  frames: readonly number[],
): Promise<Compared[]> {
  await renderTimeline(engine, { project, timeline, out, fileOf, preset: 'prores' })
  const pictures = await decodedPictures(out)
  const compared: Compared[] = []
  for (const frame of frames) {
    const picture = pictures[frame]
    if (!picture) throw new RangeError(`The export has ${pictures.length} frames, no ${frame}`)
    const painted = await paintFrame(project, timeline.id, frame, fileOf)
    compared.push({ frame, ...likeness(painted, picture) })
  }
  return compared
}

/** One line a frame, for people. */
export const described = (compared: readonly Compared[]): string =>
  compared
    .map(
      ({ frame, ssim, meanError, largestError }) =>
        `frame ${frame}: SSIM ${ssim.toFixed(4)}, luma off by ${meanError.toFixed(2)} (at most ${largestError.toFixed(0)})`,
    )
    .join('\n')

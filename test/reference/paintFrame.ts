/**
 * The reference painter: what a frame of a timeline looks like by docs/painting.md, worked out the slow and plain way, to
 * judge the viewer and the export by. It reads the document's plain form and shares no code with shared/render, the time
 * map, the window or the main process: pictures of media come from ffmpeg one by one, times are fractions of its own,
 * everything else is arithmetic on floating-point pixels.
 *
 *     const painted = await paintFrame(project, timeline.id, 42, (asset) => file(asset.name))
 *     painted.rgb     // 3 values a pixel, rows from the top, R'G'B' of BT.709, 0..1
 *     painted.unsure  // 1 a pixel where a card stands, which it does not draw: leave those pixels out
 *
 * About a tenth of a second for a small canvas, several for one of 1080 lines. Pictures of files are kept by path for as
 * long as the process lives: write another file under another name.
 */
import type { TimelineId } from '../../shared/model/ids.ts'
import { type PlainProject, plainOf } from '../../shared/model/plainProject.ts'
import type { Project } from '../../shared/model/project.ts'
import type { FileOf, Painter } from './drawn.ts'
import { blank, filled, type Raster } from './raster.ts'
import { contentOf, timelineOf } from './reading.ts'
import { captionsOver, timelineAt } from './timelineAt.ts'
import { clamp } from './values.ts'

export interface Painted {
  readonly width: number
  readonly height: number
  /** 3 values a pixel, rows from the top: R'G'B' of BT.709, 0..1. */
  readonly rgb: Float32Array
  /** One value a pixel: 1 where it does not know what is seen, else 0. */
  readonly unsure: Uint8Array
}

/** Changes smaller than this are not seen in 8 bits. */
const INVISIBLE = 1 / 1024

/**
 * `frame` counts the timeline's frames from 0.
 * @throws Error for an id that the document does not have and for a file that ffmpeg cannot read.
 */
export async function paintFrame(
  project: Project,
  timelineId: TimelineId,
  frame: number,
  fileOf: FileOf,
): Promise<Painted> {
  const plain = plainOf(project)
  const timeline = timelineOf(plain, timelineId)
  const { width, height } = timeline
  const paint = async (cards: Painter['cards']): Promise<Raster> => {
    const painter: Painter = {
      ...{ plain, fileOf, cards },
      nested: (inner, at) => timelineAt(painter, inner, at, blank(inner.width, inner.height)),
    }
    const picture = await timelineAt(painter, timeline, frame, filled(width, height, [0, 0, 0]))
    return captionsOver(painter, timeline, frame, picture)
  }
  const picture = await paint('none')
  // Whatever changes with the cards may be covered by them.
  const carded = hasCards(plain) ? await paint('white') : picture
  const rgb = new Float32Array(width * height * 3)
  const unsure = new Uint8Array(width * height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let i = 0; i < 3; i++) {
      const value = picture.data[4 * pixel + i] ?? 0
      rgb[3 * pixel + i] = clamp(value)
      if (Math.abs(value - (carded.data[4 * pixel + i] ?? 0)) > INVISIBLE) unsure[pixel] = 1
    }
  }
  return { width, height, rgb, unsure }
}

const hasCards = (plain: PlainProject): boolean =>
  Object.values(plain.items).some(
    (item) => item.kind === 'clip' && contentOf(plain, item).kind === 'card',
  )

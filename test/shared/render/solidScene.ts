/** Frames of small timelines as colours, 0..255 with fractions, read from 16-bit pixels. */
import type { Asset } from '../../../shared/model/asset.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { type PlanOptions, planRender } from '../../../shared/render/planRender.ts'
import { clip } from './planFixtures.ts'
import { rawPicture } from './rawPicture.ts'

export type Rgb = readonly [red: number, green: number, blue: number]

export interface Frames {
  readonly count: number
  readonly at: (frame: number, x: number, y: number) => Rgb
}

export async function framesOf(
  project: Project,
  timeline: Timeline,
  fileOf: (asset: Asset) => string = () => '',
  options: PlanOptions = {},
): Promise<Frames> {
  const plan = planRender(project, timeline, options)
  const bytes = await rawPicture(plan, 'yuv444p16le', fileOf)
  const { width, height } = plan
  const plane = width * height
  const values = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (frame: number, x: number, y: number): Rgb => {
    const read = (which: number): number =>
      values.getUint16(((frame * 3 + which) * plane + y * width + x) * 2, true) / 256
    const luma = (read(0) - 16) / 219
    const [cb, cr] = [(read(1) - 128) / 224, (read(2) - 128) / 224]
    const [red, blue] = [luma + 1.5748 * cr, luma + 1.8556 * cb]
    const green = (luma - 0.2126 * red - 0.0722 * blue) / 0.7152
    return [red * 255, green * 255, blue * 255]
  }
  return { count: bytes.byteLength / (plane * 6), at }
}

export const solid = (color: string, duration: number, more: Partial<Clip> = {}): Clip =>
  clip({ source: { kind: 'solid', color }, duration, ...more })

/** How far two colours are apart in the channel in which they differ most. */
export const apart = (one: Rgb, other: Rgb): number =>
  Math.max(...one.map((value, i) => Math.abs(value - (other[i] ?? 0))))

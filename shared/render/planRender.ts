/** Compiles a timeline into its render plan. */
import type { Project } from '../model/project.ts'
import { timelineEnd } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { planPicture } from './planPicture.ts'
import { planSound } from './planSound.ts'
import { type RenderPlan, sampleAt } from './renderPlan.ts'

export interface PlanOptions {
  /** `[in, out)` in the timeline's frames; may reach past its end, which is black and silent. Default: all of it. */
  readonly range?: { readonly in: number; readonly out: number }
  /** Another canvas: positions and sizes follow, since they are fractions of it. */
  readonly size?: { readonly width: number; readonly height: number }
}

/** One sentence for the person who asked for a render that cannot be. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused'
}

/** @throws PlanRefused for an empty timeline or range. */
export function planRender(
  project: Project,
  timeline: Timeline,
  options: PlanOptions = {},
): RenderPlan {
  const range = options.range ?? { in: 0, out: timelineEnd(project, timeline) }
  if (range.in < 0 || range.out <= range.in) {
    throw new PlanRefused(
      options.range
        ? `The range ${range.in} to ${range.out} holds no frame of "${timeline.name}". Choose an out-point after the in-point.`
        : `"${timeline.name}" is empty, so there is nothing to render. Put a clip on it first.`,
    )
  }
  const canvas = { ...timeline, ...options.size }
  const frameCount = range.out - range.in
  return {
    width: canvas.width,
    height: canvas.height,
    rate: timeline.rate,
    frameCount,
    sampleRate: timeline.sampleRate,
    sampleCount: sampleAt(frameCount, timeline),
    segments: planPicture(project, canvas, range),
    sounds: planSound(project, canvas, range),
  }
}

/** Compiles a timeline into its render plan. */
import type { Project } from '../model/project.ts'
import { timelineEnd } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { planPicture } from './planPicture.ts'
import { planSound } from './planSound.ts'
import { type RenderPlan, sampleAt } from './renderPlan.ts'
import { unpainted } from './unpainted.ts'

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

/** @throws PlanRefused for an empty timeline or range, and for what no painter draws (unpainted.ts). */
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
  refuseUnpainted(unpainted(project, timeline, range))
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

/** As many as fit a sentence are named. */
const NAMED = 3

function refuseUnpainted(found: readonly string[]): void {
  if (found.length === 0) return
  const more = found.length > NAMED ? `, and ${found.length - NAMED} more` : ''
  throw new PlanRefused(
    `This version of Keyreel cannot render everything here: ${found.slice(0, NAMED).join(', ')}${more}. Take that away, hide its track, or export a range without it; leaving it out silently would be another film.`,
  )
}

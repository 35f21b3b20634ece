/** Compiles a timeline into its render plan. */

import type { Project } from '../model/project.ts'
import { timelineEnd } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import type { Said } from '../words/Said.ts'
import { SaidError } from '../words/SaidError.ts'
import { say } from '../words/say.ts'
import { planPicture } from './planPicture.ts'
import { planSound } from './planSound.ts'
import { type RenderPlan, sampleAt } from './renderPlan.ts'
import { unpainted } from './unpainted.ts'

export interface PlanOptions {
  /** `[in, out)` in the timeline's frames; may reach past its end, which is black and silent. Default: all of it. */
  readonly range?: { readonly in: number; readonly out: number }
  /** Another canvas: positions and sizes follow, since they are fractions of it. */
  readonly size?: { readonly width: number; readonly height: number }
  /**
   * Told what no painter draws, of a timeline that is to be rendered all the same: transitions become cuts, effects
   * and blend modes are left out, what is made or nested is a card with its name. Absent: such a timeline is refused.
   */
  readonly onLeftOut?: (what: readonly Said[]) => void
}

/** One sentence for the person who asked for a render that cannot be. */
export class PlanRefused extends SaidError {
  override readonly name = 'PlanRefused'
}

/** @throws PlanRefused for an empty timeline or range, and for what no painter draws (unpainted.ts) and nobody takes note of. */
export function planRender(
  project: Project,
  timeline: Timeline,
  options: PlanOptions = {},
): RenderPlan {
  const range = options.range ?? { in: 0, out: timelineEnd(project, timeline) }
  if (range.in < 0 || range.out <= range.in) {
    throw new PlanRefused(
      options.range
        ? say('render:emptyRange', { from: range.in, to: range.out, timeline: timeline.name })
        : say('render:empty', { timeline: timeline.name }),
    )
  }
  const left = unpainted(project, timeline, range)
  if (left.length > 0) (options.onLeftOut ?? refuseUnpainted)(left)
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

function refuseUnpainted(found: readonly Said[]): void {
  const named = found.slice(0, NAMED)
  const more = found.length - named.length
  const list = more > 0 ? [...named, say('unpainted:more', { more })] : named
  throw new PlanRefused(say('render:unpainted', { list }))
}

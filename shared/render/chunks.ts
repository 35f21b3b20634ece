/** Long plans in parts: ffmpeg opens every input of a run at once, and a graph must fit on a command line. */
import { add, multiply, rational } from '../time/rational.ts'
import { filterGraph } from './filterGraph.ts'
import { later } from './level.ts'
import { plateBytes } from './plates.ts'
import type { PlannedSound, RenderPlan } from './renderPlan.ts'
import { sampleAt } from './renderPlan.ts'

export interface ChunkLimits {
  readonly inputs: number
  /** Characters of a filter graph. Windows allows 32,767 for the whole command. */
  readonly graph: number
  /** Bytes of the plates that lie on disk meanwhile. */
  readonly plates: number
}

export const USUAL_LIMITS: ChunkLimits = { inputs: 40, graph: 24_000, plates: 2 ** 29 }

/** About as long as the path of a folder is. */
const SOME_FOLDER = '/'.repeat(60)

/**
 * The plan itself where one run can do it, else parts of it at its segments' edges, in order. A single segment that
 * exceeds the limits is a part of its own.
 */
export function chunksOf(plan: RenderPlan, limits: ChunkLimits = USUAL_LIMITS): RenderPlan[] {
  if (fits(plan, limits)) return [plan]
  const chunks: RenderPlan[] = []
  let start = 0
  let current: RenderPlan | undefined
  for (const segment of plan.segments) {
    const end = segment.start + segment.frameCount
    const longer = slicePlan(plan, start, end)
    if (current && !fits(longer, limits)) {
      chunks.push(current)
      start = segment.start
      current = slicePlan(plan, start, end)
    } else current = longer
  }
  return current ? [...chunks, current] : chunks
}

function fits(plan: RenderPlan, limits: ChunkLimits): boolean {
  const { inputs, graph, plates } = filterGraph(plan, {
    ...{ pixelFormat: 'yuv420p', sound: true, folder: SOME_FOLDER },
  })
  const bytes = plates.reduce((sum, { plate }) => sum + plateBytes(plate), 0)
  return inputs.length <= limits.inputs && graph.length <= limits.graph && bytes <= limits.plates
}

/** Frames `[start, end)` of a plan, at edges of its segments. Sound is cut at the samples where those frames start. */
export function slicePlan(plan: RenderPlan, start: number, end: number): RenderPlan {
  const [from, to] = [sampleAt(start, plan), sampleAt(end, plan)]
  return {
    ...plan,
    frameCount: end - start,
    sampleCount: to - from,
    segments: plan.segments
      .filter((segment) => segment.start >= start && segment.start < end)
      .map((segment) => ({ ...segment, start: segment.start - start })),
    sounds: plan.sounds
      .filter((sound) => sound.start < to && sound.end > from)
      .map((sound) => sliceSound(sound, plan.sampleRate, from, to)),
  }
}

function sliceSound(
  sound: PlannedSound,
  sampleRate: number,
  from: number,
  to: number,
): PlannedSound {
  const [first, last] = [Math.max(sound.start, from), Math.min(sound.end, to)]
  const skipped = sound.reversed ? sound.end - last : first - sound.start
  const seconds = (first - sound.start) / sampleRate
  return {
    ...sound,
    mediaStart: add(sound.mediaStart, multiply(rational(skipped, sampleRate), sound.speed)),
    start: first - from,
    end: last - from,
    gain: later(sound.gain, seconds),
    pans: sound.pans.map((pan) => later(pan, seconds)),
  }
}

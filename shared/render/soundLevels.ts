/** How loud a span of sound is, and where it stands, over its time: what players and exports both follow. */
import type { Animated } from '../model/keyframe.ts'
import { type Level, levelThrough } from './level.ts'
import type { SoundSpan } from './soundSpan.ts'
import { type Crossfade, type SoundStage, stageGain, stagePan } from './soundStage.ts'

export interface SoundLevels {
  /** A factor of 0 and more. */
  readonly gain: Level
  /** -1 (left) to 1 (right), from the inside outwards: every clip on the way that turns the sound aside turns what it gets. */
  readonly pans: readonly Level[]
}

/** Of the seconds `[from, to]` of a span, counted from its start; the levels count from `from`. */
export function soundLevels({ stages }: SoundSpan, from: number, to: number): SoundLevels {
  const moments = new Set<number>([from])
  for (const stage of stages) {
    for (const at of momentsOf(stage, from, to)) moments.add(at)
  }
  if (moments.size > 1) moments.add(to)
  const sorted = [...moments].sort((a, b) => a - b)
  const level = (valueAt: (at: number) => number): Level =>
    levelThrough(sorted.map((at) => ({ at: at - from, value: valueAt(at) })))
  const frameOf = (stage: SoundStage, at: number): number =>
    stage.frame + at * stage.framesPerSecond
  return {
    gain: level((at) =>
      stages.reduce((gain, stage) => gain * stageGain(stage, frameOf(stage, at)), 1),
    ),
    pans: stages
      .map((stage) => level((at) => stagePan(stage, frameOf(stage, at))))
      .filter((pan) => pan !== 0),
  }
}

/** A crossfade's curve is drawn with at least so many lines. */
const CROSSFADE_LINES = 32
/** A held value jumps within this part of a frame. */
const JUMP = 1 / 8

/** The seconds of `(from, to)` between which the stage's values run straight enough. */
function momentsOf(stage: SoundStage, from: number, to: number): number[] {
  const { clip, fades, into, outOf, framesPerSecond } = stage
  const { fadeIn = 0, fadeOut = 0 } = fades
  const { duration, sound } = clip
  const frames = [
    ...animatedFrames(sound.volume),
    ...animatedFrames(sound.pan),
    ...(fadeIn > 0 ? whole(0, fadeIn) : []),
    ...(fadeOut > 0 ? whole(duration - fadeOut, duration) : []),
    ...crossfadeFrames(into),
    ...crossfadeFrames(outOf),
  ]
  return frames
    .map((frame) => (frame - stage.frame) / framesPerSecond)
    .filter((at) => at > from && at < to)
}

function animatedFrames({ keyframes }: Animated): number[] {
  const [first, last] = [keyframes[0], keyframes.at(-1)]
  if (!first || !last || first === last) return []
  const jumps = keyframes.flatMap(({ frame }, i) =>
    keyframes[i - 1]?.easing.kind === 'hold' ? [frame - JUMP] : [],
  )
  return [...whole(first.frame, last.frame), ...jumps]
}

function crossfadeFrames(crossfade: Crossfade | null): number[] {
  if (!crossfade) return []
  const { from, to, curve } = crossfade
  const lines = curve === 'linear' ? to - from : Math.max(to - from, CROSSFADE_LINES)
  return Array.from({ length: lines + 1 }, (_, i) => from + ((to - from) * i) / lines)
}

const whole = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

/**
 * Spreads keyframes in time, or draws them together.
 *
 *     ◆──◆──◆          →      ◆─────◆─────◆       twice as long, about the first
 *
 * Frames are rounded to the nearest. A keyframe that is not scaled gives way to one that lands on it; two that are
 * scaled cannot land on the same frame. Does not touch: values, easings, linked clips.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Rational } from '../time/rational.ts'
import { keyframeOf } from './animated.ts'
import type { KeyframeRef } from './keyframeRef.ts'
import { moveKeyframes } from './moveKeyframes.ts'
import { scaledAbout } from './scaledAbout.ts'
import { clipAt } from './timelineEdit.ts'

export interface KeyframeScaling {
  readonly itemId: ItemId
  readonly keyframes: readonly KeyframeRef[]
  /** Clip frame that stays; the distances of the keyframes from it are multiplied. */
  readonly anchor: number
  /** Positive. */
  readonly factor: Rational
}

export function scaleKeyframes(
  project: Project,
  { itemId, keyframes, anchor, factor }: KeyframeScaling,
): Project {
  const clip = clipAt(project, itemId)
  const moves = keyframes.map((ref) => {
    const { frame } = keyframeOf(clip, ref.property, ref.keyframeId)
    return { ...ref, frame: scaledAbout(anchor, frame, factor) }
  })
  return moveKeyframes(project, { itemId, moves })
}

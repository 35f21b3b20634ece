/**
 * Sets a keyframe of speed.
 *
 *     speed   2              ______              frame 4, speed 2, after a linear one at 0
 *             1 ______ →  __/
 *
 * Without a speed it takes the one the clip has there. A keyframe that is already on the frame keeps its id and takes
 * what is given; a new one eases like the one before it. The first frame keeps its picture; where the media runs out
 * earlier the clip gets shorter and leaves a gap. Linked clips get the same curve. Does not touch: other clips,
 * keyframes of values.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { ItemId, KeyframeId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { SpeedEase } from '../model/speedCurve.ts'
import type { Rational } from '../time/rational.ts'
import { changeSpeedKeys, speedOn } from './speedKeys.ts'

export interface NewSpeedKey {
  readonly itemId: ItemId
  /** Clip frames; may lie outside the clip. */
  readonly frame: number
  readonly speed?: Rational | undefined
  readonly ease?: SpeedEase | undefined
}

export const addSpeedKey = (project: Project, args: NewSpeedKey, makeId: MakeId): Project =>
  changeSpeedKeys(
    project,
    args.itemId,
    (clip) => {
      const { frame } = args
      const keys = clip.speedKeys ?? []
      const there = keys.find((key) => key.frame === frame)
      const before = keys.findLast((key) => key.frame < frame)
      const ease = args.ease ?? there?.ease ?? before?.ease ?? 'linear'
      const speed = args.speed ?? there?.speed ?? speedOn(clip, frame)
      const id = there?.id ?? makeId<KeyframeId>()
      return [...keys.filter((key) => key !== there), { ...there, id, frame, speed, ease }]
    },
    makeId,
  )

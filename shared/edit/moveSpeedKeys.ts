/**
 * Moves keyframes of speed in time, in speed, or both.
 *
 *     ◆───◆───◆      →      ◆─────◆─◆        the middle one, 2 later
 *     ◆───◆───◆      →      ◆───────◆        the middle one onto the last, which it replaces
 *
 * The first frame keeps its picture; where the media runs out earlier the clip gets shorter and leaves a gap. Linked
 * clips get the same curve. Does not touch: easings, other clips, keyframes of values.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { ItemId, KeyframeId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Rational } from '../time/rational.ts'
import { refuse } from './refuse.ts'
import { changeSpeedKeys, speedKeyOf } from './speedKeys.ts'

export interface SpeedKeyMoves {
  readonly itemId: ItemId
  readonly moves: readonly {
    readonly keyframeId: KeyframeId
    /** Clip frames. */
    readonly frame: number
    readonly speed?: Rational | undefined
  }[]
}

export const moveSpeedKeys = (
  project: Project,
  { itemId, moves }: SpeedKeyMoves,
  makeId: MakeId,
): Project =>
  changeSpeedKeys(
    project,
    itemId,
    (clip) => {
      const moved = moves.map(({ keyframeId, frame, speed }) => {
        const key = speedKeyOf(clip, keyframeId)
        return { ...key, frame, speed: speed ?? key.speed }
      })
      const ids = new Set(moved.map(({ id }) => id))
      const frames = new Set(moved.map(({ frame }) => frame))
      if (ids.size < moved.length) refuse('edit:keyframeMovedTwice')
      if (frames.size < moved.length) refuse('edit:keyframesMeet')
      const stay = (clip.speedKeys ?? []).filter(
        (key) => !ids.has(key.id) && !frames.has(key.frame),
      )
      return [...stay, ...moved]
    },
    makeId,
  )

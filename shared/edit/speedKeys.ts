/** Replacing a clip's keyframes of speed: what their verbs share. */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place } from '../model/select.ts'
import { type SpeedKeyframe, speedAt } from '../model/speedCurve.ts'
import { mediaTimeAt, showing } from '../model/timeMap.ts'
import type { Rational } from '../time/rational.ts'
import { changeMotion } from './changeMotion.ts'
import { refuse } from './refuse.ts'
import { checkSpeed, toSpeedSteps } from './respeed.ts'
import { clipAt, quoted, refuseLocked } from './timelineEdit.ts'

/** Frames between the first and the last keyframe: a day at 120 per second. */
const LONGEST_CURVE = 10_368_000

/**
 * The clip with other keyframes of speed; its first frame keeps its picture, its length stays as far as there is
 * media, linked clips follow. Without any left it runs on at the speed it had at its first frame.
 */
export function changeSpeedKeys(
  project: Project,
  itemId: ItemId,
  changed: (clip: Clip) => readonly SpeedKeyframe[],
  makeId: MakeId,
): Project {
  const clip = clipAt(project, itemId)
  refuseLocked(place(project, itemId).track)
  const speedKeys = [...changed(clip)].sort((a, b) => a.frame - b.frame)
  for (const { speed } of speedKeys) checkSpeed(speed)
  const [first, last] = [speedKeys[0]?.frame ?? 0, speedKeys.at(-1)?.frame ?? 0]
  if (last - first > LONGEST_CURVE) {
    refuse('edit:speedKeysFar')
  }
  return changeMotion(
    project,
    itemId,
    (rate) => {
      const shown = mediaTimeAt(clip, 0, rate)
      if (speedKeys.length === 0) return { sourceStart: shown, speed: speedOn(clip, 0) }
      const { sourceStart, speed } = clip
      return showing({ sourceStart, speed, speedKeys }, 0, shown, rate)
    },
    makeId,
  )
}

/** The speed at a clip frame, in the steps that a speed can have. */
export function speedOn({ speed, speedKeys }: Clip, frame: number): Rational {
  return speedKeys ? toSpeedSteps(speedAt(speedKeys, frame)) : speed
}

/** @throws EditRefused when it is gone. */
export function speedKeyOf(clip: Clip, id: string): SpeedKeyframe {
  const found = clip.speedKeys?.find((key) => key.id === id)
  return found ?? refuse('edit:speedKeyGone', { clip: quoted(clip) })
}

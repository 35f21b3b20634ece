/** Clips with a keyed speed, cut by the verbs' own primitive. */

import { sliceClip } from '../../../shared/edit/itemList.ts'
import { type Clip, defaultPicture, defaultSound } from '../../../shared/model/clip.ts'
import type { AssetId, ItemId } from '../../../shared/model/ids.ts'
import { type Motion, runsOn } from '../../../shared/model/timeMap.ts'
import type { Rational } from '../../../shared/time/rational.ts'

export const clipOf = (motion: Motion, duration: number): Clip => ({
  kind: 'clip',
  id: 'clip' as ItemId,
  name: 'clip',
  source: { kind: 'asset', assetId: 'asset' as AssetId },
  enabled: true,
  picture: defaultPicture(),
  sound: defaultSound(),
  ...motion,
  duration,
})

/** The clip in parts; every part is cut from the one before it, as repeated splits do. */
export function sliced(
  motion: Motion,
  duration: number,
  cuts: readonly number[],
  rate: Rational,
): Clip[] {
  const parts: Clip[] = []
  let rest = clipOf(motion, duration)
  let done = 0
  for (const cut of cuts) {
    parts.push(sliceClip(rest, 0, cut - done, rate))
    rest = sliceClip(rest, cut - done, rest.duration, rate)
    done = cut
  }
  return [...parts, rest]
}

/** Does every part run on into the next one, so that a join would take the cuts away? */
export const joinedBack = (parts: readonly Clip[], rate: Rational): boolean =>
  parts.every((part, i) => {
    const next = parts[i + 1]
    return !next || runsOn(part, next, part.duration, rate)
  })

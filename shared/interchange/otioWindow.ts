/** What of its media an item shows and how fast, as others read it and as we do. */
import type { Clip } from '../model/clip.ts'
import { mediaTimeAt } from '../model/timeMap.ts'
import { secondsAt } from '../time/frames.ts'
import {
  divide,
  formatRational,
  multiply,
  type Rational,
  rational,
  subtract,
  toNumber,
} from '../time/rational.ts'
import { type Json, type JsonObject, listAt } from './otio.ts'
import { writeRange } from './otioTime.ts'
import { isWarp } from './readOtioClip.ts'

/** What of its media an item shows, and how fast. */
export const writeWindow = (
  clip: Clip,
  start: Rational,
  mediaRate: Rational,
  rate: Rational,
  original: JsonObject | undefined,
): JsonObject => ({
  name: clip.name,
  enabled: clip.enabled,
  source_range: writeRange(start, mediaRate, secondsAt(clip.duration, rate), rate),
  effects: [...warp(clip, rate), ...otherEffects(original)],
  markers: [],
})

/** What no other program has a place for. */
export const ownSettings = (clip: Clip, rate: Rational): JsonObject => {
  const { linkId, groupId, effects, blendMode, fadeIn, fadeOut } = clip
  const optional = { linkId, groupId, effects, blendMode, fadeIn, fadeOut }
  return {
    speed: formatRational(clip.speed),
    ...(clip.speedKeys && {
      speedKeys: clip.speedKeys as unknown as Json,
      // Reading believes the keyframes as long as nobody changed the warp that stands for them.
      warp: meanSpeed(clip, rate),
    }),
    picture: clip.picture as unknown as Json,
    sound: clip.sound as unknown as Json,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as JsonObject),
  }
}

const otherEffects = (original: JsonObject | undefined): JsonObject[] =>
  original ? listAt(original, 'effects').filter((effect) => !isWarp(effect)) : []

/** OTIO has no speed that changes: others play a ramp at its mean. */
function meanSpeed(clip: Clip, rate: Rational): number {
  const passed = subtract(mediaTimeAt(clip, clip.duration, rate), mediaTimeAt(clip, 0, rate))
  return clip.speedKeys
    ? toNumber(divide(multiply(passed, rate), rational(clip.duration)))
    : toNumber(clip.speed)
}

function warp(clip: Clip, rate: Rational): JsonObject[] {
  const speed = meanSpeed(clip, rate)
  if (speed === 1) return []
  const common = { name: '', metadata: {}, enabled: true }
  return speed === 0
    ? [{ ...common, OTIO_SCHEMA: 'FreezeFrame.1', effect_name: 'FreezeFrame', time_scalar: 0 }]
    : [
        {
          ...{ ...common, OTIO_SCHEMA: 'LinearTimeWarp.1', effect_name: 'LinearTimeWarp' },
          time_scalar: speed,
        },
      ]
}

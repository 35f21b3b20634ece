/** How sound is turned aside, in players and exports alike: Web Audio's laws of equal power (docs/painting.md). */
import type { AudioStream } from '../model/mediaInfo.ts'

/**
 * `mono`: as loud wherever it stands. `stereo`: the side it is turned away from is heard at the other side too, so that
 * nothing of a recording is lost.
 */
export type PanLaw = 'mono' | 'stereo'

/** Of the pans that follow each other, from the inside outwards: what the first has made of one channel is stereo to the next. */
export const panLaw = ({ channels }: Pick<AudioStream, 'channels'>, place: number): PanLaw =>
  channels === 1 && place === 0 ? 'mono' : 'stereo'

/** In the middle one channel is heard at both sides as it was recorded; Web Audio has it 3 dB lower. */
export const MONO_GAIN = Math.SQRT2

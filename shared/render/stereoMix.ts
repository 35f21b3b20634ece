/** How sound of any layout becomes two channels: the same factors for players and exports. */
import type { AudioStream } from '../model/mediaInfo.ts'

/** The share of every channel, in the order of the stream. */
export interface StereoMix {
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** Channels in ffmpeg's order, by the names of its layouts. */
const LAYOUTS: Readonly<Record<string, string>> = {
  mono: 'M',
  stereo: 'L R',
  '2.1': 'L R LFE',
  '3.0': 'L R C',
  '3.0(back)': 'L R BC',
  '4.0': 'L R C BC',
  quad: 'L R BL BR',
  'quad(side)': 'L R BL BR',
  '3.1': 'L R C LFE',
  '5.0': 'L R C BL BR',
  '5.0(side)': 'L R C BL BR',
  '4.1': 'L R C LFE BC',
  '5.1': 'L R C LFE BL BR',
  '5.1(side)': 'L R C LFE BL BR',
  '6.0': 'L R C BC BL BR',
  hexagonal: 'L R C BL BR BC',
  '6.1': 'L R C LFE BC BL BR',
  '6.1(back)': 'L R C LFE BL BR BC',
  '7.0': 'L R C BL BR BL BR',
  '7.1': 'L R C LFE BL BR BL BR',
  octagonal: 'L R C BL BR BC BL BR',
}

/** What a number of channels without a name is taken for. */
const USUAL = ['mono', 'stereo', '2.1', 'quad', '5.0', '5.1', '6.1', '7.1'] as const

/** ITU-R BS.775, the factors that ffmpeg and Web Audio have, without making all of it softer; the low-frequency channel is left out. */
const SHARES: Readonly<Record<string, readonly [left: number, right: number]>> = {
  M: [1, 1],
  L: [1, 0],
  R: [0, 1],
  C: [Math.SQRT1_2, Math.SQRT1_2],
  BL: [Math.SQRT1_2, 0],
  BR: [0, Math.SQRT1_2],
  BC: [0.5, 0.5],
  LFE: [0, 0],
}

/** Of layouts that nobody knows the first two channels are heard. */
export function stereoMix({
  channels,
  layout,
}: Pick<AudioStream, 'channels' | 'layout'>): StereoMix {
  const named = LAYOUTS[layout ?? '']?.split(' ')
  const known = named?.length === channels ? named : LAYOUTS[USUAL[channels - 1] ?? '']?.split(' ')
  const names = Array.from({ length: channels }, (_, i) => known?.[i] ?? ['L', 'R'][i] ?? 'LFE')
  return {
    left: names.map((name) => SHARES[name]?.[0] ?? 0),
    right: names.map((name) => SHARES[name]?.[1] ?? 0),
  }
}

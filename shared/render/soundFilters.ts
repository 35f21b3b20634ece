/** One planned sound as a chain of ffmpeg filters that stands on exact samples. */
import type { AudioStream } from '../model/mediaInfo.ts'
import { add, multiply, type Rational, rational, round } from '../time/rational.ts'
import { type Curve, expressionOf, isConstant, linesThrough } from './curve.ts'
import { decimal, expression } from './escape.ts'
import { mediaZero } from './mediaZero.ts'
import { SILENCE } from './planSound.ts'
import type { PlannedSound } from './renderPlan.ts'

/** Samples over which a moving volume stays the same: 2.7 ms at 48 kHz. */
const VOLUME_STEP = 128
const VOLUME_TOLERANCE = 0.05

/** Stereo at `sampleRate`, silent before `sound.start`, ending at `sound.end`. */
export function soundChain(
  sound: PlannedSound,
  stream: AudioStream,
  sampleRate: number,
  rate: Rational,
): string[] {
  const length = sound.end - sound.start
  const inRate = rational(stream.sampleRate)
  const heard = multiply(rational(length, sampleRate), sound.speed)
  // Timestamps arrive raw (-copyts) and are counted in the stream's own samples.
  const first = add(mediaZero(sound.asset.info), sound.mediaStart)
  const from = round(multiply(first, inRate), 'nearest')
  const to = from + round(multiply(heard, inRate), 'ceil')
  const streamStart = round(multiply(stream.start, inRate), 'nearest')
  // Sound that begins later than it is wanted is preceded by silence.
  const late = Math.max(0, Math.min(to, streamStart) - from)
  const lateOut = round(
    multiply(rational(late, stream.sampleRate), rational(sampleRate)),
    'nearest',
  )
  const isSpedUp = sound.speed.num !== sound.speed.den
  const silence = isSpedUp ? Math.round((lateOut * sound.speed.den) / sound.speed.num) : lateOut
  const hold = sound.reversed ? 0 : silence
  return [
    `asettb=1/${stream.sampleRate}`,
    `atrim=start_pts=${from + late}:end_pts=${to}`,
    'asetpts=N',
    ...toStereo(stream),
    ...(stream.sampleRate === sampleRate ? [] : [`aresample=${sampleRate}:async=0`]),
    'aformat=sample_fmts=fltp:channel_layouts=stereo',
    ...(sound.reversed ? ['areverse'] : []),
    ...(isSpedUp ? tempo(sound.speed) : []),
    ...(hold > 0 ? [`adelay=delays=${hold}S:all=1`] : []),
    `apad=whole_len=${length}`,
    `atrim=end_sample=${length}`,
    ...volumeFilters(sound.volume, rate),
    ...panFilters(sound.pan, rate),
    ...(sound.start > 0 ? [`adelay=delays=${sound.start}S:all=1`] : []),
  ]
}

/**
 * Mono on both sides; surround as Web Audio folds it down, so that the export sounds like the preview (the low
 * frequency channel is left out). Rarer layouts are ffmpeg's to judge.
 */
function toStereo({ channels, layout }: AudioStream): string[] {
  if (channels === 1) return ['pan=stereo|c0=c0|c1=c0']
  if (channels === 2) return []
  if (channels === 4 && (layout === undefined || layout === 'quad'))
    return ['pan=stereo|c0=0.5*c0+0.5*c2|c1=0.5*c1+0.5*c3']
  if (channels === 6 && (layout === undefined || layout.startsWith('5.1'))) {
    return ['pan=stereo|c0=c0+0.7071*c2+0.7071*c4|c1=c1+0.7071*c2+0.7071*c5']
  }
  return []
}

/** `atempo` keeps the pitch; one of it reaches down to half speed and up to a hundredfold. */
function tempo(speed: Rational): string[] {
  const filters: string[] = []
  let rest = speed.num / speed.den
  while (rest < 0.5) {
    filters.push('atempo=0.5')
    rest *= 2
  }
  filters.push(`atempo=${decimal(Math.min(100, rest))}`)
  return filters
}

const frameNumber = (rate: Rational): string => `(t*${rate.num}/${rate.den})`

function volumeFilters(volume: Curve, rate: Rational): string[] {
  if (isConstant(volume)) return volume === 0 ? [] : [`volume=${decimal(volume)}dB:precision=float`]
  const decibels = expressionOf(linesThrough(volume, VOLUME_TOLERANCE), frameNumber(rate))
  const factor = `st(0,${decibels})*0+if(lte(ld(0),${SILENCE}),0,pow(10,ld(0)/20))`
  return [
    `asetnsamples=n=${VOLUME_STEP}:p=0`,
    `volume=volume=${expression(factor)}:eval=frame:precision=float`,
  ]
}

/** Web Audio's equal-power law for stereo sources. */
function panFilters(pan: Curve, rate: Rational): string[] {
  if (pan === 0) return []
  const position = isConstant(pan)
    ? decimal(pan)
    : expressionOf(linesThrough(pan, 1 / 512), frameNumber(rate))
  const angle = 'if(lte(ld(0),0),ld(0)+1,ld(0))*PI/2'
  const law = (left: string, right: string): string =>
    `st(0,clip(${position},-1,1))*0+st(1,${angle})*0+if(lte(ld(0),0),${left},${right})`
  const left = law('val(0)+val(1)*cos(ld(1))', 'val(0)*cos(ld(1))')
  const right = law('val(1)*sin(ld(1))', 'val(1)+val(0)*sin(ld(1))')
  return [`aeval=exprs=${expression(`${left}|${right}`)}:c=same`]
}

/** One planned sound as a chain of ffmpeg filters that stands on exact samples. */
import type { AudioStream } from '../model/mediaInfo.ts'
import { add, multiply, type Rational, rational, round } from '../time/rational.ts'
import { decimal, expression } from './escape.ts'
import { type Level, levelExpression } from './level.ts'
import { mediaZero } from './mediaZero.ts'
import { MONO_GAIN, type PanLaw, panLaw } from './panLaw.ts'
import type { PlannedSound } from './renderPlan.ts'
import { stereoMix } from './stereoMix.ts'

/** Samples over which a moving volume stays the same: 0.7 ms at 48 kHz. */
const VOLUME_STEP = 32
/** Of full scale: -66 dB. */
const VOLUME_TOLERANCE = 1 / 2048
const PAN_TOLERANCE = 1 / 512

/** Stereo at `sampleRate`, silent before `sound.start`, ending at `sound.end`. */
export function soundChain(sound: PlannedSound, stream: AudioStream, sampleRate: number): string[] {
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
    ...volumeFilters(sound.gain, sampleRate),
    ...sound.pans.flatMap((pan, place) => panFilters(pan, panLaw(stream, place))),
    ...(sound.start > 0 ? [`adelay=delays=${sound.start}S:all=1`] : []),
  ]
}

function toStereo(stream: AudioStream): string[] {
  if (stream.channels === 2) return []
  const { left, right } = stereoMix(stream)
  const side = (shares: readonly number[]): string =>
    shares.flatMap((share, i) => (share > 0 ? [`${decimal(share)}*c${i}`] : [])).join('+')
  return [`pan=stereo|c0=${side(left)}|c1=${side(right)}`]
}

/**
 * `atempo` keeps the pitch. Beyond half and double speed it drops what it cannot blend: several of them share the way,
 * and the last makes up for what the others' decimals left.
 */
function tempo(speed: Rational): string[] {
  let rest = speed.num / speed.den
  const count = Math.max(1, Math.ceil(Math.abs(Math.log2(rest))))
  const share = Number(decimal(rest ** (1 / count)))
  return Array.from({ length: count }, (_, i) => {
    const factor = i === count - 1 ? rest : share
    rest /= share
    return `atempo=${factor.toFixed(9)}`
  })
}

function volumeFilters(gain: Level, sampleRate: number): string[] {
  if (typeof gain === 'number') {
    return gain === 1 ? [] : [`volume=${decimal(20 * Math.log10(gain))}dB:precision=float`]
  }
  // A block has the value of its middle.
  const middle = `(t+${decimal(VOLUME_STEP / 2 / sampleRate)})`
  const factor = levelExpression(gain, middle, VOLUME_TOLERANCE)
  return [
    `asetnsamples=n=${VOLUME_STEP}:p=0`,
    `volume=volume=${expression(factor)}:eval=frame:precision=float`,
  ]
}

function panFilters(pan: Level, law: PanLaw): string[] {
  const position = `clip(${levelExpression(pan, 't', PAN_TOLERANCE)},-1,1)`
  const sides = law === 'mono' ? monoSides(position) : stereoSides(position)
  return [`aeval=exprs=${expression(sides.join('|'))}:c=same`]
}

/** Both channels are the one. */
function monoSides(position: string): [left: string, right: string] {
  const side = (part: 'cos' | 'sin'): string =>
    `${decimal(MONO_GAIN / 2)}*(val(0)+val(1))*${part}((${position}+1)*PI/4)`
  return [side('cos'), side('sin')]
}

function stereoSides(position: string): [left: string, right: string] {
  const angle = 'if(lte(ld(0),0),ld(0)+1,ld(0))*PI/2'
  const law = (left: string, right: string): string =>
    `st(0,${position})*0+st(1,${angle})*0+if(lte(ld(0),0),${left},${right})`
  const left = law('val(0)+val(1)*cos(ld(1))', 'val(0)*cos(ld(1))')
  const right = law('val(1)*sin(ld(1))', 'val(1)+val(0)*sin(ld(1))')
  return [left, right]
}

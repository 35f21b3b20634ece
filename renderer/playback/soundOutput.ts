/** The one way of all sound to the card, and how loud it is there: what players make is summed in `input` and heard. */
import { create } from 'zustand'
import { largestSince } from './soundLevels.ts'

export interface SoundOutput {
  readonly context: AudioContext
  readonly input: AudioNode
  /** The largest samples since this was asked last, of what is heard by now; 1 is full scale, and more is cut off. */
  peaks(): readonly [left: number, right: number]
}

/**
 * That of most footage. Web Audio draws straight lines between the samples of every piece whose rate is another, and guesses
 * beyond its last one; the system's own conversion to the card's rate knows the whole sound.
 */
const SAMPLE_RATE = 48_000
/** Two thirds of a second: as long as the window may be busy without a peak being missed. */
const SAMPLES = 32_768

let output: SoundOutput | null = null

/** Opened with the first sound: until then the card is left alone. */
export const soundOutput = (): SoundOutput => {
  output ??= openOutput()
  return output
}

/** How many runs of sound are on their way to the card. */
export const useSounding = create<{ readonly runs: number }>(() => ({ runs: 0 }))

/** Answers the function that says it is over. */
export function sounding(): () => void {
  useSounding.setState(({ runs }) => ({ runs: runs + 1 }))
  let isOver = false
  return () => {
    if (!isOver) useSounding.setState(({ runs }) => ({ runs: runs - 1 }))
    isOver = true
  }
}

function openOutput(): SoundOutput {
  const context = new AudioContext({ latencyHint: 'interactive', sampleRate: SAMPLE_RATE })
  const input = new GainNode(context)
  input.connect(context.destination)
  const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 })
  input.connect(splitter)
  const [left, right] = [0, 1].map((side) => {
    const analyser = new AnalyserNode(context, { fftSize: SAMPLES })
    splitter.connect(analyser, side)
    return analyser
  })
  const samples = new Float32Array(SAMPLES)
  let until = context.currentTime
  const largest = (analyser: AnalyserNode | undefined, from: number, to: number): number => {
    analyser?.getFloatTimeDomainData(samples)
    return largestSince(samples, Math.round(from), Math.round(to))
  }
  return {
    context,
    input,
    peaks() {
      // What was handed to the card is heard a little later.
      const late = (context.outputLatency || 0) * context.sampleRate
      const now = context.currentTime
      const passed = (now - until) * context.sampleRate
      until = now
      if (passed <= 0) return [0, 0]
      return [largest(left, passed + late, late), largest(right, passed + late, late)]
    },
  }
}

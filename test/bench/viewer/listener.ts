/** Watches and listens inside the page while it plays: each picture against what is heard when it is painted. */
import type { Page } from 'playwright-core'
import { NUMBER_PLACE } from './footage.ts'

export interface Played {
  /** Frames that ought to have been seen, and those of them that were not. */
  readonly due: number
  readonly dropped: number
  /** What the window itself says of dropped frames. */
  readonly told: string
  /** Longest time between two pictures, milliseconds. */
  readonly longest: number
  /** Pictures whose number could not be read. */
  readonly unread: number
  /**
   * Of every picture the milliseconds by which it was painted after the sound of its first moment was heard; less than a
   * frame and a picture of the window where all is well, negative where it came too early.
   */
  readonly late: readonly number[]
  /** Milliseconds that sound takes from the card's clock to the loudspeaker, at the end. */
  readonly latency: number
  /** Beeps that were found; a whole second of offset would not be noticed by them. */
  readonly beeps: number
}

export interface Listener {
  /** Plays from where it stands until frame `last` is painted. */
  play(rate: number, last: number): Promise<Played>
}

declare global {
  interface Window {
    listener: Listener
  }
}

/** Runs in the page: it may name nothing outside itself. */
function install(place: readonly [number, number, number, number]): void {
  const sheet = document.createElement('canvas')
  sheet.width = 48
  sheet.height = 32
  const context = sheet.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas to read numbers with')

  const numberIn = (picture: HTMLCanvasElement): number => {
    const [x, y, across, down] = place
    const { width, height } = picture
    context.drawImage(picture, x * width, y * height, across * width, down * height, 0, 0, 48, 32)
    const { data } = context.getImageData(0, 0, 48, 32)
    let bits = 0
    for (let block = 0; block < 24; block++) {
      let sum = 0
      for (let dy = 2; dy < 6; dy++)
        for (let dx = 2; dx < 6; dx++)
          sum += data[((Math.floor(block / 6) * 8 + dy) * 48 + (block % 6) * 8 + dx) * 4 + 1] ?? 0
      bits = (bits << 1) | (sum / 16 > 125 ? 1 : 0)
    }
    const number = (bits >>> 8) & 0xffff
    const check = ((number & 255) * 7 + (number >> 8) * 13 + 0xa5) & 255
    return (bits & 255) === check ? number : -1
  }

  const press = (): void =>
    void document.body.dispatchEvent(
      new KeyboardEvent('keydown', { code: 'Space', key: ' ', bubbles: true, cancelable: true }),
    )

  /** The card that is played on, and its times at which a beep begins. */
  function listen() {
    const onsets: number[] = []
    let card: AudioContext | null = null
    let isOver = false
    const connect = AudioNode.prototype.connect
    AudioNode.prototype.connect = function (
      this: AudioNode,
      to: AudioNode | AudioParam,
      ...rest: number[]
    ) {
      if (to instanceof AudioDestinationNode && this.context instanceof AudioContext) {
        const tap = new AnalyserNode(this.context, { fftSize: 32768 })
        this.connect(tap)
        card = this.context
        follow(card, tap)
      }
      return (connect as (...all: unknown[]) => AudioNode).call(this, to, ...rest)
    } as typeof connect

    const follow = (sound: AudioContext, tap: AnalyserNode): void => {
      const samples = new Float32Array(tap.fftSize)
      let until = sound.currentTime
      let loudAt = until - 1
      const poll = (): void => {
        const now = sound.currentTime
        tap.getFloatTimeDomainData(samples)
        const fresh = Math.min(samples.length, Math.round((now - until) * sound.sampleRate))
        for (let index = samples.length - fresh; index < samples.length; index++) {
          if (Math.abs(samples[index] ?? 0) < 0.02) continue
          const time = now - (samples.length - index) / sound.sampleRate
          if (time - loudAt > 0.3) onsets.push(time)
          loudAt = time
        }
        until = now
        if (!isOver) setTimeout(poll, 20)
      }
      poll()
    }
    return {
      onsets,
      card: () => card,
      stop() {
        isOver = true
        AudioNode.prototype.connect = connect
      },
    }
  }

  window.listener = {
    async play(rate, final) {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]')
      if (!canvas) throw new Error('no monitor')
      const sound = listen()
      /** What the card's clock said when a frame was painted first, less the way to the loudspeaker. */
      const painted = new Map<number, number>()
      let [unread, last, longest] = [0, 0, 0]
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          const card = sound.card()
          const heard = card ? card.currentTime - (card.outputLatency || 0) : Number.NaN
          const now = performance.now()
          const number = numberIn(canvas)
          if (number < 0) unread++
          else if (!painted.has(number)) painted.set(number, heard)
          if (last > 0) longest = Math.max(longest, now - last)
          last = now
          if (number < final) return
          observer.disconnect()
          resolve()
        })
        observer.observe(canvas, { attributes: true, attributeFilter: ['data-frame'] })
        press()
      })
      press()
      sound.stop()
      const frames = [...painted.keys()]
      const due = Math.max(...frames) - Math.min(...frames) + 1
      const middle = (values: number[]): number =>
        values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
      // Each beep is heard with a whole second of the film: where its zero lies on the card's clock, by most of them.
      const [first = Number.NaN] = sound.onsets
      const zero = middle(sound.onsets.map((time) => time - Math.round(time - first)))
      // Until the sound begins the picture stands.
      const moving = [...painted].filter(([number]) => number > 1)
      const off = moving.map(([number, heard]) => heard - zero - number / rate)
      // The first beep that was found need not be the film's first.
      const missed = Math.round(middle([...off]))
      const late = off.map((seconds) => 1000 * (seconds - missed))
      const told = document.querySelector('[data-dropped]')?.getAttribute('aria-label') ?? ''
      const latency = 1000 * (sound.card()?.outputLatency || 0)
      return {
        ...{ due, dropped: due - painted.size, told, longest, unread },
        ...{ late, latency, beeps: sound.onsets.length },
      }
    },
  }
}

export const installListener = (page: Page): Promise<void> => page.evaluate(install, NUMBER_PLACE)

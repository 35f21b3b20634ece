/**
 * Measures inside the page, where neither picture has a way to travel: from the call that asks for a frame to the moment
 * at which a canvas or a `<video>` can be read and the number in its pixels is the one that was asked for.
 */
import type { Page } from 'playwright-core'
import { NUMBER_PLACE } from './footage.ts'

/** Milliseconds; `first` until anything of the wanted place is seen, `exact` until the frame itself is. */
export interface Seeked {
  readonly first: number
  readonly exact: number
}

export interface Played {
  /** Frames that ought to have been seen, and those of them that were not. */
  readonly due: number
  readonly dropped: number
  /** Longest time between two pictures, milliseconds. */
  readonly longest: number
  /** Numbers read from pixels that were not those of the frame that the viewer named. */
  readonly wrong: number
  /** Milliseconds from hearing each second's beep to seeing its frame; positive: the picture is late. */
  readonly offsets: readonly number[]
}

export interface Meter {
  /** Presses a key and waits for the frame. */
  key(code: string, wanted: number): Promise<number>
  /** Types a frame's timecode and waits for it. */
  seek(timecode: string, wanted: number): Promise<Seeked>
  /** Sets the time of the `<video>` and waits for the frame. */
  peer(wanted: number, rate: number): Promise<number>
  /** Plays from where it stands until it shows frame `last`. */
  play(rate: number, last: number): Promise<Played>
  /** Until the window has shown so many pictures of its own: a hand that looks at each frame. */
  rest(pictures: number): Promise<void>
}

declare global {
  interface Window {
    meter: Meter
  }
}

/** Runs in the page: it may name nothing outside itself. */
function install({
  url,
  place,
}: {
  readonly url: string
  readonly place: readonly [number, number, number, number]
}): void {
  const PATIENCE = 120_000
  const sheet = document.createElement('canvas')
  sheet.width = 48
  sheet.height = 32
  const context = sheet.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas to read numbers with')

  const numberIn = (picture: CanvasImageSource, width: number, height: number): number => {
    const [x, y, across, down] = place
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

  const monitor = (): HTMLCanvasElement => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]')
    if (!canvas) throw new Error('no monitor')
    return canvas
  }
  const shown = (canvas: HTMLCanvasElement): number => numberIn(canvas, canvas.width, canvas.height)

  const video = document.createElement('video')
  video.src = url
  video.muted = true
  video.preload = 'auto'
  video.style.cssText = 'position:fixed;right:0;bottom:30px;width:320px;z-index:1'
  document.body.append(video)

  /** Resolves at the first change of the monitor for which `look` answers a value. */
  const painted = <T>(ask: () => void, look: (canvas: HTMLCanvasElement) => T | undefined) =>
    new Promise<T>((resolve, reject) => {
      const canvas = monitor()
      const timer = setTimeout(() => {
        observer.disconnect()
        reject(
          new Error(`waited for a picture in vain; it shows ${JSON.stringify(canvas.dataset)}`),
        )
      }, PATIENCE)
      const observer = new MutationObserver(() => {
        const found = look(canvas)
        if (found === undefined) return
        clearTimeout(timer)
        observer.disconnect()
        resolve(found)
      })
      observer.observe(canvas, { attributes: true })
      ask()
    })

  const press = (target: EventTarget, code: string, key = code): void =>
    void target.dispatchEvent(
      new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }),
    )

  window.meter = {
    key(code, wanted) {
      let began = 0
      return painted(
        () => {
          began = performance.now()
          press(document.body, code)
        },
        (canvas) => {
          const at = performance.now()
          return shown(canvas) === wanted ? at - began : undefined
        },
      )
    },

    seek(timecode, wanted) {
      const field = document.querySelector<HTMLInputElement>('input[aria-label="Timecode"]')
      if (!field) throw new Error('no timecode to type into')
      let began = 0
      let first: number | undefined
      return painted(
        () => {
          field.focus()
          field.value = timecode
          began = performance.now()
          press(field, 'Enter')
        },
        (canvas) => {
          const at = performance.now()
          if (canvas.dataset.near === String(wanted) || canvas.dataset.frame === String(wanted))
            first ??= at - began
          return shown(canvas) === wanted
            ? { first: first ?? at - began, exact: at - began }
            : undefined
        },
      )
    },

    peer: (wanted, rate) =>
      new Promise((resolve, reject) => {
        const began = performance.now()
        const timer = setTimeout(
          () => reject(new Error(`<video> never showed ${wanted}`)),
          PATIENCE,
        )
        const look = (): void => {
          const at = performance.now()
          if (numberIn(video, video.videoWidth, video.videoHeight) !== wanted) {
            video.requestVideoFrameCallback(look)
            return
          }
          clearTimeout(timer)
          resolve(at - began)
        }
        video.addEventListener('seeked', look, { once: true })
        // The middle of a frame: its edges are not exact in binary fractions.
        video.currentTime = (wanted + 0.5) / rate
      }),

    rest: (pictures) =>
      new Promise((resolve) => {
        const next = (left: number): void => {
          if (left === 0) resolve()
          else requestAnimationFrame(() => next(left - 1))
        }
        next(pictures)
      }),

    async play(rate, final) {
      const heard = listen()
      const seen = new Map<number, number>()
      let wrong = 0
      let last = 0
      let longest = 0
      const canvas = monitor()
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          const at = performance.now()
          const frame = Number(canvas.dataset.frame)
          if (!seen.has(frame)) seen.set(frame, at)
          if (last > 0) longest = Math.max(longest, at - last)
          last = at
          if (frame % rate === 0 && shown(canvas) !== frame) wrong++
          if (frame < final) return
          observer.disconnect()
          resolve()
        })
        observer.observe(canvas, { attributes: true, attributeFilter: ['data-frame'] })
        press(document.body, 'Space', ' ')
      })
      press(document.body, 'Space', ' ')
      const frames = [...seen.keys()]
      const [from, until] = [Math.min(...frames), Math.max(...frames)]
      const due = until - from + 1
      const offsets = heard.stop().flatMap((at) => {
        // The frame of the same second is the nearest of those that begin one.
        const near = [...seen].filter(([frame]) => frame % rate === 0).map(([, time]) => time - at)
        const [nearest] = near.sort((a, b) => Math.abs(a) - Math.abs(b))
        return nearest !== undefined && Math.abs(nearest) < 400 ? [nearest] : []
      })
      return { due, dropped: due - frames.length, longest, wrong, offsets }
    },
  }

  /** Times of the page at which a beep begins to be heard. */
  function listen(): { stop(): number[] } {
    const onsets: number[] = []
    const taps = new Map<BaseAudioContext, AnalyserNode>()
    const connect = AudioNode.prototype.connect
    let isOver = false
    AudioNode.prototype.connect = function (
      this: AudioNode,
      to: AudioNode | AudioParam,
      ...rest: number[]
    ) {
      if (to instanceof AudioDestinationNode && !(this instanceof AnalyserNode)) {
        const tap = taps.get(this.context) ?? new AnalyserNode(this.context, { fftSize: 8192 })
        if (!taps.has(this.context)) {
          taps.set(this.context, tap)
          follow(this.context as AudioContext, tap)
        }
        this.connect(tap)
      }
      return (connect as (...all: unknown[]) => AudioNode).call(this, to, ...rest)
    } as typeof connect

    const follow = (sound: AudioContext, tap: AnalyserNode): void => {
      const samples = new Float32Array(tap.fftSize)
      let until = sound.currentTime
      let quietSince = until
      const poll = (): void => {
        const now = sound.currentTime
        tap.getFloatTimeDomainData(samples)
        const fresh = Math.min(samples.length, Math.round((now - until) * sound.sampleRate))
        for (let index = samples.length - fresh; index < samples.length; index++) {
          if (Math.abs(samples[index] ?? 0) < 0.02) continue
          const at = now - (samples.length - index) / sound.sampleRate
          if (at - quietSince > 0.3) {
            const { contextTime = 0, performanceTime = 0 } = sound.getOutputTimestamp()
            onsets.push(
              contextTime > 0
                ? performanceTime + (at - contextTime) * 1000
                : performance.now() + (at - now) * 1000,
            )
          }
          quietSince = at
        }
        until = now
        if (!isOver) setTimeout(poll, 10)
      }
      poll()
    }
    return {
      stop() {
        isOver = true
        AudioNode.prototype.connect = connect
        return onsets
      },
    }
  }
}

/** Puts the meter into the page, with a `<video>` on `url` beside the program. */
export const installMeter = (page: Page, url: string): Promise<void> =>
  page.evaluate(install, { url, place: NUMBER_PLACE })

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

export interface Meter {
  /** Presses a key and waits for the frame. */
  key(code: string, wanted: number): Promise<number>
  /** Types a frame's timecode and waits for it. */
  seek(timecode: string, wanted: number): Promise<Seeked>
  /** Sets the time of the `<video>` and waits for the frame. */
  peer(wanted: number, rate: number): Promise<number>
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
  }
}

/** Puts the meter into the page, with a `<video>` on `url` beside the program. */
export const installMeter = (page: Page, url: string): Promise<void> =>
  page.evaluate(install, { url, place: NUMBER_PLACE })

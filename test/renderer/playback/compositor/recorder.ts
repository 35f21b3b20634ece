/** Canvases that write down what is drawn on them, in words: `main drawImage grass …`, `sheet 1 fillRect …`. */
import type { Canvas2d, Sheets, Surface } from '../../../../renderer/playback/compositor/Surface.ts'

const names = new WeakMap<object, string>()

/** An image of that name; nothing reads its pixels. */
export function image(name: string): ImageBitmap {
  const made = Object.freeze({}) as ImageBitmap
  names.set(made, name)
  return made
}

const worded = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? (names.get(value) ?? 'something')
    : typeof value === 'number'
      ? String(Math.round(value * 100) / 100)
      : String(value)

export class Recorder {
  readonly calls: string[] = []
  /** Sheets that have not been given back. */
  out = 0
  #count = 0

  surface(width: number, height: number, isOpaque = true, name = 'main'): Surface {
    const note =
      (verb: string) =>
      (...args: unknown[]): void => {
        this.calls.push([name, verb, ...args.map(worded)].join(' '))
      }
    const set = (verb: string) => ({ set: note(verb), enumerable: true })
    const context = Object.defineProperties(
      Object.fromEntries(
        ['translate', 'rotate', 'scale', 'drawImage', 'fillRect', 'clearRect'].map((verb) => [
          verb,
          note(verb),
        ]),
      ),
      {
        // What is set back at `restore` is of no interest, only that it is.
        save: { value: () => undefined },
        restore: { value: () => undefined },
        globalAlpha: set('alpha'),
        globalCompositeOperation: set('as'),
        fillStyle: set('fill'),
        createLinearGradient: {
          value: (...line: number[]) => {
            const gradient = { addColorStop: () => undefined }
            names.set(gradient, `gradient(${line.map(worded).join(' ')})`)
            return gradient
          },
        },
      },
    ) as unknown as Canvas2d
    return { image: image(name), context, width, height, isOpaque }
  }

  readonly sheets: Sheets = {
    smoothing: 'high',
    take: (width, height) => {
      this.out++
      return this.surface(width, height, false, `sheet${++this.#count}`)
    },
    give: () => {
      this.out--
    },
    dispose: () => undefined,
  }
}

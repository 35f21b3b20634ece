/** In the page: the effects on the graphics processor beside the same effects in plain arithmetic. */
import { applyOnCpu } from '../../../renderer/playback/effects/cpuEffects.ts'
import type { EffectStep } from '../../../renderer/playback/effects/EffectStep.ts'
import { createGpuEffects } from '../../../renderer/playback/effects/gpuEffects.ts'
import type { ColorTable } from '../../../shared/render/colorTable.ts'

/** Not a power of two, and odd. */
const [WIDTH, HEIGHT] = [317, 203]

function canvasOf(pixels: ImageData): OffscreenCanvas {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height)
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0)
  return canvas
}

function pixelsOf(image: CanvasImageSource): ImageData {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No 2D canvas')
  context.drawImage(image, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT)
  return context.getImageData(0, 0, WIDTH, HEIGHT)
}

/** Noise and gradients in blocks under a bright first row; the right half fades where it is `clear`. */
function picture(clear: boolean): ImageData {
  const pixels = new ImageData(WIDTH, HEIGHT)
  let seed = 1
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isNoise = ((x >> 4) + (y >> 5)) % 2 === 0
      const alpha = clear && x > WIDTH / 2 ? (255 * y) / HEIGHT : 255
      const color = isNoise ? [random() * 255, random() * 80, random() * 255] : [x, y, 255 - y]
      pixels.data.set([...(y === 0 ? [255, 255, 255] : color), alpha], (y * WIDTH + x) * 4)
    }
  }
  return pixels
}

/** Brighter reds, inverted blues, and what is green gone by halves. */
const table: ColorTable = {
  size: 36,
  rgba: new Float32Array(
    Array.from({ length: 36 ** 3 }, (_, point) => {
      const [r, g, b] = [point % 36, Math.floor(point / 36) % 36, Math.floor(point / 36 ** 2)]
      return [Math.sqrt(r / 35), g / 35, 1 - b / 35, 1 - g / 70]
    }).flat(),
  ),
  hasAlpha: true,
}

const LISTS: Readonly<Record<string, readonly EffectStep[]>> = {
  color: [{ kind: 'color', table }],
  'small blur': [{ kind: 'blur', sigma: 2.5 }],
  'wide blur': [{ kind: 'blur', sigma: 21 }],
  'widest blur': [{ kind: 'blur', sigma: HEIGHT / 4 }],
  sharpen: [{ kind: 'sharpen', amount: 1.5, sigma: 2 }],
  'dark vignette': [{ kind: 'vignette', amount: 0.7, from: 0.3, to: 0.9 }],
  'bright vignette': [{ kind: 'vignette', amount: -0.7, from: 0.3, to: 0.9 }],
  everything: [
    { kind: 'color', table },
    { kind: 'blur', sigma: 2 },
    { kind: 'vignette', amount: 0.7, from: 0.3, to: 0.9 },
    { kind: 'sharpen', amount: 0.5, sigma: 12 },
  ],
}

export interface Difference {
  readonly what: string
  /** Of premultiplied values, in steps of 8 bits. */
  readonly mean: number
  readonly largest: number
}

const bitmapOf = (image: OffscreenCanvas) => ({ image, width: WIDTH, height: HEIGHT })

export function differences(): Difference[] {
  const gpu = createGpuEffects({ anyhow: true })
  if (!gpu) throw new Error('The window has no WebGL2')
  const found = [false, true].flatMap((clear) =>
    Object.entries(LISTS).map(([name, steps]): Difference => {
      const image = canvasOf(picture(clear))
      const plain = pixelsOf(image)
      applyOnCpu(plain, steps)
      const changed = gpu.apply(bitmapOf(image), steps)
      if (!changed) throw new Error('The graphics processor refused')
      const [a, b] = [pixelsOf(canvasOf(plain)).data, pixelsOf(changed).data]
      let [sum, largest] = [0, 0]
      for (let at = 0; at < a.length; at++) {
        const weight = at % 4 === 3 ? 1 : (a[at - (at % 4) + 3] ?? 0) / 255
        const difference = weight * Math.abs((a[at] ?? 0) - (b[at] ?? 0))
        sum += difference
        largest = Math.max(largest, difference)
      }
      return { what: clear ? `${name}, with alpha` : name, mean: sum / a.length, largest }
    }),
  )
  gpu.dispose()
  return found
}

/** A decoder's frame, which is uploaded as it is, beside the same frame drawn on a canvas first. */
export function ofDecodedFrame(): Difference {
  const [width, height] = [320, 180]
  const data = new Uint8Array((width * height * 3) / 2)
  for (let at = 0; at < data.length; at++) {
    const isLuma = at < width * height
    data[at] = isLuma ? 16 + ((at % width) * 219) / width : 60 + ((at % (width / 2)) * 240) / width
  }
  const frame = new VideoFrame(data, {
    ...{ format: 'I420', codedWidth: width, codedHeight: height, timestamp: 0 },
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  })
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(frame, 0, 0)
  const gpu = createGpuEffects({ anyhow: true })
  const [direct, drawn] = [frame, canvas].map((image) => {
    const changed = gpu?.apply({ image, width, height }, LISTS['dark vignette'] ?? [])
    if (!changed) throw new Error('The graphics processor refused')
    return [...pixelsOf(changed).data]
  })
  frame.close()
  gpu?.dispose()
  const differences = (direct ?? []).map((value, at) => Math.abs(value - (drawn?.[at] ?? 0)))
  return {
    what: 'a decoded frame',
    mean: differences.reduce((sum, one) => sum + one, 0) / differences.length,
    largest: differences.reduce((most, one) => Math.max(most, one), 0),
  }
}

type Answer = 'same' | 'other' | 'none'

/** What is answered before the driver takes the context away, while it is away, and when it is back. */
export async function aroundLoss(): Promise<Answer[]> {
  const gpu = createGpuEffects({ anyhow: true })
  const image = canvasOf(picture(false))
  const apply = () => gpu?.apply(bitmapOf(image), LISTS.everything ?? []) ?? null
  const canvas = apply()
  const context = canvas?.getContext('webgl2')
  const driver = context?.getExtension('WEBGL_lose_context')
  if (!canvas || !driver) throw new Error('The window cannot lose its context')
  const first = pixelsOf(canvas).data.join()
  const answer = (): Answer => {
    const now = apply()
    if (!now) return 'none'
    return pixelsOf(now).data.join() === first ? 'same' : 'other'
  }
  // The next turn: until all have heard of a loss, nothing can be restored.
  const event = (name: string) =>
    new Promise((resolve) => {
      const turn = new MessageChannel()
      turn.port1.onmessage = resolve
      canvas.addEventListener(name, () => turn.port2.postMessage(null), { once: true })
    })
  const answers = [answer()]
  const lost = event('webglcontextlost')
  driver.loseContext()
  answers.push(answer())
  await lost
  answers.push(answer())
  const back = event('webglcontextrestored')
  driver.restoreContext()
  await back
  answers.push(answer())
  gpu?.dispose()
  return answers
}

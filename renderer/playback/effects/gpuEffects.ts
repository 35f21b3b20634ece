/** The effects on the graphics processor (WebGL2). The same functions as cpuEffects.ts. */
import type { EffectStep } from './EffectStep.ts'
import { coarseLength, type Gaussian, gaussianOf } from './gaussian.ts'
import { createPrograms, type Programs, type Target } from './gpuPrograms.ts'
import { createTextures, type GpuTexture, type GpuTextures } from './gpuTextures.ts'
import { MOST_TAPS } from './shaders.ts'

export interface GpuEffects {
  /**
   * The image after all steps (at least one), in the upper left corner of the canvas; draw it in the same turn of the
   * event loop. Null while the driver has taken the context away, and for images larger than its textures.
   */
  apply(
    bitmap: { readonly image: TexImageSource; readonly width: number; readonly height: number },
    steps: readonly EffectStep[],
  ): OffscreenCanvas | null
  dispose(): void
}

interface Gpu {
  readonly gl: WebGL2RenderingContext
  readonly programs: Programs
  readonly textures: GpuTextures
}

/** What the window offers. `anyhow`: also where the processor is only imitated, which is slower than plain arithmetic. */
export function createGpuEffects(options: { readonly anyhow: boolean }): GpuEffects | null {
  const canvas = new OffscreenCanvas(1, 1)
  const gl = canvas.getContext('webgl2', {
    alpha: true,
    premultipliedAlpha: true,
    antialias: false,
    depth: false,
    stencil: false,
    failIfMajorPerformanceCaveat: !options.anyhow,
  })
  if (!gl) return null
  const open = (): Gpu => {
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE)
    gl.disable(gl.BLEND)
    gl.disable(gl.DITHER)
    return { gl, programs: createPrograms(gl), textures: createTextures(gl) }
  }
  let gpu: Gpu | null = open()
  canvas.addEventListener('webglcontextlost', (event) => {
    // Said in advance that we can do without it for a while, or it never comes back.
    event.preventDefault()
    gpu = null
  })
  canvas.addEventListener('webglcontextrestored', () => {
    gpu = open()
  })
  const largest: number = gl.getParameter(gl.MAX_TEXTURE_SIZE)
  return {
    apply({ image, width, height }, steps) {
      if (!gpu || gl.isContextLost() || Math.max(width, height) > largest / 2) return null
      if (canvas.width < width) canvas.width = width
      if (canvas.height < height) canvas.height = height
      const bottom = canvas.height - height
      draw(gpu, image, { framebuffer: null, width, height, bottom }, steps)
      return gl.isContextLost() ? null : canvas
    },
    dispose: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  }
}

function draw(gpu: Gpu, image: TexImageSource, last: Target, steps: readonly EffectStep[]): void {
  const { textures } = gpu
  let picture = textures.upload(image)
  let held: GpuTexture | null = null
  steps.forEach((step, order) => {
    const next = order === steps.length - 1 ? null : textures.take(last.width, last.height)
    apply(gpu, picture, next ?? last, step)
    if (held) textures.give(held)
    held = next
    if (next) picture = next.texture
  })
}

function apply(gpu: Gpu, picture: WebGLTexture, target: Target, step: EffectStep): void {
  const { programs, textures } = gpu
  const { width, height } = target
  const flat = [picture, 'flat'] as const
  switch (step.kind) {
    case 'blur':
      blur(gpu, picture, target, gaussianOf(step.sigma))
      break
    case 'color': {
      const colors = [textures.colors(step), 'solid'] as const
      programs.run(
        'color',
        target,
        { picture: flat, colors },
        {
          size: step.table.size,
        },
      )
      break
    }
    case 'vignette': {
      const { amount, from, to } = step
      const pixels = [width, height]
      programs.run('vignette', target, { picture: flat }, { pixels, amount, from, to })
      break
    }
    case 'sharpen': {
      const soft = textures.take(width, height)
      blur(gpu, picture, soft, gaussianOf(step.sigma))
      const sampled = { picture: flat, soft: [soft.texture, 'flat'] } as const
      programs.run('sharpen', target, sampled, { amount: step.amount })
      textures.give(soft)
    }
  }
}

function blur(gpu: Gpu, picture: WebGLTexture, target: Target, gaussian: Gaussian): void {
  const { programs, textures } = gpu
  const { width, height } = target
  const { factor, margin } = gaussian
  if (factor === 1) {
    const half = textures.take(width, height)
    convolve(programs, picture, half, gaussian, [1 / width, 0])
    convolve(programs, half.texture, target, gaussian, [0, 1 / height])
    textures.give(half)
    return
  }
  const across = coarseLength(gaussian, width)
  const down = coarseLength(gaussian, height)
  const narrow = textures.take(across, height)
  const [coarse, half] = [textures.take(across, down), textures.take(across, down)]
  const shrink = { margin, factor: { int: factor } }
  programs.run(
    'shrink',
    narrow,
    { picture: [picture, 'flat'] },
    { ...shrink, axis: [1, 0], shape: [across, height], pixels: [width, height] },
  )
  programs.run(
    'shrink',
    coarse,
    { picture: [narrow.texture, 'flat'] },
    { ...shrink, axis: [0, 1], shape: [across, down], pixels: [across, height] },
  )
  convolve(programs, coarse.texture, half, gaussian, [1 / across, 0])
  convolve(programs, half.texture, coarse, gaussian, [0, 1 / down])
  programs.run(
    'grow',
    target,
    { picture: [coarse.texture, 'flat'] },
    { pixels: [width, height], points: [across, down], margin, factor },
  )
  for (const texture of [narrow, coarse, half]) textures.give(texture)
}

function convolve(
  programs: Programs,
  picture: WebGLTexture,
  target: Target,
  { weights: [middle = 1, ...sides] }: Gaussian,
  point: readonly number[],
): void {
  const taps = pairs(sides)
  const settings = { point, middle, taps: taps.flat(), count: { int: taps.length } }
  programs.run('convolve', target, { picture: [picture, 'flat'] }, settings)
}

/** Two neighbouring points are read at once between them, where the filter of textures mixes them by their weights. */
export function pairs(sides: readonly number[]): [offset: number, weight: number][] {
  const count = Math.ceil(sides.length / 2)
  if (count > MOST_TAPS) throw new RangeError(`A Gaussian of ${sides.length} points is too wide`)
  return Array.from({ length: count }, (_, pair) => {
    const [near = 0, far = 0] = sides.slice(pair * 2, pair * 2 + 2)
    const weight = near + far
    return [pair * 2 + 1 + (weight > 0 ? far / weight : 0), weight]
  })
}

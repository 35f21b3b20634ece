/**
 * Keeps a canvas showing what is asked of it. One picture is prepared at a time and what was asked for last comes
 * next: whatever lay between is dropped, so that scrubbing never works off a queue.
 */
import type { LayerContent, PictureLayer } from '../../shared/render/picture.ts'
import { compare } from './compositor/compare.ts'
import { compose, type Tools } from './compositor/compose.ts'
import type { LayerPicture } from './compositor/layerPicture.ts'
import { type CanvasSize, createSheets, type Surface } from './compositor/Surface.ts'
import { createWords, type Wording } from './compositor/words.ts'
import { createColorTables } from './effects/colorTables.ts'
import { effectSteps } from './effects/effectSteps.ts'
import { holdEffects } from './effects/effects.ts'
import { lookAhead, type Prepared, type PreparePorts, prepare } from './prepare.ts'
import type { Scene } from './Scene.ts'

export interface PainterPorts extends PreparePorts {
  readonly canvas: HTMLCanvasElement
  readonly painted: (scene: Scene, failures: readonly string[]) => void
}

export interface Painter {
  show(scene: Scene): void
  dispose(): void
}

export function createPainter(ports: PainterPorts): Painter {
  const sheets = createSheets()
  const effects = holdEffects()
  const colorTables = createColorTables()
  const words = createWords()
  let wanted: Scene | null = null
  let isBusy = false
  let isDisposed = false

  const pictureOf = (
    layer: PictureLayer,
    size: CanvasSize,
    media: Prepared['media'],
  ): LayerPicture => {
    const { content } = layer
    if (content.kind === 'solid') return content
    const ready = media.get(layer)
    if (ready && 'image' in ready) return { kind: 'picture', ...ready }
    const wording: Wording = ready ? { kind: 'card', ...ready } : wordingOf(content, ports)
    return { kind: 'picture', ...words(wording, size) }
  }

  function draw(scene: Scene, { media, lookUpTables }: Prepared): void {
    const surface = surfaceOf(ports.canvas, scene)
    sheets.smoothing = scene.isDraft ? 'low' : 'high'
    const tools: Tools = {
      ...{ sheets, effects },
      pictureOf: (layer, size) => pictureOf(layer, size, media),
      stepsOf: (list, unit) =>
        effectSteps(list, unit, (colors) => colorTables(colors, lookUpTables)),
    }
    compose(surface, scene.picture, tools)
    const { other, comparison, wipe } = scene
    if (other && comparison !== 'one') compare(surface, { other, comparison, wipe }, tools)
  }

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    while (wanted && !isDisposed) {
      const scene: Scene = wanted
      // Playing must show something: only a standing picture gives way to the next at once.
      const isStale = (): boolean => isDisposed || (!scene.isDraft && wanted !== scene)
      const ready = await prepare(scene, ports, isStale)
      if (isDisposed) break
      if (ready) {
        draw(scene, ready)
        ports.painted(scene, ready.failures)
        lookAhead(scene, ports)
      }
      if (wanted === scene) wanted = null
    }
    isBusy = false
  }

  return {
    show(scene) {
      wanted = scene
      void work()
    },
    dispose() {
      isDisposed = true
      sheets.dispose()
      effects.release()
    },
  }
}

function wordingOf(content: LayerContent, ports: PainterPorts): Wording {
  if (content.kind === 'title') return content.title
  if (content.kind === 'caption') return content
  const tone = content.kind === 'slate' ? 'shot' : 'missing'
  return { kind: 'card', tone, ...ports.card(content, null) }
}

function surfaceOf(canvas: HTMLCanvasElement, { size, isDraft }: Scene): Surface {
  if (canvas.width !== size.width) canvas.width = size.width
  if (canvas.height !== size.height) canvas.height = size.height
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('The window has no 2D canvas for the monitor')
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = isDraft ? 'low' : 'high'
  return { ...size, image: canvas, context, isOpaque: true }
}

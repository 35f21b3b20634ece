/** Keeps a canvas showing what is asked of it: what is at hand at once, else as soon as it is decoded (showing.ts). */
import type { LayerContent, PictureLayer } from '../../shared/render/picture.ts'
import { compare } from './compositor/compare.ts'
import { compose, type Tools } from './compositor/compose.ts'
import type { LayerPicture } from './compositor/layerPicture.ts'
import { type CanvasSize, createSheets, type Surface } from './compositor/Surface.ts'
import { createWords, type Wording } from './compositor/words.ts'
import { createColorTables } from './effects/colorTables.ts'
import { effectSteps } from './effects/effectSteps.ts'
import { holdEffects } from './effects/effects.ts'
import {
  lookAhead,
  type Prepared,
  type PreparePorts,
  pictureNow,
  prepare,
  prepareNow,
  type Shortcomings,
} from './prepare.ts'
import type { Scene } from './Scene.ts'
import { createShowing } from './showing.ts'

export interface PainterPorts extends PreparePorts {
  readonly canvas: HTMLCanvasElement
  readonly painted: (scene: Scene, shortcomings: Shortcomings) => void
  /** Something near the scene was drawn, which itself is on its way. */
  readonly drawnNear: (scene: Scene) => void
}

export interface Painter {
  show(scene: Scene): void
  dispose(): void
}

/** Milliseconds before a stand-in is drawn: most pictures are there by then. */
const STAND_IN_AFTER = 16
/** Frames by which a scene differs from what is seen before a stand-in says more. */
const FAR_FRAMES = 6

export function createPainter(ports: PainterPorts): Painter {
  const sheets = createSheets()
  const effects = holdEffects()
  const colorTables = createColorTables()
  const words = createWords()

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
    const { others, comparison, wipe } = scene
    if (others.length > 0 && comparison !== 'one') {
      compare(surface, { others, comparison, wipe }, tools)
    }
  }

  const showing = createShowing<Scene, Prepared>({
    now: (scene) => prepareNow(scene, (content) => pictureNow(content, scene, ports)),
    near(scene) {
      let misses = 0
      const ready = prepareNow(scene, (content) => {
        const exact = pictureNow(content, scene, ports)
        const near = exact ? null : ports.pictures.near(content.asset, content.time)
        if (near) misses = Math.max(misses, near.misses)
        return exact ?? near
      })
      return ready && { ready, misses }
    },
    prepare: (scene, waiting) => prepare(scene, ports, waiting),
    // The exact picture of a place that was left again: its decoders are wanted for the new one.
    isGivenUp: (scene, newer) => !scene.isDraft && scene.frame !== newer.frame,
    draw(scene, ready, how) {
      draw(scene, ready)
      if (how === 'near') ports.drawnNear(scene)
      else {
        ports.painted(scene, ready)
        lookAhead(scene, ports)
      }
    },
    drawn: () => ports.pictures.begin(),
    isFar: (scene, shown) => Math.abs(scene.frame - shown.frame) > FAR_FRAMES,
    later(work) {
      const timer = setTimeout(work, STAND_IN_AFTER)
      return () => clearTimeout(timer)
    },
  })

  return {
    show: showing.show,
    dispose() {
      showing.dispose()
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

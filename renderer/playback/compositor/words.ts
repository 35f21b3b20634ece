/** Titles, captions and cards as bitmaps, drawn once for a text and a size. */

import type { Title } from '../../../shared/model/generator.ts'
import { type Card, drawCaption, drawCard, drawTitle } from '../../../shared/render/drawTitle.ts'
import type { Bitmap } from '../effects/effects.ts'
import type { CanvasSize } from './Surface.ts'

export type Wording =
  | Title
  | { readonly kind: 'caption'; readonly text: string }
  | ({ readonly kind: 'card' } & Card)

export type Words = (wording: Wording, size: CanvasSize) => Bitmap

/** A dozen of 1080p. */
const KEPT_BYTES = 96 * 1024 * 1024
const ALWAYS_KEPT = 4

export function createWords(): Words {
  /** The least used first. */
  const known = new Map<string, Bitmap>()
  return (wording, { width, height }) => {
    const key = JSON.stringify([width, height, wording])
    const bitmap = known.get(key) ?? drawn(wording, { width, height })
    known.delete(key)
    known.set(key, bitmap)
    let bytes = [...known.values()].reduce((sum, one) => sum + one.width * one.height * 4, 0)
    for (const [oldest, one] of known) {
      if (bytes <= KEPT_BYTES || known.size <= ALWAYS_KEPT) break
      known.delete(oldest)
      bytes -= one.width * one.height * 4
    }
    return bitmap
  }
}

function drawn(wording: Wording, size: CanvasSize): Bitmap {
  const image = new OffscreenCanvas(size.width, size.height)
  const context = image.getContext('2d')
  if (!context) throw new Error('The window has no 2D canvas to write on')
  if (wording.kind === 'title') drawTitle(context, size, wording)
  else if (wording.kind === 'caption') drawCaption(context, size, wording.text)
  else drawCard(context, size, wording)
  return { image, ...size }
}

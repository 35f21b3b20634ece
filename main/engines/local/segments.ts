/** How a shot with pinned pictures is laid out in time. Pure. */

import { GenerationError } from '../../../shared/generation/failure.ts'
import { fileFrameOfIndex, indexOfReference } from '../../../shared/generation/frameGrid.ts'
import type { FrameImage } from '../../../shared/generation/request.ts'
import { say } from '../../../shared/words/say.ts'

export interface Pin {
  /** Which of the request's frameImages. */
  readonly image: number
  /** Picture of the file that shows it, from 0. */
  readonly frame: number
}

export type Segment =
  | { readonly kind: 'pin'; readonly pin: Pin }
  /** Pictures `from + 1` … of the bridge between two pins, `skip` of them left out at its start. */
  | {
      readonly kind: 'bridge'
      readonly from: Pin
      readonly to: Pin
      /** Frames from one pin to the other. */
      readonly span: number
      readonly skip: number
      readonly frames: number
    }
  /** The pin's picture under a moving camera; `first` is the distance of its first picture from the pin. */
  | {
      readonly kind: 'move'
      readonly pin: Pin
      readonly first: number
      readonly frames: number
      readonly period?: number
    }

/**
 * In time. Two pins on one picture (119 and 120 of a 120-picture file): the later one is shown.
 * @throws GenerationError for an index outside the shot.
 */
export function placePins(
  images: readonly FrameImage[],
  frameCount: number,
): { readonly pins: readonly Pin[]; readonly dropped: readonly number[] } {
  const placed = images.map(({ frame }, image) => {
    const index = indexOfReference(frame, frameCount)
    if (index < 0 || index > frameCount) {
      throw new GenerationError(
        say('engine:pinOutside', { index: image, frame, last: frameCount }),
        { kind: 'validation' },
      )
    }
    return { image, index, frame: fileFrameOfIndex(index, frameCount) }
  })
  placed.sort((a, b) => a.index - b.index || a.image - b.image)
  const kept = placed.filter((pin, at) => placed[at + 1]?.frame !== pin.frame)
  return {
    pins: kept.map(({ image, frame }) => ({ image, frame })),
    dropped: placed.filter((pin) => !kept.includes(pin)).map(({ image }) => image),
  }
}

/**
 * ```
 *   move ▸ pin ─ bridge ─ pin ─ bridge ─ pin ▸ move          loop: ─ pin ─ bridge ─ pin ─ (bridge to the first) ─
 * ```
 * Exactly `frameCount` pictures.
 */
export function segmentsOf(
  pins: readonly Pin[],
  frameCount: number,
  isLoop: boolean,
): readonly Segment[] {
  const [first] = pins
  const last = pins.at(-1)
  if (!first || !last) throw new RangeError('A pinned shot needs a pin')
  const after = frameCount - 1 - last.frame
  const segments: Segment[] = pins.flatMap((pin, at): Segment[] => {
    const next = pins[at + 1]
    const span = next ? next.frame - pin.frame : 0
    const bridge = { kind: 'bridge', from: pin, to: next ?? pin, span, skip: 0 } as const
    return [
      { kind: 'pin', pin },
      { ...bridge, frames: Math.max(0, span - 1) },
    ]
  })
  return [...opening(), ...segments, ...closing()].filter(
    (segment) => segment.kind === 'pin' || segment.frames > 0,
  )

  function opening(): Segment[] {
    if (!first || !last) return []
    const frames = first.frame
    if (!isLoop) return [{ kind: 'move', pin: first, first: -frames, frames }]
    if (pins.length === 1) {
      return [{ kind: 'move', pin: first, first: -frames, frames, period: frameCount }]
    }
    const span = after + 1 + frames
    return [{ kind: 'bridge', from: last, to: first, span, skip: after, frames }]
  }

  function closing(): Segment[] {
    if (!first || !last) return []
    if (!isLoop) return [{ kind: 'move', pin: last, first: 1, frames: after }]
    if (pins.length === 1) {
      return [{ kind: 'move', pin: last, first: 1, frames: after, period: frameCount }]
    }
    const span = after + 1 + first.frame
    return [{ kind: 'bridge', from: last, to: first, span, skip: 0, frames: after }]
  }
}

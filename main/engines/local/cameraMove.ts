/** An eased camera over a still, at sub-pixel precision: identity at the pin, nothing but the picture ever in view. */
import { decimal, expression } from '../../../shared/render/escape.ts'
import type { Size } from './Work.ts'

export interface Camera {
  /** Of its words, `camera:panRight`. */
  readonly name: 'pushIn' | 'still' | 'panLeft' | 'panRight' | 'tiltUp' | 'tiltDown'
  /** How much closer the camera gets over {@link FULL_TRAVEL} frames; 0.08 shows 1/1.08 of each side. */
  readonly closer: number
  /** Where the view goes in the room that coming closer makes: -1 left or up, 1 right or down. */
  readonly across: number
  readonly down: number
}

/** Shorter moves travel less, so that none is hasty. */
const FULL_TRAVEL = 119

const PUSH: Camera = { name: 'pushIn', closer: 0.08, across: 0, down: 0 }

const CAMERAS: readonly (readonly [words: RegExp, camera: Camera])[] = [
  [
    /\b(static|locked[- ](off|down)|tripod|fixed camera)\b/i,
    { name: 'still', closer: 0, across: 0, down: 0 },
  ],
  [
    /\b(pans?|truck(s|ing)?|tracks?|tracking|slides?|glides?) (to the )?left\b/i,
    { name: 'panLeft', closer: 0.14, across: -1, down: 0 },
  ],
  [
    /\b(pans?|truck(s|ing)?|tracks?|tracking|slides?|glides?) (to the )?right\b/i,
    { name: 'panRight', closer: 0.14, across: 1, down: 0 },
  ],
  [
    /\b((tilts?|pedestals?|cranes?|rises?) up|rising|rises)\b/i,
    { name: 'tiltUp', closer: 0.14, across: 0, down: -1 },
  ],
  [
    /\b((tilts?|pedestals?|cranes?) down|descend(s|ing)?)\b/i,
    { name: 'tiltDown', closer: 0.14, across: 0, down: 1 },
  ],
]

/** The first camera move that the prompt names; a slow push in when it names none. */
export const cameraOf = (prompt: string): Camera =>
  CAMERAS.find(([words]) => words.test(prompt))?.[1] ?? PUSH

export interface Move {
  readonly camera: Camera
  /** Pictures in the film. */
  readonly frames: number
  /** Frames from the pin to the first picture; negative before the pin. */
  readonly first: number
  /** Out and back within this many frames, for loops. */
  readonly period?: number
}

/**
 * The camera starts and ends at rest. Before a pin it comes from the other side, so that it passes the pin in one
 * direction.
 */
export function cameraMove(
  { camera, frames, first, period }: Move,
  { width, height }: Size,
): string {
  if (camera.closer === 0) return 'null'
  const reach = Math.max(Math.abs(first), Math.abs(first + frames - 1))
  const travel = camera.closer * Math.min(1, reach / FULL_TRAVEL)
  // `on` is 1 on the first frame.
  const distance = `(on-1+${first})`
  const eased =
    period === undefined
      ? `(pow(${distance}/${reach},2)*(3-2*abs(${distance})/${reach}))`
      : `((1-cos(2*PI*${distance}/${period}))/2)`
  /** Half of what the zoom leaves out of view, as a fraction of a side. */
  const room = `((1-1/(1+${decimal(travel)}*${eased}))/2)`
  const side = period === undefined ? `(2*gte(${distance},0)-1)` : '1'
  const low = (length: number, drift: number): string =>
    expression(`${length}*${room}*(1+${drift}*${side})`)
  const high = (length: number, drift: number): string =>
    expression(`${length}-${length}*${room}*(1-${drift}*${side})`)
  const [left, right] = [low(width, camera.across), high(width, camera.across)]
  const [top, bottom] = [low(height, camera.down), high(height, camera.down)]
  const corners = [
    `x0=${left}:y0=${top}:x1=${right}:y1=${top}`,
    `x2=${left}:y2=${bottom}:x3=${right}:y3=${bottom}`,
  ]
  return `perspective=${corners.join(':')}:sense=source:eval=frame:interpolation=cubic`
}

/** When a press becomes a drag and how a drag ends. Pure; ui/pointer.ts feeds it with the browser's events. */

/** A drag starts after this many pixels, so that a shaky click stays a click. */
export const DRAG_THRESHOLD = 3

export type Phase =
  | { readonly kind: 'pressed'; readonly x: number; readonly y: number }
  | { readonly kind: 'dragging' }
  | { readonly kind: 'over' }

export type GestureInput =
  | { readonly kind: 'move'; readonly x: number; readonly y: number }
  /** A modifier went down or up under a resting pointer. */
  | { readonly kind: 'modifiers' }
  | { readonly kind: 'release' }
  /** Esc, another window in front, or a pointer taken away: the document must stay as it was. */
  | { readonly kind: 'abandon' }

/** What the gesture does: `click` and `drop` and `cancel` end it. */
export type GestureStep = 'none' | 'start' | 'update' | 'click' | 'drop' | 'cancel'

export const pressed = (x: number, y: number): Phase => ({ kind: 'pressed', x, y })
const over: Phase = { kind: 'over' }

export function next(phase: Phase, input: GestureInput): { phase: Phase; step: GestureStep } {
  if (phase.kind === 'over') return { phase, step: 'none' }
  switch (input.kind) {
    case 'move': {
      if (phase.kind === 'dragging') return { phase, step: 'update' }
      const far = Math.hypot(input.x - phase.x, input.y - phase.y) >= DRAG_THRESHOLD
      return far ? { phase: { kind: 'dragging' }, step: 'start' } : { phase, step: 'none' }
    }
    case 'modifiers':
      return { phase, step: phase.kind === 'dragging' ? 'update' : 'none' }
    case 'release':
      return { phase: over, step: phase.kind === 'dragging' ? 'drop' : 'click' }
    case 'abandon':
      return { phase: over, step: phase.kind === 'dragging' ? 'cancel' : 'none' }
  }
}

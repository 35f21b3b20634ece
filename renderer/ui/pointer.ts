/** Feeds a gesture with the browser's events, from press to release, on an element that outlives every redraw. */
import { type GestureInput, next, type Phase, pressed } from './gestureMachine.ts'

/** Where the pointer is, in the window's pixels, and what is held with it. */
export interface PointerAt {
  readonly x: number
  readonly y: number
  /** Ctrl, or Command on a Mac. */
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export interface Gesture {
  /** The press was let go without a drag. */
  click?(at: PointerAt): void
  /** Called for the first movement and every one after it; the gesture starts again from the beginning each time. */
  update?(at: PointerAt): void
  drop?(at: PointerAt): void
  cancel?(): void
  /** After drop, click and cancel, and whenever a press came to nothing. */
  over?(): void
}

type Modifiers = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export const modifiersOf = (event: Modifiers) => ({
  ctrl: event.ctrlKey || event.metaKey,
  shift: event.shiftKey,
  alt: event.altKey,
})

export const pointerAt = (event: MouseEvent): PointerAt => ({
  x: event.clientX,
  y: event.clientY,
  ...modifiersOf(event),
})

/**
 * `host` takes the pointer: a clip may be drawn anew on another track while it is dragged, its row never goes away.
 * Esc, a window that loses the focus and a pointer that is taken away all cancel.
 */
export function beginGesture(host: HTMLElement, event: PointerEvent, gesture: Gesture): void {
  const { pointerId } = event
  let at = pointerAt(event)
  let phase: Phase = pressed(at.x, at.y)
  const listening = new AbortController()
  const { signal } = listening

  const end = (): void => {
    listening.abort()
    if (host.hasPointerCapture(pointerId)) host.releasePointerCapture(pointerId)
    gesture.over?.()
  }
  const feed = (input: GestureInput): void => {
    const answer = next(phase, input)
    phase = answer.phase
    if (answer.step === 'start' || answer.step === 'update') gesture.update?.(at)
    if (answer.step === 'click') gesture.click?.(at)
    if (answer.step === 'drop') gesture.drop?.(at)
    if (answer.step === 'cancel') gesture.cancel?.()
    if (phase.kind === 'over') end()
  }
  const own = (listener: (event: PointerEvent) => void) => (moved: PointerEvent) => {
    if (moved.pointerId === pointerId) listener(moved)
  }

  host.setPointerCapture(pointerId)
  host.addEventListener(
    'pointermove',
    own((moved) => {
      at = pointerAt(moved)
      feed({ kind: 'move', x: at.x, y: at.y })
    }),
    { signal },
  )
  host.addEventListener(
    'pointerup',
    own((released) => {
      at = pointerAt(released)
      feed({ kind: 'release' })
    }),
    { signal },
  )
  const abandon = (): void => feed({ kind: 'abandon' })
  host.addEventListener('pointercancel', own(abandon), { signal })
  // Told at the document where the host itself went away.
  document.addEventListener('lostpointercapture', own(abandon), { signal })
  window.addEventListener('blur', abandon, { signal })
  const key = (pressedKey: KeyboardEvent): void => {
    if (pressedKey.key === 'Escape' && pressedKey.type === 'keydown') {
      pressedKey.preventDefault()
      pressedKey.stopPropagation()
      abandon()
      return
    }
    if (!['Shift', 'Control', 'Alt', 'Meta'].includes(pressedKey.key)) return
    at = { ...at, ...modifiersOf(pressedKey) }
    feed({ kind: 'modifiers' })
  }
  window.addEventListener('keydown', key, { signal, capture: true })
  window.addEventListener('keyup', key, { signal, capture: true })
}

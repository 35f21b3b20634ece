/** Scrolls while a drag rests near the edge of the tracks, faster the nearer it is. */
import { useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import { HEADER_WIDTH, type Surface } from '../surface.ts'

const MARGIN = 28
const FASTEST = 18

/** Pixels to scroll in one display tick with the pointer at `x` of `[0, width)`. Pure. */
export function scrollSpeed(x: number, width: number): number {
  if (x < MARGIN) return -Math.min(FASTEST, (MARGIN - x) * 0.6)
  if (x > width - MARGIN) return Math.min(FASTEST, (x - width + MARGIN) * 0.6)
  return 0
}

export function withAutoScroll(surface: Surface, gesture: Gesture): Gesture {
  let tick: number | null = null
  let at: PointerAt | null = null
  const stop = (): void => {
    if (tick !== null) cancelAnimationFrame(tick)
    tick = null
  }
  const scroll = (): void => {
    tick = null
    if (!at) return
    const { left, width } = surface.host.getBoundingClientRect()
    const speed = scrollSpeed(at.x - left - HEADER_WIDTH, width - HEADER_WIDTH)
    const { scrollFrame, framesPerPixel } = useSession.getState()
    const next = Math.max(0, scrollFrame + speed * framesPerPixel)
    if (speed === 0 || next === scrollFrame) return
    useSession.setState({ scrollFrame: next })
    gesture.update?.(at)
    tick = requestAnimationFrame(scroll)
  }
  return {
    ...gesture,
    update(pointer) {
      at = pointer
      gesture.update?.(pointer)
      tick ??= requestAnimationFrame(scroll)
    },
    over() {
      stop()
      gesture.over?.()
    },
  }
}

/** The wheel: scrolls the rows, with Shift the time, with Ctrl or Alt zooms about the pointer; the middle button pans. */
import { useSession } from '../../store/session.ts'
import { beginGesture } from '../../ui/pointer.ts'
import { type Surface, xWithin } from './surface.ts'
import { zoomAbout } from './zoom.ts'

const LINE_PIXELS = 16
const ZOOM_PER_PIXEL = 0.0025

const pixels = (delta: number, mode: number): number =>
  mode === WheelEvent.DOM_DELTA_LINE ? delta * LINE_PIXELS : delta

export function onWheel(surface: Surface, event: WheelEvent): void {
  const session = useSession.getState()
  const deltaX = pixels(event.deltaX, event.deltaMode)
  const deltaY = pixels(event.deltaY, event.deltaMode)
  if (event.ctrlKey || event.altKey) {
    event.preventDefault()
    const x = Math.max(0, xWithin(surface, event.clientX))
    const { framesPerPixel, scrollFrame } = zoomAbout(session, Math.exp(deltaY * ZOOM_PER_PIXEL), x)
    useSession.setState({ framesPerPixel, scrollFrame })
    return
  }
  // Some systems turn Shift+wheel into a sideways wheel themselves.
  const sideways = deltaX !== 0 ? deltaX : event.shiftKey ? deltaY : 0
  if (sideways === 0) return
  event.preventDefault()
  useSession.setState({
    scrollFrame: Math.max(0, session.scrollFrame + sideways * session.framesPerPixel),
  })
}

export function pan(surface: Surface, event: PointerEvent): void {
  const { host } = surface
  const from = { scrollFrame: useSession.getState().scrollFrame, scrollTop: host.scrollTop }
  const restore = (): void => {
    useSession.setState({ scrollFrame: from.scrollFrame })
    host.scrollTop = from.scrollTop
  }
  beginGesture(host, event, {
    update({ x, y }) {
      const { framesPerPixel } = useSession.getState()
      const scrollFrame = from.scrollFrame - (x - event.clientX) * framesPerPixel
      useSession.setState({ scrollFrame: Math.max(0, scrollFrame) })
      host.scrollTop = from.scrollTop - (y - event.clientY)
    },
    cancel: restore,
  })
}

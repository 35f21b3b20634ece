import { useSession } from '../../store/session.ts'
import { revealing } from './zoom.ts'

/** Scrolls a frame into the window, where it is outside. */
export function revealFrame(frame: number): void {
  const session = useSession.getState()
  const { scrollFrame } = revealing(session, frame, session.tracksWidth)
  if (scrollFrame !== session.scrollFrame) useSession.setState({ scrollFrame })
}

import { playhead } from '../../store/playhead.ts'
import { useSession } from '../../store/session.ts'
import { revealing } from './zoom.ts'

/** Scrolls a frame into the window, where it is outside. */
export function revealFrame(frame: number): void {
  const session = useSession.getState()
  const { scrollFrame } = revealing(session, frame, session.tracksWidth)
  if (scrollFrame !== session.scrollFrame) useSession.setState({ scrollFrame })
}

/** Wherever the playhead goes, what lies there comes into view: what keys act on must be seen. Answers the stop. */
export const followPlayhead = (): (() => void) =>
  playhead.subscribe(({ frame }, before) => {
    if (frame !== before.frame) revealFrame(frame)
  })

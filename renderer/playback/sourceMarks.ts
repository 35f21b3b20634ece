/** In and out of the source monitor, set where its playhead stands; both frames belong to the part. */
import { sourcePlayhead } from '../store/playhead.ts'
import { useSession } from '../store/session.ts'

const set = (start: number | null, out: number | null): void =>
  useSession.setState({ sourceMarks: { in: start, out } })

/** An out-point that would lie before it goes away. */
export function markSourceIn(): void {
  const { out } = useSession.getState().sourceMarks
  const { frame } = sourcePlayhead.getState()
  set(frame, out !== null && out > frame ? out : null)
}

export function markSourceOut(): void {
  const { in: start } = useSession.getState().sourceMarks
  const out = sourcePlayhead.getState().frame + 1
  set(start !== null && start < out ? start : null, out)
}

export const clearSourceMarks = (): void => set(null, null)

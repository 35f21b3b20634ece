/** What play buttons and keys do, to the monitor that is in use: the source monitor while it shows something. */
import { timelineEnd } from '../../shared/model/select.ts'
import { activeTimeline, useDocument } from '../store/document.ts'
import { playhead, sourcePlayhead } from '../store/playhead.ts'
import { useSession } from '../store/session.ts'
import { programPlayer, sourcePlayer } from './players.ts'
import { createShuttle, type ShuttleKey } from './shuttle.ts'
import { sourceEnd } from './sourceRate.ts'

const inUse = () =>
  useSession.getState().source === null
    ? { player: programPlayer, playhead }
    : { player: sourcePlayer, playhead: sourcePlayhead }

/** Fastest run by repeated taps. */
const FASTEST = 32

/** While K is held, J and L move at this speed; a tap of them moves by one frame. */
const SLOW = 0.25
const HOLD_MILLISECONDS = 250

/** What a tap of J or L makes of the speed: the first plays, the next double, against the run it starts anew. */
export function tapped(speed: number, direction: 1 | -1): number {
  if (speed * direction <= 0) return direction
  return direction * Math.min(FASTEST, Math.abs(speed) * 2)
}

export function toggle(): void {
  const { player, playhead: at } = inUse()
  player.setSpeed(at.getState().speed === 0 ? 1 : 0)
}

const tap = (direction: 1 | -1): void => {
  const { player, playhead: at } = inUse()
  player.setSpeed(tapped(at.getState().speed, direction))
}

const shuttle = createShuttle({
  tap,
  stop: () => inUse().player.setSpeed(0),
  step: (direction) => step(direction),
  slow: (direction) => inUse().player.setSpeed(direction * SLOW),
  later(work) {
    const timer = setTimeout(work, HOLD_MILLISECONDS)
    return () => clearTimeout(timer)
  },
})

export const forward = (): void => shuttle.press('forward')
export const stop = (): void => shuttle.press('stop')
export const backward = (): void => shuttle.press('backward')
/** The key of one of the three was let go. */
export const letGo = (key: ShuttleKey): void => shuttle.release(key)

/** Stops and moves by whole frames; negative is back. */
export function step(frames: number): void {
  const { player, playhead: at } = inUse()
  player.seek(at.getState().frame + frames)
}

export function toStart(): void {
  inUse().player.seek(0)
}

/** Program: behind the last frame, where the next clip would go. Source: its last frame. */
export function toEnd(): void {
  const { project } = useDocument.getState()
  if (!project) return
  const timeline = activeTimeline(project)
  const asset = project.assets.get(useSession.getState().source ?? '')
  inUse().player.seek(asset ? sourceEnd(asset, timeline) - 1 : timelineEnd(project, timeline))
}

/** Stops and goes to a frame of the program. */
export const goTo = (frame: number): void => programPlayer.seek(frame)

/** How the values of the selected keyframes travel on to the next ones. */
import type { Easing } from '../../../../shared/model/keyframe.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll } from '../../../store/dispatchAll.ts'
import { useSession } from '../../../store/session.ts'
import { easedKeys } from '../lanes/laneCommands.ts'

export const hasKeyframes = (): boolean => useSession.getState().keyframes.length > 0

export function ease(easing: Easing): void {
  const { keyframes } = useSession.getState()
  dispatchAll(say('label:batchEase'), easedKeys(keyframes, easing))
}

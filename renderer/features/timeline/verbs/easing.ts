/** How the values of the selected keyframes travel on to the next ones. */
import type { Easing } from '../../../../shared/model/keyframe.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { useSession } from '../../../store/session.ts'

export const hasKeyframes = (): boolean => useSession.getState().keyframes.length > 0

export function ease(easing: Easing): void {
  const { keyframes } = useSession.getState()
  const commands = [...new Set(keyframes.map(({ itemId }) => itemId))].map((itemId) =>
    newCommand('keyframes.ease', {
      itemId,
      keyframes: keyframes
        .filter((one) => one.itemId === itemId)
        .map(({ property, keyframeId }) => ({ property, keyframeId })),
      easing,
    }),
  )
  dispatchAll(say('label:batchEase'), commands)
}

/** Fades by keys: from a clip's edge to the playhead. */
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { clipUnder, playheadFrame, selectedClips } from './here.ts'

/** Selected clips under the playhead, else the topmost one there. */
function under() {
  const at = playheadFrame()
  const chosen = selectedClips().filter(({ start, end }) => at >= start && at < end)
  if (chosen.length > 0) return chosen.filter(({ track }) => !track.locked)
  const clip = clipUnder(at)
  return clip ? [clip] : []
}

export const isUnderClip = (): boolean => under().length > 0

export function fadeIn(): void {
  const commands = under().map(({ item, start }) =>
    newCommand('clip.fade', { itemId: item.id, fadeIn: playheadFrame() - start }),
  )
  dispatchAll(say('label:batchFade'), commands)
}

export function fadeOut(): void {
  const commands = under().map(({ item, end }) =>
    newCommand('clip.fade', { itemId: item.id, fadeOut: end - playheadFrame() }),
  )
  dispatchAll(say('label:batchFade'), commands)
}

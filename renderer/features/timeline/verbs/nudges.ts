/** What dragging does, by keys: moving, slipping and sliding the selection by frames. */

import { say } from '../../../../shared/words/say.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { dispatch } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { recordings, selectedClips } from './here.ts'

const chosen = () => recordings(selectedClips()).map(({ item }) => item.id)

export function nudge(delta: number, trackDelta = 0): void {
  const { linked } = useSession.getState()
  const itemIds = chosen()
  if (itemIds.length === 0) return
  dispatch('clips.move', { itemIds, delta, trackDelta, mode: 'overwrite', linked })
}

/** Positive shows later media. */
export function slip(delta: number): void {
  const { linked } = useSession.getState()
  const commands = chosen().map((itemId) => newCommand('clip.slip', { itemId, delta, linked }))
  dispatchAll(say('label:batchSlip'), commands)
}

export function slide(delta: number): void {
  const { linked } = useSession.getState()
  const itemIds = chosen()
  if (itemIds.length > 0) dispatch('clips.slide', { itemIds, delta, linked })
}

/** Effects by menus, keys and drops: on the selected pictures, else on the one under the playhead. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { EffectKind } from '../../../../shared/model/effect.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { selectClips, useSession } from '../../../store/session.ts'
import { clipUnder, playheadFrame, selectedClips } from './here.ts'

function receivers(): PlacedItem<Clip>[] {
  const chosen = selectedClips().filter(({ track }) => track.kind === 'picture')
  if (chosen.length > 0) return chosen
  const under = clipUnder(playheadFrame())
  return under?.track.kind === 'picture' ? [under] : []
}

export const canAddEffect = (): boolean => receivers().length > 0

export function addEffect(kind: EffectKind): void {
  const clips = receivers()
  const done = dispatchAll(
    say('label:batchAddEffect', { effect: say(`effect:${kind}`) }),
    clips.map(({ item }) => newCommand('effect.add', { itemId: item.id, kind })),
  )
  if (!done) return
  if (selectedClips().length === 0) selectClips(clips.map(({ item }) => item.id))
  useSession.setState({ inspectorTab: 'effects' })
}

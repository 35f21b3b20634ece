/** Verbs between the cut and the source monitor: matching a frame, replacing what a clip shows. */
import { momentsAt } from '../../../../shared/model/momentsAt.ts'
import { frameAt } from '../../../../shared/time/frames.ts'
import { ZERO } from '../../../../shared/time/rational.ts'
import { i18n } from '../../../i18n/i18n.ts'
import { sourcePlayer } from '../../../playback/players.ts'
import { sourceRate } from '../../../playback/sourceRate.ts'
import { dispatch, useDocument } from '../../../store/document.ts'
import { openSource, useSession } from '../../../store/session.ts'
import { clipUnder, openHere, playheadFrame, recordings, selectedClips } from './here.ts'

/** Opens the media of the clip under the playhead in the source monitor, at the very frame. */
export function matchFrame(): void {
  const here = openHere()
  const placed = here && clipUnder(playheadFrame())
  if (!here || !placed) {
    useDocument.setState({ refusal: i18n.t('timeline.refusal.nothingToMatch') })
    return
  }
  const { rate } = here.timeline
  const { item, start, track } = placed
  // Of a nested timeline the uppermost clip counts.
  const moment = momentsAt(here.project, item, playheadFrame() - start, rate, track.kind).at(-1)
  if (!moment || !here.project.assets.has(moment.asset.id)) {
    const refusal = i18n.t('timeline.refusal.noFileBehind', { name: placed.item.name })
    useDocument.setState({ refusal })
    return
  }
  openSource(moment.asset.id)
  sourcePlayer.seek(frameAt(moment.time, sourceRate(moment.asset, here.timeline), 'floor'))
}

/** The source monitor's asset, else the one that is selected in the library. */
function chosenAsset() {
  const here = openHere()
  const { source, assets } = useSession.getState()
  return here?.project.assets.get(source ?? assets[0] ?? '') ?? null
}

export const canReplace = (): boolean =>
  chosenAsset() !== null && recordings(selectedClips()).length === 1

/** From the source's in-point; the clip keeps its place, length and settings. */
export function replaceFromSource(): void {
  const here = openHere()
  const asset = chosenAsset()
  const [placed] = recordings(selectedClips())
  if (!here || !asset || !placed) return
  const { linked } = useSession.getState()
  dispatch('clip.replace', {
    itemId: placed.item.id,
    source: { kind: 'asset', assetId: asset.id },
    name: asset.name,
    sourceStart: asset.marks?.in ?? ZERO,
    linked,
  })
}

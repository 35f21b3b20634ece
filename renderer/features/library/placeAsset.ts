/** Puts a whole asset on the timeline at the playhead, or after everything that is there. */
import type { Asset } from '../../../shared/model/asset.ts'
import { activeTimeline, committedProject } from '../../store/document.ts'
import { mediaToPlace, type PlaceMode, placeMedia } from '../../store/placeMedia.ts'
import { playhead } from '../../store/playhead.ts'

export function placeAsset(asset: Asset, mode: PlaceMode): void {
  const { rate } = activeTimeline(committedProject())
  placeMedia([mediaToPlace(asset, rate)], { mode, frame: playhead.getState().frame })
}

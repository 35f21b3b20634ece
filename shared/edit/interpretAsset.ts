/**
 * An image sequence gets another rate. Its clips begin with the same picture as before and keep their places and lengths; what
 * they show after it runs faster or slower.
 *
 *     12 fps  V1 |A 0-24|      24 fps  V1 |A 0-24|     the same start, twice as many pictures
 */
import type { Asset } from '../model/asset.ts'
import type { Clip } from '../model/clip.ts'
import type { AssetId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place, record } from '../model/select.ts'
import { timeAtRate } from '../model/sequenceInfo.ts'
import type { Rational } from '../time/rational.ts'
import { change } from './draft.ts'
import { refuseOutsideMedia } from './placeMedia.ts'
import { refuse } from './refuse.ts'
import { settleTracks } from './settleTransitions.ts'
import { refuseLocked } from './timelineEdit.ts'

export interface Interpreting {
  readonly assetId: AssetId
  /** The medium of the same pictures at the new rate. */
  readonly mediaKey: string
  readonly info: Asset['info']
}

/** @throws EditRefused for what is no sequence, and where a clip would show more than there is then */
export function interpretAsset(
  project: Project,
  { assetId, mediaKey, info }: Interpreting,
): Project {
  const asset = record(project, 'assets', assetId)
  const [from, to] = [asset.info.video[0]?.rate, info.video[0]?.rate]
  if (!asset.info.sequence || !info.sequence || !from || !to) {
    return refuse('edit:noSequence', { name: asset.name })
  }
  const moved = (time: Rational): Rational => timeAtRate(time, from, to)
  const clips = [...project.items.values()].filter(
    (item): item is Clip =>
      item.kind === 'clip' && item.source.kind === 'asset' && item.source.assetId === assetId,
  )
  const { marks } = asset
  const interpreted = change(project, (draft) => {
    draft.set('assets', assetId, {
      ...{ mediaKey, info },
      ...(marks && {
        marks: {
          ...(marks.in && { in: moved(marks.in) }),
          ...(marks.out && { out: moved(marks.out) }),
        },
      }),
    })
    for (const clip of clips) draft.put('items', { ...clip, sourceStart: moved(clip.sourceStart) })
  })
  const tracks = new Set<TrackId>()
  for (const { id } of clips) {
    const { item, track } = place(interpreted, id)
    refuseLocked(track)
    tracks.add(track.id)
    if (item.kind === 'clip') refuseOutsideMedia(interpreted, track.timelineId, item)
  }
  return settleTracks(interpreted, tracks)
}

/**
 * Gives a missing asset its media: every clip on it shows it from now on.
 *
 *     before   V1 |A....|missing..|          after   V1 |A....|film.....|
 *
 * Refused when a clip shows more than the media has. Does not touch: clips, their times and settings.
 *
 * Around: linked, shots, takes, pins, markers, locked, sync-locked stay; transitions settle.
 */
import type { AssetId } from '../model/ids.ts'
import type { MediaInfo } from '../model/mediaInfo.ts'
import type { Project } from '../model/project.ts'
import { placedClips, record, timelineOf } from '../model/select.ts'
import { change } from './draft.ts'
import { longestDuration } from './mediaLimits.ts'
import { refuse } from './refuse.ts'
import { settleTracks } from './settleTransitions.ts'
import { quoted } from './timelineEdit.ts'

export interface SuppliedMedia {
  readonly assetId: AssetId
  /** Content identity of the file. */
  readonly mediaKey: string
  readonly info: MediaInfo
}

export function supplyMedia(project: Project, { assetId, mediaKey, info }: SuppliedMedia): Project {
  const { name, missing } = record(project, 'assets', assetId)
  if (!missing) refuse('source:notMissing', { name })
  return change(project, (draft) => {
    draft.set('assets', assetId, { mediaKey, info, missing: undefined })
    for (const track of Object.values(project.tracks)) {
      const { rate } = timelineOf(project, track.timelineId)
      let isUser = false
      for (const { item } of placedClips(project, track)) {
        if (item.source.kind !== 'asset' || item.source.assetId !== assetId) continue
        isUser = true
        if (longestDuration(draft.project, item, rate) < item.duration) {
          refuse('source:suppliedTooShort', { clip: quoted(item), track: track.name, name })
        }
      }
      if (isUser) settleTracks(project, [track.id], draft)
    }
  })
}

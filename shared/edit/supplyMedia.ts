/**
 * Gives a missing asset its media: every clip on it shows it from now on.
 *
 *     before   V1 |A....|missing..|          after   V1 |A....|film.....|
 *
 * Refused when a clip shows more than the media has. Does not touch: clips, their times and settings.
 *
 * Around: linked follow; shots, takes, pins, markers, locked, sync-locked stay; transitions settle.
 */
import type { AssetId } from '../model/ids.ts'
import type { MediaInfo } from '../model/mediaInfo.ts'
import { longestDuration } from '../model/mediaLimits.ts'
import type { Project } from '../model/project.ts'
import { placedClips, record, timelineOf, timelinesOf, tracksOf } from '../model/select.ts'
import { change } from './draft.ts'
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
  const supplied = change(project, (draft) =>
    draft.set('assets', assetId, { mediaKey, info, missing: undefined }),
  )
  const tracks = timelinesOf(project).flatMap((timeline) => tracksOf(project, timeline))
  const users = tracks.filter((track) => {
    const { rate } = timelineOf(project, track.timelineId)
    const clips = placedClips(project, track).filter(
      ({ item: { source } }) => source.kind === 'asset' && source.assetId === assetId,
    )
    const short = clips.find(({ item }) => longestDuration(supplied, item, rate) < item.duration)
    if (short) {
      refuse('source:suppliedTooShort', { clip: quoted(short.item), track: track.name, name })
    }
    return clips.length > 0
  })
  return settleTracks(
    supplied,
    users.map(({ id }) => id),
  )
}

/**
 * Brings media into the cut, one after another; the picture and the sound of one recording become linked clips.
 *
 *     X with sound, Y silent       V1 |X.....|Y...|
 *                                  A1 |X.....|
 *
 * What it does to what is there is the placing verb's: overwrite, insert or append.
 */
import { z } from 'zod'
import { type Clip, clipSourceSchema, defaultPicture, defaultSound } from '../model/clip.ts'
import type { ItemId, MakeId, TimelineId, TrackId } from '../model/ids.ts'
import { longestDuration } from '../model/mediaLimits.ts'
import type { Project } from '../model/project.ts'
import { record, timelineOf, tracksOf } from '../model/select.ts'
import type { TrackKind } from '../model/track.ts'
import { ONE, rationalSchema } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { append } from './append.ts'
import { insert } from './insert.ts'
import { overwrite } from './overwrite.ts'
import type { PlacedClips } from './placedClips.ts'
import { refuse } from './refuse.ts'
import { refuseSource } from './refuseSource.ts'
import { quoted } from './timelineEdit.ts'

export const placedMediaSchema = z.strictObject({
  source: clipSourceSchema,
  name: z.string(),
  /** Exact seconds of media time at the first frame. */
  sourceStart: rationalSchema,
  /** Frames of the timeline. */
  duration: z.int().positive(),
  picture: z.boolean(),
  sound: z.boolean(),
})
export type PlacedMedia = z.infer<typeof placedMediaSchema>

export type PlaceMode = 'overwrite' | 'insert' | 'append'
export const PLACE = { overwrite, insert, append } as const

export interface Placing {
  readonly timelineId: TimelineId
  readonly mode: PlaceMode
  /** Where the first one starts; `append` does without it. */
  readonly frame: number
  /** Absent: the first unlocked track of the kind. */
  readonly pictureTrackId?: TrackId | undefined
  readonly soundTrackId?: TrackId | undefined
  readonly media: readonly PlacedMedia[]
}

export function placeMedia(project: Project, args: Placing, makeId: MakeId): Project {
  const { timelineId, mode, frame, media } = args
  const track = {
    picture: receiving(project, timelineId, 'picture', args.pictureTrackId),
    sound: receiving(project, timelineId, 'sound', args.soundTrackId),
  }
  const pieces: PlacedClips['pieces'][number][] = []
  let offset = 0
  for (const entry of media) {
    if (!entry.picture && !entry.sound) {
      refuse('edit:nothingWanted', { name: entry.name })
    }
    const linkId = entry.picture && entry.sound ? makeId<string>() : undefined
    for (const kind of ['picture', 'sound'] as const) {
      if (!entry[kind]) continue
      refuseSource(project, timelineId, entry.source, kind)
      const clip = newClip(entry, makeId<ItemId>(), linkId)
      refuseOutsideMedia(project, timelineId, clip)
      pieces.push({ trackId: track[kind](), offset, clip })
    }
    offset += entry.duration
  }
  return PLACE[mode](project, { timelineId, frame, length: offset, pieces }, makeId)
}

/** Asked only when a part of the kind is placed, so that a silent clip needs no sound track. */
function receiving(
  project: Project,
  timelineId: TimelineId,
  kind: TrackKind,
  wanted: TrackId | undefined,
): () => TrackId {
  const same = tracksOf(project, timelineOf(project, timelineId)).filter((t) => t.kind === kind)
  return () => {
    const track =
      wanted === undefined
        ? same.find(({ locked }) => !locked)
        : same.find(({ id }) => id === wanted)
    if (track) return track.id
    return refuse(wanted === undefined ? 'edit:noUnlockedTrack' : 'edit:wrongTrackKind', {
      kind: say(`words:${kind}`),
    })
  }
}

export const newClip = (
  media: Pick<Clip, 'source' | 'name' | 'sourceStart' | 'duration'>,
  id: ItemId,
  linkId?: string,
): Clip => ({
  kind: 'clip',
  id,
  name: media.name,
  source: media.source,
  sourceStart: media.sourceStart,
  duration: media.duration,
  speed: ONE,
  enabled: true,
  ...(linkId !== undefined && { linkId }),
  picture: defaultPicture(),
  sound: defaultSound(),
})

/** @throws EditRefused when the clip would show more than its media has. */
export function refuseOutsideMedia(project: Project, timelineId: TimelineId, clip: Clip): void {
  if (clip.source.kind === 'asset') record(project, 'assets', clip.source.assetId)
  const longest = longestDuration(project, clip, timelineOf(project, timelineId).rate)
  if (longest === 0) refuse('edit:startsOutsideMedia', { clip: quoted(clip) })
  if (clip.duration > longest) {
    refuse('edit:mediaTooShort', {
      clip: quoted(clip),
      count: longest,
      wanted: clip.duration,
    })
  }
}

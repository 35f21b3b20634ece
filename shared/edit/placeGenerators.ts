/**
 * Lays titles, solids, adjustments or captions on a track: what is made rather than recorded.
 *
 *     captions   S1 |   |one.|  |two...|            at their own frames after the first
 *     before     V2 |..............|
 *     after      V2 |...|title|....|
 *                V1 |A.......|B....|
 *
 * What it does to what is there is the placing verb's: overwrite, insert or append. Without a track the topmost
 * unlocked picture track that has room takes pictures, the first unlocked subtitle track captions.
 *
 * Around: linked, shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import { z } from 'zod'
import {
  type Generator,
  generatorName,
  generatorSchema,
  generatorTrack,
} from '../model/generator.ts'
import type { ItemId, MakeId, TimelineId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { placedItems, timelineOf, tracksOf } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import { ZERO } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { clipWithin } from './itemList.ts'
import { newClip, PLACE, type PlaceMode } from './placeMedia.ts'
import { refuse } from './refuse.ts'
import { refuseSource } from './refuseSource.ts'

export const placedGeneratorSchema = z.strictObject({
  content: generatorSchema,
  /** Absent: its first words. */
  name: z.string().optional(),
  /** Frames after the first one's start. */
  offset: z.int().nonnegative(),
  /** Frames. */
  duration: z.int().positive(),
})
export type PlacedGenerator = z.infer<typeof placedGeneratorSchema>

export interface PlacedGenerators {
  readonly timelineId: TimelineId
  readonly trackId?: TrackId | undefined
  readonly mode: PlaceMode
  /** Where offset 0 lies; `append` does without it. */
  readonly frame: number
  /** Of one kind of track. They do not overlap. */
  readonly clips: readonly PlacedGenerator[]
  /** What those are called that have no words and no name, in the language of whoever places them. */
  readonly wordless: string
}

export function placeGenerators(
  project: Project,
  { timelineId, trackId, mode, frame, clips, wordless }: PlacedGenerators,
  makeId: MakeId,
): Project {
  const ordered = [...clips].sort((a, b) => a.offset - b.offset)
  const [first] = ordered
  if (!first) return project
  const length = Math.max(...clips.map(({ offset, duration }) => offset + duration))
  const track = receiving(project, timelineId, first.content, trackId, frame, length)
  let end = 0
  const pieces = ordered.map(({ content, name, offset, duration }) => {
    if (offset < end) refuse('source:overlapping')
    end = offset + duration
    refuseSource(project, timelineId, content, track.kind)
    const called = name ?? generatorName(content, wordless)
    const media = { source: content, name: called, sourceStart: ZERO }
    return { trackId: track.id, offset, clip: newClip({ ...media, duration }, makeId<ItemId>()) }
  })
  return PLACE[mode](project, { timelineId, frame, length, pieces }, makeId)
}

function receiving(
  project: Project,
  timelineId: TimelineId,
  content: Generator,
  wanted: TrackId | undefined,
  frame: number,
  length: number,
): Track {
  const kind = generatorTrack(content)
  const tracks = tracksOf(project, timelineOf(project, timelineId))
  if (wanted !== undefined) {
    const track = tracks.find(({ id }) => id === wanted)
    return track ?? refuse('source:otherTrack')
  }
  const open = tracks.filter((track) => track.kind === kind && !track.locked)
  const isFree = (track: Track): boolean =>
    !clipWithin(
      placedItems(project, track).map(({ item }) => item),
      frame,
      frame + length,
    )
  const free = kind === 'picture' ? open.findLast(isFree) : undefined
  return free ?? open[0] ?? refuse('edit:noUnlockedTrack', { kind: say(`words:${kind}`) })
}

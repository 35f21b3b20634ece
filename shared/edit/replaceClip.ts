/**
 * Puts other media in a clip's place.
 *
 *     before   V1 |A....|B....|C..|          after   V1 |A....|X....|C..|
 *              A1 |A....|B....|C..|                  A1 |A....|X....|C..|
 *
 * The clip keeps its place, length, speed, settings, keyframes and links. With `linked`, linked clips on the same
 * media get the new media in sync, as far as it has the kind of their track; others keep what they play. Refused
 * where the new media is too short. Does not touch: neighbours, shots and takes of the old media.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { Clip, ClipSource } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place, shotOf } from '../model/select.ts'
import { mediaTimeAt, showing } from '../model/timeMap.ts'
import { add, type Rational, subtract, ZERO } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { placed } from './itemList.ts'
import { withLinked } from './linked.ts'
import { refuseOutsideMedia } from './placeMedia.ts'
import { refuse } from './refuse.ts'
import { hasKind, refuseSource } from './refuseSource.ts'
import { clipAt, TimelineEdit } from './timelineEdit.ts'

export interface Replacement {
  readonly itemId: ItemId
  readonly source: ClipSource
  readonly name: string
  /** Exact seconds of media time at the clip's first frame. */
  readonly sourceStart: Rational
  readonly linked: boolean
}

export function replaceClip(project: Project, args: Replacement, makeId: MakeId): Project {
  const { itemId, source, name, sourceStart, linked } = args
  const leader = clipAt(project, itemId)
  const lead = place(project, itemId)
  const edit = TimelineEdit.of(project, [itemId], makeId)
  const { id: timelineId, rate } = edit.timeline
  if (!hasKind(project, source, lead.track.kind)) {
    refuse('edit:kindNotInMedia', { name, kind: say(`words:${lead.track.kind}`) })
  }
  refuseSource(project, timelineId, source, lead.track.kind)
  const led = recordingOf(project, leader.source)
  const ids = withLinked(project, [itemId], linked)
  for (const track of edit.tracksOf(ids)) {
    for (const { item, start, end } of placed(edit.items(track))) {
      if (item.kind !== 'clip' || !ids.has(item.id)) continue
      const from = recordingOf(project, item.source)
      if (item.id !== itemId && (from.id !== led.id || from.id === '')) continue
      if (!hasKind(project, source, track.kind)) continue
      const apart = subtract(
        add(mediaTimeAt(item, lead.start - start, rate), from.offset),
        add(mediaTimeAt(leader, 0, rate), led.offset),
      )
      const shown = showing(item, lead.start - start, add(sourceStart, apart), rate)
      const replaced: Clip = { ...shown, source, name }
      refuseOutsideMedia(project, timelineId, replaced)
      edit.replace(track, start, end, [replaced])
    }
  }
  return edit.finish()
}

/** What a source plays, by name, and where its time 0 lies in it: a shot made from footage goes on playing that. */
function recordingOf(
  project: Project,
  source: ClipSource,
): { readonly id: string; readonly offset: Rational } {
  const footage = source.kind === 'shot' ? shotOf(project, source.shotId).source : undefined
  if (footage) return { id: `asset ${footage.assetId}`, offset: footage.start }
  if (source.kind === 'asset') return { id: `asset ${source.assetId}`, offset: ZERO }
  if (source.kind === 'shot') return { id: `shot ${source.shotId}`, offset: ZERO }
  return { id: source.kind === 'timeline' ? `timeline ${source.timelineId}` : '', offset: ZERO }
}

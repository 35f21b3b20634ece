/** Transitions in and out of OTIO. An unknown type is read as a dissolve, and written back as what it was. */
import type { ItemId, TransitionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { placedItems } from '../model/select.ts'
import { settled } from '../model/settledTransitions.ts'
import type { Timeline } from '../model/timeline.ts'
import type { Track } from '../model/track.ts'
import {
  defaultStyle,
  suitsTrack,
  type Transition,
  type TransitionStyle,
  transitionStyleSchema,
} from '../model/transition.ts'
import { secondsAt } from '../time/frames.ts'
import { multiply, type Rational, round, ZERO } from '../time/rational.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { type Json, type JsonObject, keyreel, objectAt, textAt } from './otio.ts'
import type { Reading } from './otioReading.ts'
import { readTime, writeTime } from './otioTime.ts'

/** What lies on each side of a transition's node. */
export interface Sides {
  readonly from: ItemId | null
  readonly to: ItemId | null
}

/** Undefined where it lies at no clip, covers no frame, or is on captions. */
export function readTransition(
  node: JsonObject,
  { from, to }: Sides,
  track: Track,
  { ports, rate }: Reading,
): Transition | undefined {
  const style = styleOf(node, track)
  const before = from === null ? 0 : framesAt(node, 'in_offset', rate)
  const after = to === null ? 0 : framesAt(node, 'out_offset', rate)
  if (!style || before + after < 1) return undefined
  const id = ports.makeId<TransitionId>()
  return { id, trackId: track.id, from, to, before, after, style }
}

function styleOf(node: JsonObject, { kind }: Track): TransitionStyle | null {
  const own = transitionStyleSchema.safeParse(keyreel(node)?.style)
  return own.success && suitsTrack(own.data, kind) ? own.data : defaultStyle(kind)
}

const framesAt = (node: JsonObject, key: string, rate: Rational): number =>
  Math.max(0, round(multiply(readTime(objectAt(node, key))?.seconds ?? ZERO, rate), 'nearest'))

/** Those of a read track as they can be here, a sentence for each one that changed; null for what cannot be at all. */
export function fitted(
  project: Project,
  timeline: Timeline,
  track: Track,
  transitions: readonly Transition[],
  notes: Said[],
): Map<Transition, Transition | null> {
  const items = placedItems(project, track).map(({ item }) => item)
  const changes = settled(project, timeline.rate, [{ track, items }], transitions)
  for (const [was, is] of changes) {
    if (is === was) continue
    notes.push(
      is
        ? say('otio:transitionShortened', { track: track.name, count: is.before + is.after })
        : say('otio:transitionCut', { track: track.name }),
    )
  }
  return changes
}

const TYPES = { dissolve: 'SMPTE_Dissolve', crossfade: 'SMPTE_Dissolve' } as const

export function writeTransition(
  transition: Transition,
  track: Track,
  rate: Rational,
  original: JsonObject | undefined,
): JsonObject {
  const { style, before, after } = transition
  const isAsRead = original && JSON.stringify(styleOf(original, track)) === JSON.stringify(style)
  const type = style.kind in TYPES ? 'SMPTE_Dissolve' : 'Custom_Transition'
  return {
    ...{ name: style.kind, metadata: {} },
    ...original,
    OTIO_SCHEMA: 'Transition.1',
    transition_type: (isAsRead && textAt(original, 'transition_type')) || type,
    in_offset: writeTime(secondsAt(before, rate), rate),
    out_offset: writeTime(secondsAt(after, rate), rate),
    metadata: {
      ...(original && objectAt(original, 'metadata')),
      keyreel: { style: style as unknown as Json },
    },
  }
}

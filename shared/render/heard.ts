/** Which clips of a sound track are heard from which of their frames to which. */
import type { Clip } from '../model/clip.ts'
import type { Project } from '../model/project.ts'
import { placedClips } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import type { Transition } from '../model/transition.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import type { Crossfade, SoundStage } from './soundStage.ts'

export interface HeardClip {
  readonly clip: Clip
  /** The timeline's frame at which it lies, from which its own frames count. */
  readonly start: number
  /** `[from, to)` in its own frames: with the handles that crossfades use. */
  readonly from: number
  readonly to: number
  readonly stage: Omit<SoundStage, 'frame' | 'framesPerSecond'>
}

/** In order of time; neighbours overlap under a crossfade. */
export function heardOn(project: Project, track: Track): HeardClip[] {
  const transitions = transitionsOf(project, track.id)
  const intoBy = new Map(transitions.map((each) => [each.to, each]))
  const outOfBy = new Map(transitions.map((each) => [each.from, each]))
  return placedClips(project, track)
    .filter(({ item }) => item.enabled)
    .map(({ item: clip, start }) => {
      const into = crossfadeAt(intoBy.get(clip.id), 0)
      const outOf = crossfadeAt(outOfBy.get(clip.id), clip.duration)
      const { fadeIn = 0, fadeOut = 0, duration } = clip
      return {
        ...{ clip, start },
        from: Math.min(0, into?.from ?? 0),
        to: Math.max(duration, outOf?.to ?? 0),
        stage: {
          ...{ clip, into, outOf },
          fades: { fadeIn: into ? 0 : fadeIn, fadeOut: outOf ? 0 : fadeOut },
        },
      }
    })
}

function crossfadeAt(transition: Transition | undefined, edge: number): Crossfade | null {
  if (transition?.style.kind !== 'crossfade') return null
  const { before, after, style } = transition
  return { from: edge - before, to: edge + after, curve: style.curve }
}

/** New titles, solids, adjustments and captions at the playhead, on a track where they are seen and nothing is lost. */
import type { Command } from '../../../../shared/commands/registry.ts'
import {
  defaultTitle,
  type Generator,
  generatorTrack,
  wordlessName,
} from '../../../../shared/model/generator.ts'
import type { TrackId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { placedClips, trackOf, tracksOf } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { frameAt } from '../../../../shared/time/frames.ts'
import { rational } from '../../../../shared/time/rational.ts'
import { say } from '../../../../shared/words/say.ts'
import { inWords } from '../../../i18n/inWords.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { committedProject } from '../../../store/document.ts'
import { selectClips, useSession } from '../../../store/session.ts'
import { openHere, playheadFrame } from './here.ts'

/** How long they last at first. */
const SECONDS: Readonly<Record<Generator['kind'], number>> = {
  title: 5,
  solid: 5,
  adjustment: 5,
  caption: 3,
}

/** The lowest free unlocked track above everything in `[start, end)`; undefined where there is none. */
function freeTrack(
  project: Project,
  timeline: Timeline,
  kind: 'picture' | 'subtitle',
  start: number,
  end: number,
): TrackId | undefined {
  const tracks = tracksOf(project, timeline).filter((track) => track.kind === kind)
  const isTaken = (index: number): boolean => {
    const track = tracks[index]
    return (
      track !== undefined &&
      placedClips(project, track).some((clip) => clip.start < end && clip.end > start)
    )
  }
  const highest = tracks.findLastIndex((_, index) => isTaken(index))
  return tracks.find((track, index) => index > highest && !track.locked)?.id
}

function newGenerator(content: Generator): void {
  const here = openHere()
  if (!here) return
  const { project, timeline } = here
  const frame = playheadFrame()
  const duration = frameAt(rational(SECONDS[content.kind]), timeline.rate, 'nearest')
  const kind = generatorTrack(content)
  const free = freeTrack(project, timeline, kind, frame, frame + duration)
  const commands: Command[] = []
  if (free === undefined) commands.push(newTrack(project, timeline, kind))
  // A made record is called by its command.
  const trackId = free ?? (`${commands[0]?.id}.1` as TrackId)
  commands.push(
    newCommand('generators.place', {
      ...{ timelineId: timeline.id, trackId, mode: 'overwrite', frame },
      clips: [{ content, offset: 0, duration }],
      wordless: inWords(wordlessName(content)),
    }),
  )
  const label = say('label:batchGenerator', { what: say(`source:${content.kind}`) })
  if (!dispatchAll(label, commands)) return
  const made = committedProject()
  const clip = placedClips(made, trackOf(made, trackId)).find(({ start }) => start === frame)
  if (clip) selectClips([clip.item.id])
  useSession.setState({ inspectorTab: content.kind === 'adjustment' ? 'effects' : 'content' })
}

const LETTERS = { picture: 'V', sound: 'A', subtitle: 'S' } as const

/** One more track of a kind, called by its number. */
export function newTrack(
  project: Project,
  timeline: Timeline,
  kind: keyof typeof LETTERS,
): Command {
  const count = tracksOf(project, timeline).filter((track) => track.kind === kind).length
  const name = `${LETTERS[kind]}${count + 1}`
  return newCommand('track.add', { timelineId: timeline.id, kind, name })
}

export const newTitle = (): void => newGenerator(defaultTitle(inWords(say('newName:title'))))
export const newSolid = (): void => newGenerator({ kind: 'solid', color: '#1a1d21' })
export const newAdjustment = (): void => newGenerator({ kind: 'adjustment' })
export const newCaption = (): void =>
  newGenerator({ kind: 'caption', text: inWords(say('newName:caption')) })

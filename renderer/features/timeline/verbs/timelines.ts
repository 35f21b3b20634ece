/** Timelines in timelines: nesting clips, going into one and back out, and further ones beside. */
import type { TimelineId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { say } from '../../../../shared/words/say.ts'
import { inWords } from '../../../i18n/inWords.ts'
import { committedProject, dispatch, useDocument } from '../../../store/document.ts'
import { playhead, seek } from '../../../store/playhead.ts'
import { selectClips, selectNothing, useSession } from '../../../store/session.ts'
import { fit } from '../actions.ts'
import { clipUnder, openHere, playheadFrame, selectedClips } from './here.ts'

/** Counted on where names are taken. */
function freeName(project: Project, name: string): string {
  const taken = new Set([...project.timelines.values()].map((timeline) => timeline.name))
  let number = 1
  while (taken.has(`${name} ${number}`)) number++
  return `${name} ${number}`
}

export function nest(): void {
  const { clips, linked } = useSession.getState()
  const name = freeName(committedProject(), inWords(say('newName:nested')))
  const before = committedProject().items
  if (!dispatch('clips.nest', { itemIds: [...clips], name, linked })) return
  const made = [...committedProject().items.values()].filter(
    (item) => item.kind === 'clip' && item.source.kind === 'timeline' && !before.has(item.id),
  )
  selectClips(made.map(({ id }) => id))
}

/** The timeline behind a selected clip, else behind the one under the playhead. */
function nestedTimeline(): { readonly timelineId: TimelineId; readonly start: number } | null {
  const candidates = [
    ...selectedClips(),
    ...[clipUnder(playheadFrame())].flatMap((one) => one ?? []),
  ]
  for (const { item, start } of candidates) {
    if (item.source.kind === 'timeline') return { timelineId: item.source.timelineId, start }
  }
  return null
}

export const canOpenNested = (): boolean => nestedTimeline() !== null

/** Shows another timeline, from its start and as a whole. */
export function openTimeline(timelineId: TimelineId, path: readonly TimelineId[]): void {
  if (!dispatch('timeline.open', { timelineId })) return
  selectNothing()
  useSession.setState({ timelinePath: path, openLanes: [], focusedLane: null, shownLanes: [] })
  playhead.setState({ speed: 0 })
  seek(0)
  fit()
}

export function openNested(): void {
  const here = openHere()
  const nested = nestedTimeline()
  if (!here || !nested) return
  const { timelinePath } = useSession.getState()
  openTimeline(nested.timelineId, [...timelinePath, here.timeline.id])
}

/** The way that was come, as far as its timelines still exist and undo has not gone back already. */
export function outerTimelines(): readonly TimelineId[] {
  const { project } = useDocument.getState()
  const here = openHere()
  const { timelinePath } = useSession.getState()
  const alive = timelinePath.filter((id) => project?.timelines.has(id))
  const at = here ? alive.indexOf(here.timeline.id) : -1
  return at < 0 ? alive : alive.slice(0, at)
}

export function back(): void {
  const path = outerTimelines()
  const outer = path.at(-1)
  if (outer !== undefined) openTimeline(outer, path.slice(0, -1))
}

export function newTimeline(): void {
  const here = openHere()
  if (!here) return
  const { rate, width, height, sampleRate } = here.timeline
  const name = freeName(here.project, inWords(say('newName:timeline')))
  if (!dispatch('timeline.create', { name, rate, width, height, sampleRate })) return
  const made = [...committedProject().timelines.values()].find(
    ({ id }) => !here.project.timelines.has(id),
  )
  if (made) openTimeline(made.id, [])
}

/** What an export form asks main for. */
import type { Input } from '../../../shared/ipc/contract.ts'
import type { Project } from '../../../shared/model/project.ts'
import { settingsOf, timelineEnd } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { call } from '../../bridge/keyreel.ts'
import { activeTimeline, committedProject, settled } from '../../store/document.ts'

export type ExportPreset = Input<'export:start'>['preset']
export type ExportExtent = 'all' | 'range'
export const EXPORT_PRESETS: readonly ExportPreset[] = ['h264', 'prores']

/** The frames `[in, out)` an extent stands for; null where the timeline has no such range. */
export function extentOf(
  project: Project,
  timeline: Timeline,
  extent: ExportExtent,
): { readonly in: number; readonly out: number } | null {
  const end = timelineEnd(project, timeline)
  if (extent === 'all') return end > 0 ? { in: 0, out: end } : null
  if (timeline.inFrame === undefined && timeline.outFrame === undefined) return null
  const range = { in: timeline.inFrame ?? 0, out: Math.min(timeline.outFrame ?? end, end) }
  return range.out > range.in ? range : null
}

/** Asks where to, then starts. Answers false when the person closed the dialog. @throws CallFailed */
export async function startExport(
  name: string,
  preset: ExportPreset,
  extent: ExportExtent,
): Promise<boolean> {
  await settled()
  const chosen = await call('export:choose', { suggestedName: name, preset })
  if (!chosen) return false
  const project = committedProject()
  const timeline = activeTimeline(project)
  const range = extentOf(project, timeline, extent)
  await call('export:start', {
    projectId: settingsOf(project).id,
    timelineId: timeline.id,
    preset,
    target: chosen.target,
    ...(range && { range }),
  })
  return true
}

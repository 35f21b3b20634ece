/** Writes a timeline to a file and looks at what was written. */

import type { Project } from '../../../shared/model/project.ts'
import type { Said } from '../../../shared/words/Said.ts'
import type { Media } from '../../services/media.ts'
import type { Projects } from '../../services/projects.ts'
import { type ExportPayload, exportPayloadSchema } from '../payloads.ts'
import { defineRunner, type RunContext } from '../Runner.ts'

export interface ExportTask {
  readonly project: Project
  readonly timelineId: ExportPayload['timelineId']
  readonly preset: ExportPayload['preset']
  readonly range: ExportPayload['range']
  readonly size: ExportPayload['size']
  /** The final name; nothing half-written ever bears it. */
  readonly path: string
  /** Where the file of a medium lies. @throws ServiceError `media` */
  readonly pathOf: (mediaKey: string) => string
}

export interface ExportResult {
  /** One sentence of what was written and verified. */
  readonly note: Said
  /** What decoding the file found. */
  readonly report: unknown
}

/** main/exports behind a port: renders, verifies, answers its report. */
export type RunExport = (
  task: ExportTask,
  context: Pick<RunContext, 'signal' | 'progress' | 'workDir'>,
) => Promise<ExportResult>

export const exportRunner = (ports: {
  readonly projects: Pick<Projects, 'readAt'>
  readonly media: Pick<Media, 'pathOf'>
  readonly runExport: RunExport
}) =>
  defineRunner({
    kind: 'export',
    payload: exportPayloadSchema,
    async run({ projectId, revisionId, timelineId, preset, path, range, size }, context) {
      const project = ports.projects.readAt(projectId, revisionId)
      const { pathOf } = ports.media
      const task = { project, timelineId, preset, range, size, path, pathOf }
      const { note, report } = await ports.runExport(task, context)
      return { note, outcome: report }
    },
  })

/** The export of a job: main/exports behind the runner's port. */

import { timelineOf } from '../../shared/model/select.ts'
import { say } from '../../shared/words/say.ts'
import type { RunExport } from '../jobs/runners/export.ts'
import type { MediaEngine } from '../media/MediaEngine.ts'
import { renderTimeline } from './renderTimeline.ts'

/** Rendering is nearly all of the work; decoding the result again is the rest. */
const RENDER_SHARE = 0.9

export const createRunExport =
  (engine: MediaEngine): RunExport =>
  async (
    { project, timelineId, preset, range, size, path, pathOf },
    { signal, progress, workDir },
  ) => {
    const timeline = timelineOf(project, timelineId)
    const report = await renderTimeline(
      engine,
      {
        ...{ project, timeline, preset, out: path, workDir },
        fileOf: (asset) => pathOf(asset.mediaKey),
        plan: { ...(range && { range }), ...(size && { size }) },
      },
      {
        signal,
        onProgress: (frame, frames, phase) =>
          phase === 'render'
            ? progress((frame / frames) * RENDER_SHARE, say('exporting:frameOf', { frame, frames }))
            : progress(
                RENDER_SHARE + (frame / frames) * (1 - RENDER_SHARE),
                say('exporting:checking'),
              ),
      },
    )
    return { note: report.summary, report }
  }

/** One frame of a timeline as a picture file, as an export would show it. */
import { tmpdir } from 'node:os'
import { extname } from 'node:path'
import type { Asset } from '../../shared/model/asset.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { pngArgs, stillArgs } from '../../shared/render/ffmpegArgs.ts'
import { planRender } from '../../shared/render/planRender.ts'
import type { Frame } from '../../shared/time/frames.ts'
import type { MediaEngine } from '../media/MediaEngine.ts'
import { inFolder, writePlates } from './plates/writePlates.ts'

/** @throws PlanRefused where the frame shows what no export can paint yet, MediaError from ffmpeg. */
export async function writeProgramFrame(
  engine: Pick<MediaEngine, 'run'>,
  task: {
    readonly project: Project
    readonly timeline: Timeline
    readonly frame: Frame
    /** Ends in .png, else it becomes a JPEG. */
    readonly out: string
    readonly fileOf: (asset: Asset) => string
  },
  signal: AbortSignal,
): Promise<void> {
  const { project, timeline, frame, out, fileOf } = task
  const plan = planRender(project, timeline, { range: { in: frame, out: frame + 1 } })
  const write = extname(out).toLowerCase() === '.png' ? pngArgs : stillArgs
  await inFolder(tmpdir(), async (folder) => {
    const run = write(plan, out, { fileOf, folder })
    await writePlates(run, folder, signal)
    await engine.run(run.args, { signal })
  })
}

/** The frames of a plan as ffmpeg draws them, raw. */
import { tmpdir } from 'node:os'
import { inFolder, writePlates } from '../../../main/exports/plates/writePlates.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { rawPictureArgs } from '../../../shared/render/ffmpegArgs.ts'
import type { RenderPlan } from '../../../shared/render/renderPlan.ts'
import { runTool } from '../../fixtures/tool.ts'

export const rawPicture = (
  plan: RenderPlan,
  pixelFormat: string,
  fileOf: (asset: Asset) => string,
): Promise<Uint8Array> =>
  inFolder(tmpdir(), async (folder) => {
    const run = rawPictureArgs(plan, { pixelFormat }, { fileOf, folder })
    await writePlates(run, folder)
    const { stdout } = await runTool('ffmpeg', ['-v', 'error', ...run.args])
    return stdout
  })

/**
 * How far a paid request has got, kept beside its output until the result is there: the same command run again after a
 * cut fetches what was paid for, and never submits twice.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import {
  videoInferenceRequestSchema,
  videoInferenceResultSchema,
} from '../../shared/generation/request.ts'
import type { EngineCheckpoint } from '../engines/GenerationEngine.ts'
import { writeAtomically } from '../files/atomicOutput.ts'

const wire = videoInferenceRequestSchema
const checkpointSchema: z.ZodType<EngineCheckpoint> = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('uploading'), uploads: z.record(z.string(), z.string()) }),
  z.object({ stage: z.literal('submitting'), wire }),
  z.object({ stage: z.literal('submitted'), wire }),
  z.object({ stage: z.literal('finished'), wire, result: videoInferenceResultSchema }),
])
const jobSchema = z.object({ taskUUID: z.string(), checkpoint: checkpointSchema })

export interface JobFile {
  readonly path: string
  /** True once something was sent that may be billed, in this run or an earlier one. */
  readonly wasSent: () => boolean
  readonly write: (checkpoint: EngineCheckpoint) => Promise<void>
  readonly remove: () => Promise<void>
  /** What an earlier run of the same task left. */
  readonly resume: EngineCheckpoint | undefined
}

/** @throws SyntaxError or z.ZodError when the file is there but damaged: better to stop than to pay twice. */
export async function openJobFile(out: string, taskUUID: string): Promise<JobFile> {
  const path = `${out}.job.json`
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  const stored = content === undefined ? undefined : jobSchema.parse(JSON.parse(content))
  let latest = stored?.taskUUID === taskUUID ? stored.checkpoint : undefined
  return {
    path,
    resume: latest,
    wasSent: () => latest !== undefined && latest.stage !== 'uploading',
    async write(checkpoint) {
      const content = JSON.stringify({ taskUUID, checkpoint })
      await writeAtomically(path, (temporary) => writeFile(temporary, content))
      latest = checkpoint
    },
    remove: () => rm(path, { force: true }),
  }
}

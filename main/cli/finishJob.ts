/** Runs one job of the queue to its end, or waits for the process that runs it. */

import type { JobId } from '../../shared/model/ids.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Services } from '../compose.ts'
import type { CommandContext } from './Command.ts'
import { CommandFailed, EXIT, exitCodeOfCause } from './exitCodes.ts'

/**
 * @throws CommandFailed with the job's own sentence when it failed or was cancelled elsewhere; the signal's reason after
 * ctrl-C, when the job is still there.
 */
export async function finishJob(
  { queue }: Services,
  id: JobId,
  { io, output }: CommandContext,
): Promise<void> {
  try {
    const state = await queue.finish(id, io.signal)
    if (state.status === 'failed')
      throw new CommandFailed(inEnglish(state.message), exitCodeOfCause(state.cause))
    if (state.status === 'cancelled') {
      throw new CommandFailed(
        state.message ? inEnglish(state.message) : 'The job was cancelled by another program.',
        EXIT.cancelled,
      )
    }
  } finally {
    output.settle()
  }
}

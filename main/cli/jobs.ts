import type { Job } from '../../shared/jobs/job.ts'
import { jobIdSchema } from '../../shared/model/ids.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Services } from '../compose.ts'
import type { Command, CommandContext } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { KEY_OPTION } from './givenKey.ts'
import { withServices } from './withServices.ts'

const ACTIONS = ['list', 'cancel', 'retry', 'run'] as const

export const jobs: Command = {
  name: 'jobs',
  summary: 'show the queue, cancel or repeat a job, or work until nothing is left to do',
  usage: '[list | cancel ID | retry ID | run]',
  options: KEY_OPTION,
  async run([word = 'list', id, ...more], _options, context) {
    const action = ACTIONS.find((each) => each === word)
    const needsId = action === 'cancel' || action === 'retry'
    if (!action || needsId !== (id !== undefined) || more.length > 0) {
      throw usageError('jobs takes list, cancel ID, retry ID or run.')
    }
    const { output } = context
    const onJob = (job: Job): void => {
      if (action === 'run') report(job, context)
    }
    await withServices(
      context,
      async (services) => {
        const { queue } = services
        if (action === 'run') return await runAll(services, context)
        if (needsId && id !== undefined) queue[action](jobIdSchema.parse(id))
        const list = queue.list()
        output.json({ jobs: list })
        output.print(list.length === 0 ? 'There are no jobs.' : list.map(lineOf).join('\n'))
      },
      { onJob },
    )
  },
}

const lineOf = ({ id, title, state }: Job): string => {
  const more = state.status === 'failed' ? `  ${inEnglish(state.message)}` : ''
  return `${id}  ${state.status.padEnd(9)}  ${inEnglish(title)}${more}`
}

function report({ title, state }: Job, { output }: CommandContext): void {
  if (state.status === 'running')
    output.progress(state.progress, `${inEnglish(title)} ${inEnglish(state.note)}`.trim())
}

async function runAll(
  { queue, uploadKeeper }: Services,
  { io, output }: CommandContext,
): Promise<void> {
  const open = queue.list().filter(({ state }) => ['queued', 'running'].includes(state.status))
  const waiting = new Set(open.map(({ id }) => id))
  queue.start()
  uploadKeeper.look()
  await queue.drained(io.signal)
  output.settle()
  const ended = queue.list().filter(({ id }) => waiting.has(id))
  output.print(ended.length === 0 ? 'Nothing was waiting.' : ended.map(lineOf).join('\n'))
  const failed = ended.filter(({ state }) => state.status === 'failed')
  if (failed.length > 0) {
    const message = `${failed.length} of ${ended.length} jobs failed.`
    throw new CommandFailed(message, EXIT.failure, { jobs: ended })
  }
  output.json({ jobs: ended })
}

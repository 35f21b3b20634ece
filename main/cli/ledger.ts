import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { formatUsd } from '../../shared/generation/pricing.ts'
import type { TaskAccount } from '../../shared/ipc/money.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Services } from '../compose.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { ledgerCsv } from '../services/ledgerCsv.ts'
import type { MoneyStanding } from '../services/money.ts'
import { parseAmount } from './amounts.ts'
import { type Command, type CommandContext, type OptionValues, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { findProject } from './projectStore.ts'
import { withServices } from './withServices.ts'

const USAGE = 'ledger takes [P], limits P [--cap USD] [--confirm-above USD], or write-off TASK.'

export const ledger: Command = {
  name: 'ledger',
  summary: 'show what was quoted, reserved and billed; set the limits of a project',
  usage: '[P] | limits P [--cap USD|none] [--confirm-above USD|none] | write-off TASK',
  options: {
    csv: { type: 'boolean', help: 'as CSV for spreadsheets' },
    out: { type: 'string', short: 'o', help: 'FILE  write the CSV there' },
    cap: { type: 'string', help: 'USD|none  with limits: what the project may cost altogether' },
    'confirm-above': {
      type: 'string',
      help: 'USD|none  with limits: above this each request must be confirmed',
    },
  },
  async run(words, options, context) {
    const [first, second, ...more] = words
    await withServices(context, async (services) => {
      if (first === 'limits' && second !== undefined && more.length === 0) {
        return limits(services, second, options, context)
      }
      if (first === 'write-off' && second !== undefined && more.length === 0) {
        const task = services.money.writeOff(second)
        context.output.json(task)
        return context.output.print(lineOf(task))
      }
      if (first === 'limits' || first === 'write-off' || second !== undefined)
        throw usageError(USAGE)
      await show(services, first, options, context)
    })
  },
}

async function show(
  { money, store }: Services,
  word: string | undefined,
  options: OptionValues,
  { output }: CommandContext,
): Promise<void> {
  const projectId = word === undefined ? undefined : findProject(store, word).id
  const tasks = money.tasks(projectId)
  const standing = projectId === undefined ? undefined : money.standing(projectId)
  const out = text(options, 'out')
  if (out !== undefined) {
    await writeAtomically(resolve(out), (temporary) => writeFile(temporary, ledgerCsv(tasks)))
    output.json({ file: out, tasks: tasks.length })
    return output.print(`${out}: ${tasks.length} tasks`)
  }
  output.json({ tasks, entries: money.entries(projectId), ...(standing && { standing }) })
  if (options.csv === true) return output.print(ledgerCsv(tasks).trimEnd())
  output.print([...tasks.map(lineOf), ...summary(tasks, standing)].join('\n'))
}

const STATES = {
  reserved: 'reserved',
  settled: 'billed',
  released: 'released',
  writtenOff: 'written off',
}

function lineOf(task: TaskAccount): string {
  const { at, engine, title, taskUUID, state, quoted, billed, reserved, note } = task
  const said = inEnglish(note)
  const amount = formatUsd(state === 'reserved' ? reserved : billed)
  return [
    ...[at, task.projectName, title ?? '', engine ?? '', taskUUID],
    `${STATES[state]} ${amount}${billed > 0 && billed !== quoted ? ` (quoted ${formatUsd(quoted)})` : ''}`,
    ...(said === '' || state === 'reserved' ? [] : [said]),
  ].join('  ')
}

function summary(tasks: readonly TaskAccount[], standing: MoneyStanding | undefined): string[] {
  const sum = (of: (task: TaskAccount) => number): string =>
    formatUsd(tasks.reduce((total, task) => total + of(task), 0))
  return [
    `${tasks.length} tasks: ${sum((t) => t.billed)} billed or written off, ${sum((t) => t.reserved)} reserved.`,
    ...(standing ? limitLines(standing) : []),
  ]
}

function limitLines({ cap, left, confirmAbove }: MoneyStanding): string[] {
  return [
    cap === null || left === null
      ? 'No cap.'
      : `Cap ${formatUsd(cap)}, of which ${formatUsd(left)} is left.`,
    confirmAbove === null
      ? 'No amount needs to be confirmed.'
      : `Amounts above ${formatUsd(confirmAbove)} must be confirmed.`,
  ]
}

function limits(
  { money, store }: Services,
  word: string,
  options: OptionValues,
  { output }: CommandContext,
): void {
  const { id } = findProject(store, word)
  const given = (name: string): number | null | undefined => {
    const value = text(options, name)
    if (value === undefined) return undefined
    return value === 'none' ? null : parseAmount(value, `--${name}`)
  }
  const [cap, confirmAbove] = [given('cap'), given('confirm-above')]
  const standing = money.setLimits(id, {
    ...(cap === undefined ? {} : { cap }),
    ...(confirmAbove === undefined ? {} : { confirmAbove }),
  })
  output.json(standing)
  output.print(limitLines(standing).join('\n'))
}

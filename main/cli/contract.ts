import { join } from 'node:path'
import type { Money } from '../../shared/generation/modelFacts.ts'
import { formatUsd } from '../../shared/generation/pricing.ts'
import {
  type VideoInferenceRequest,
  videoInferenceRequestSchema,
} from '../../shared/generation/request.ts'
import type { Job } from '../../shared/jobs/job.ts'
import type { JobId } from '../../shared/model/ids.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Services } from '../compose.ts'
import type { RequestDocument } from '../services/requests.ts'
import { parseAmount } from './amounts.ts'
import { type Command, type CommandContext, type OptionValues, text } from './Command.ts'
import { makeClips } from './contract/clips.ts'
import { countsOf, type Fact } from './contract/Fact.ts'
import { askFreely } from './contract/free.ts'
import { openFacts } from './contract/openFacts.ts'
import { readOrigin } from './contract/placement.ts'
import { changesBetween, refreshed } from './contract/refreshed.ts'
import { reportText } from './contract/report.ts'
import {
  RUN_NAMES,
  type RunName,
  resultFacts,
  runDocuments,
  SOURCE_NAME,
  unpaid,
} from './contract/runs.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { KEY_OPTION } from './givenKey.ts'
import { takeFor } from './takeFor.ts'
import { withServices } from './withServices.ts'

export const contract: Command = {
  name: 'contract',
  summary: 'ask the service whether what Keyreel knows of Ray3.2 is still so, and update its table',
  usage: '[--yes --max-cost USD]',
  options: {
    yes: {
      type: 'boolean',
      help: 'also make one generation and one reframe of a few cents, without asking',
    },
    'max-cost': { type: 'string', help: 'USD  the most these two may cost together' },
    again: { type: 'boolean', help: 'pay for both anew although an earlier run has their results' },
    ...KEY_OPTION,
  },
  async run(words, options, context) {
    if (words.length > 0) throw usageError('contract takes options only.')
    const given = text(options, 'max-cost')
    const maxCost = given === undefined ? undefined : parseAmount(given, '--max-cost')
    if (options.yes === true && maxCost === undefined) {
      throw usageError('contract --yes pays, so it needs the most it may cost: --max-cost 0.20')
    }
    let watched: JobId | null = null
    const onJob = ({ id, title, state }: Job): void => {
      if (id !== watched || state.status !== 'running') return
      const note = `${inEnglish(title)}: ${inEnglish(state.note)}`
      context.output.progress(state.progress, note)
    }
    const watch = (id: JobId): void => {
      watched = id
    }
    await withServices(context, (services) => ask(services, options, { maxCost, watch }, context), {
      onJob,
    })
  },
}

interface Paying {
  /** 1e-7 USD. */
  readonly maxCost: Money | undefined
  /** Shows how a job is getting on. */
  readonly watch: (id: JobId) => void
}

async function ask(
  services: Services,
  options: OptionValues,
  paying: Paying,
  context: CommandContext,
): Promise<void> {
  const { modelFacts, library } = services
  const { output } = context
  const folder = join(library.folder, 'contract')
  const before = modelFacts.current()
  const problem = modelFacts.problem()
  if (problem) output.note(inEnglish(problem))
  const free = await askFreely(services, before, folder, context)
  const now = new Date().toISOString()
  if (free.dry) await modelFacts.replace(refreshed(before, free.dry, now))
  const paid = free.dry
    ? await payFor(services, folder, options, paying, context)
    : { facts: unpaid('needs dry runs first'), runs: [], note: null }
  const origin = paid.facts.find(({ id }) => id === 'position.origin')
  const isSettled = origin?.outcome === 'holds' || origin?.outcome === 'differs'
  if (isSettled && (origin.found === 'topLeft' || origin.found === 'centre')) {
    await modelFacts.replace({ ...modelFacts.current(), positionOrigin: origin.found })
  }
  const facts = [...free.facts, ...paid.facts, ...openFacts()]
  const table = free.dry
    ? {
        file: modelFacts.file,
        asOf: now,
        changed: changesBetween(before, modelFacts.current()),
      }
    : null
  output.settle()
  output.json({
    ...{ model: before.air, believedAsOf: before.asOf, counts: countsOf(facts), facts, table },
    ...{ balance: free.balance, runs: paid.runs },
  })
  output.print(
    [reportText(facts), '', ...tableWords(table), ...(paid.note === null ? [] : [paid.note])].join(
      '\n',
    ),
  )
}

function tableWords(
  table: { readonly file: string; readonly changed: readonly string[] } | null,
): string[] {
  if (!table) return ['The table of sizes, limits and prices was left as it is.']
  const { file, changed } = table
  return [
    changed.length === 0
      ? `The table was confirmed and dated today: ${file}`
      : `The table was updated: ${file}`,
    ...changed.map((change) => `  ${change}`),
  ]
}

interface Paid {
  readonly facts: readonly Fact[]
  readonly runs: readonly {
    readonly name: RunName
    readonly taskUUID: string
    /** What this run of the command paid, 1e-7 USD. */
    readonly cost: Money
  }[]
  /** Why nothing was paid. */
  readonly note: string | null
}

async function payFor(
  services: Services,
  folder: string,
  options: OptionValues,
  { maxCost, watch }: Paying,
  context: CommandContext,
): Promise<Paid> {
  const { signal } = context.io
  const isAgain = options.again === true
  const local = await makeClips(folder, services.mediaEngine, signal)
  const requests = await runDocuments(folder)
  const documents: Readonly<Record<RunName, RequestDocument>> = {
    generation: documentOf('generation', requests.generation, new Map()),
    reframe: documentOf('reframe', requests.reframe, new Map([[SOURCE_NAME, local.clips.short]])),
  }
  let total = 0
  for (const name of RUN_NAMES) total += await priceOf(services, documents[name], isAgain, signal)
  const refusal = await refusalToPay(total, options, maxCost, context)
  if (refusal !== null) return { facts: unpaid('needs a paid run'), runs: [], note: refusal }
  const facts: Fact[] = []
  const runs: Paid['runs'][number][] = []
  for (const name of RUN_NAMES) {
    const document = documents[name]
    const asked = { engine: 'runware', isAgain, maxCost: total } as const
    const { take, cost } = await takeFor(services, document, asked, undefined, context, watch)
    const result = services.media.pathOf(take.asset.mediaKey)
    // As it was sent: an earlier run may have found that the service means the centre.
    const position = videoInferenceRequestSchema.parse(take.request).settings?.sourcePosition
    const origin =
      position === undefined
        ? null
        : await readOrigin(
            services.mediaEngine,
            { source: local.clips.short, result },
            position,
            signal,
          )
    const told = { result, origin }
    facts.push(
      ...(await resultFacts(name, take, document.request, services.mediaEngine, told, signal)),
    )
    runs.push({ name, taskUUID: requests[name].taskUUID, cost })
  }
  return { facts, runs, note: null }
}

const documentOf = (
  name: RunName,
  request: VideoInferenceRequest,
  inputs: ReadonlyMap<string, string>,
): RequestDocument => ({ name: `Contract ${name}`, request, inputs })

/** What the table says that a document costs; nothing where its take is there or on its way. */
async function priceOf(
  { requests, shots }: Services,
  document: RequestDocument,
  isAgain: boolean,
  signal: AbortSignal,
): Promise<Money> {
  const known = requests.findOwnProject()
  const { project, shot, recipe } = await requests.draft(document, known, signal)
  const { quote, same, isUnderWay } = shots.quoteOf(known, project, shot, 'runware')
  const before = requests.historyOf(document.request.taskUUID, recipe, 'runware')
  const isPaid = before.state === 'open' || isUnderWay || (same.length > 0 && !isAgain)
  if (isPaid) return 0
  if (quote) return quote.amount
  throw new CommandFailed(
    'The service no longer takes the documents that would be paid for, so nothing was paid. The table was updated all the same.',
    EXIT.refused,
  )
}

/** Null where it may be paid; else why not. @throws CommandFailed beyond --max-cost */
async function refusalToPay(
  total: Money,
  options: OptionValues,
  maxCost: Money | undefined,
  { io, output, lines, isJson }: CommandContext,
): Promise<string | null> {
  if (total === 0) return null
  const price = formatUsd(total)
  output.note(
    `One generation and one reframe would show what dry runs cannot. Together they cost ${price}.`,
  )
  if (maxCost !== undefined && total > maxCost) {
    throw new CommandFailed(
      `That is more than the ${formatUsd(maxCost)} of --max-cost; nothing was paid. The table was updated by what was free.`,
      EXIT.refused,
    )
  }
  if (options.yes === true) return null
  const isAsked = lines !== undefined && io.stdin?.isTTY === true && !isJson
  if (!isAsked)
    return `Nothing was paid. Run it with --yes --max-cost ${price.slice(1)} to have them made.`
  io.stderr.write(`Type ${price} to have them made and billed, or anything else to leave it: `)
  const typed = (await lines.next(io.signal))?.trim() ?? ''
  return typed === price || typed === price.slice(1) ? null : 'Nothing was paid.'
}

import { formatUsd, type Quote } from '../../shared/generation/pricing.ts'
import { inEnglish } from '../../shared/words/english.ts'
import { type Command, text, texts } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { KEY_OPTION } from './givenKey.ts'
import { findProject } from './projectStore.ts'
import { readRequestFile, requireSendable } from './requestFile.ts'
import { withServices } from './withServices.ts'

export const quote: Command = {
  name: 'quote',
  summary: 'check a request against the rules of Ray3.2 and say what it would cost',
  usage: 'REQUEST.json [--input video=FILE]',
  options: {
    input: {
      type: 'string',
      multiple: true,
      help: 'NAME=FILE  the local file behind video, image0, image1 …; its length decides the price',
    },
    'dry-run': {
      type: 'boolean',
      help: 'ask the service too: the request travels there, nothing runs or is billed; needs a key',
    },
    project: {
      type: 'string',
      help: 'P  whose limits count; default "Command line"',
    },
    ...KEY_OPTION,
  },
  async run([file, ...more], options, context) {
    if (file === undefined || more.length > 0) {
      throw usageError('quote takes exactly one request: keyreel quote REQUEST.json')
    }
    const { io, output } = context
    await withServices(context, async (services) => {
      const { requests, runware, shots, store } = services
      const read = await readRequestFile(file, texts(options, 'input'), services, io.signal)
      requireSendable(read)
      const word = text(options, 'project')
      const known = word === undefined ? requests.findOwnProject() : findProject(store, word).id
      const { project, shot, notes } = await requests.draft(read, known, io.signal)
      const answer = shots.quoteOf(known, project, shot, 'runware')
      const broken = answer.violations.find(({ severity }) => severity === 'error')
      if (broken || !answer.quote) {
        const why = broken ? `${broken.field}: ${inEnglish(broken.said)}` : 'It has no price.'
        throw new CommandFailed(`The request cannot be sent. ${why}`, EXIT.refused)
      }
      const { violations: warnings, quote, money, same } = answer
      const isAsked = options['dry-run'] === true
      if (isAsked && read.inputs.size > 0) {
        throw usageError(
          'A dry run cannot name files of this machine; leave --input or --dry-run out.',
        )
      }
      const dryRun = isAsked ? await runware.dryRun(read.request, io.signal) : undefined
      const told = warnings.map(({ said, ...warning }) => ({ ...warning, message: said }))
      output.json({ file, quote, warnings: told, notes, money, same, ...(isAsked && { dryRun }) })
      const [there] = same
      output.print(
        [
          `${quote.isEstimate ? 'at most about ' : ''}${formatUsd(quote.amount)}: ${inEnglish(quote.basis)}.`,
          ...(isAsked ? [dryRunWords(dryRun ?? null)] : []),
          ...warnings.map(({ field, said }) => `${field}: ${inEnglish(said)}`),
          ...notes,
          ...limitWords(money),
          ...(there
            ? [`Exactly this was made before: ${there.name}. It can be had for $0.00.`]
            : []),
          'The local engine renders it for $0.00.',
        ].join('\n'),
      )
    })
  },
}

type Standing = ReturnType<
  Parameters<Parameters<typeof withServices>[1]>[0]['shots']['quoteOf']
>['money']

function limitWords({ cap, left, asksFirst, isOverCap, confirmAbove }: Standing): string[] {
  return [
    ...(cap === null || left === null
      ? []
      : [
          `The project may cost ${formatUsd(cap)}, of which ${formatUsd(left)} is left${isOverCap ? ': too little for this' : ''}.`,
        ]),
    ...(asksFirst && confirmAbove !== null
      ? [
          `The project wants amounts above ${formatUsd(confirmAbove)} confirmed; --max-cost does that.`,
        ]
      : []),
  ]
}

const dryRunWords = (quote: Quote | null): string =>
  quote
    ? `The service itself says ${formatUsd(quote.amount)}.`
    : 'The service did not say what it would cost.'

/** The command line: one command, one result, one exit code. The packaged program calls it too. */
import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util'
import type { Command, OptionValues } from './Command.ts'
import { cache } from './cache.ts'
import { contract } from './contract.ts'
import { demo } from './demo.ts'
import { diff } from './diff.ts'
import { doctor } from './doctor.ts'
import { edit } from './edit.ts'
import {
  CommandFailed,
  EXIT,
  EXIT_WORDS,
  type ExitCode,
  exitCodeOf,
  usageError,
} from './exitCodes.ts'
import { frame } from './frame.ts'
import { generate } from './generate.ts'
import { withGivenKey } from './givenKey.ts'
import { history } from './history.ts'
import { importMedia } from './import.ts'
import { jobs } from './jobs.ts'
import { ledger } from './ledger.ts'
import { linesOf } from './lines.ts'
import { type Io, outputTo } from './output.ts'
import { prepare } from './prepare.ts'
import { probe } from './probe.ts'
import { project } from './project.ts'
import { quote } from './quote.ts'
import { relink } from './relink.ts'
import { render } from './render.ts'
import { takes } from './takes.ts'
import { redo, undo } from './undo.ts'
import { uploads } from './uploads.ts'
import { readVersion } from './version.ts'
import { versionName } from './versionName.ts'

const COMMANDS: readonly Command[] = [
  ...[probe, render, quote, generate, demo, doctor],
  ...[project, edit, history, undo, redo, versionName, diff],
  ...[takes, ledger, jobs, uploads, contract],
  ...[importMedia, relink, prepare, frame, cache],
]

const COMMON = {
  json: { type: 'boolean', help: 'print the result as JSON; no progress' },
  library: { type: 'string', help: 'DIR  where the store and its media folder lie' },
  help: { type: 'boolean', short: 'h', help: 'explain this command' },
} as const satisfies Command['options']

/** Never throws. Answers the exit code; `io.signal` cancels. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const isJson = argv.includes('--json')
  const output = outputTo(io, isJson)
  try {
    io.signal.throwIfAborted()
    return await dispatch(argv, io, isJson)
  } catch (error) {
    output.settle()
    const code = io.signal.aborted ? EXIT.cancelled : exitCodeOf(error)
    const message = io.signal.aborted
      ? 'Cancelled; nothing half-written was left.'
      : error instanceof Error
        ? error.message
        : String(error)
    const result = error instanceof CommandFailed && !io.signal.aborted ? error.result : {}
    output.json({ ...result, error: { message, code } })
    io.stderr.write(`${message}\n`)
    if (code === EXIT.failure && error instanceof Error && io.env.KEYREEL_DEBUG) {
      io.stderr.write(`${error.stack}\n`)
    }
    return code
  }
}

async function dispatch(argv: readonly string[], io: Io, isJson: boolean): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === '--version') {
    io.stdout.write(`${await readVersion()}\n`)
    return EXIT.ok
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const [about] = rest
    io.stdout.write(about === undefined ? overview() : explain(commandOf(about)))
    return name === undefined ? EXIT.usage : EXIT.ok
  }
  const command = commandOf(name)
  const { values, words } = parse(command, rest)
  if (values.help === true) {
    io.stdout.write(explain(command))
    return EXIT.ok
  }
  const library = typeof values.library === 'string' ? values.library : undefined
  const lines = io.stdin && linesOf(io.stdin)
  try {
    const keyed = await withGivenKey(io, values, lines)
    const output = outputTo(io, isJson)
    await command.run(words, values, { io: keyed, library, isJson, output, lines })
  } finally {
    lines?.close()
  }
  return EXIT.ok
}

/** @throws CommandFailed */
function commandOf(name: string): Command {
  const found = COMMANDS.find((each) => each.name === name)
  if (found) return found
  throw usageError(
    `There is no command "${name}". Choose one of ${COMMANDS.map((each) => each.name).join(', ')}; keyreel --help explains them.`,
  )
}

function parse(
  command: Command,
  args: readonly string[],
): { values: OptionValues; words: readonly string[] } {
  const options: Record<string, ParseArgsOptionDescriptor> = {}
  for (const [name, { help: _help, ...rest }] of Object.entries({ ...COMMON, ...command.options }))
    options[name] = rest
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { values, words: positionals }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw usageError(`${why} See keyreel ${command.name} --help.`)
  }
}

function optionLines(options: Command['options']): string[] {
  const flags = Object.entries(options).map(([name, { short, help }]) => {
    return { flag: `${short ? `-${short}, ` : ''}--${name}`, help }
  })
  const width = Math.max(14, ...flags.map(({ flag }) => flag.length))
  return flags.map(({ flag, help }) => `  ${flag.padEnd(width)} ${help}`)
}

const explain = (command: Command): string =>
  [
    `keyreel ${command.name} ${command.usage}`.trim(),
    `  ${command.summary}`,
    '',
    ...optionLines({ ...command.options, ...COMMON }),
    '',
  ].join('\n')

const overview = (): string =>
  [
    'keyreel COMMAND [OPTIONS]',
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
    '',
    ...optionLines(COMMON),
    `  ${'--version'.padEnd(14)} print the version`,
    '',
    'Exit codes:',
    ...EXIT_WORDS.map(([code, words]) => `  ${String(code).padEnd(4)} ${words}`),
    '',
  ].join('\n')

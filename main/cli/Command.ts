/** The shape of a command. */
import type { ParseArgsOptionDescriptor } from 'node:util'
import type { Lines } from './lines.ts'
import type { Io, Output } from './output.ts'

export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>

export interface CommandContext {
  readonly io: Io
  readonly output: Output
  /** Where the store lies, when `--library` says so. */
  readonly library: string | undefined
  readonly isJson: boolean
  /** What is typed; absent where there is no standard input. */
  readonly lines: Lines | undefined
}

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** After the command's name, e.g. `FILE`. */
  readonly usage: string
  readonly options: Readonly<Record<string, ParseArgsOptionDescriptor & { readonly help: string }>>
  /** @throws anything; the caller turns it into one sentence and an exit code. */
  readonly run: (
    words: readonly string[],
    options: OptionValues,
    context: CommandContext,
  ) => Promise<void>
}

export const text = (values: OptionValues, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

export const texts = (values: OptionValues, name: string): readonly string[] => {
  const value = values[name]
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : []
}

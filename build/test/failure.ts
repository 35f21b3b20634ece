import { stripVTControlCharacters } from 'node:util'

/** What failed, for the end of a long log, where people look first. */
export type Failure = {
  /** The suite, or the step of a driver. */
  readonly suite: string
  /** From the repository's root, where a file is to blame. */
  readonly file?: string
  /** With the names of what it stands in; absent where a whole file or step failed. */
  readonly test?: string
  readonly message: string
}

/** How much is told of each message, and how many are told with one. */
const LINES = 15
const WIDTH = 200
const IN_FULL = 20

/** The beginning of a message, without colours. */
function beginning(message: string): string[] {
  return stripVTControlCharacters(message)
    .trimEnd()
    .split('\n')
    .slice(0, LINES)
    .map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line))
    .map((line) => `      ${line}`.trimEnd())
}

const heading = ({ suite, file, test }: Failure): string =>
  [suite, file, test].filter((part) => part !== undefined).join(' · ')

/** Every failure by its name, the first twenty with what they said. Empty when there is none. */
export function failuresText(failures: readonly Failure[]): string {
  if (failures.length === 0) return ''
  const told = failures.flatMap((failure, index) => [
    `  ${heading(failure)}`,
    ...(index < IN_FULL ? beginning(failure.message) : []),
  ])
  return ['Failed:', ...told, ''].join('\n')
}
